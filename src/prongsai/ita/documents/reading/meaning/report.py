"""From the blocks of a document to the report they are."""

from collections.abc import Iterator, Sequence
from itertools import chain

from prongsai.ita.documents.model.report import Kind, Memo, Notice, Report, Source
from prongsai.ita.documents.reading.meaning.columns import Column
from prongsai.ita.documents.reading.meaning.front import (
    Front,
    belongs_to_front,
    read_front,
)
from prongsai.ita.documents.reading.meaning.gathering import gather
from prongsai.ita.documents.reading.meaning.measures import measures_of
from prongsai.ita.documents.reading.meaning.memo import read_memo
from prongsai.ita.documents.reading.meaning.narratives import (
    heading_notices,
    read_narratives,
)
from prongsai.ita.documents.reading.meaning.rows import MeasureRow
from prongsai.ita.documents.reading.meaning.scores import (
    ScoreTables,
    read_scores,
    stated,
)
from prongsai.ita.documents.reading.pages.source import Pages, Paragraph, Table
from prongsai.ita.errors import NoReport
from prongsai.ita.thai.text import fold


def read_report(pages: Pages, name: str = "") -> Report:
    """Read the blocks as a report. Raises ``NoReport`` when they are none.

    Whatever found no place stands in ``warnings`` with its line or page.
    """
    memo, notices, blocks = read_memo(pages.blocks)
    gathered = gather(blocks)
    front = _front(gathered.rest, memo, gathered.rows)
    scores, rest = read_scores(gathered.rest, front.fiscal_year)
    told = read_narratives(rest)
    _fill_totals(gathered.rest, scores, front)
    measures = measures_of(gathered.rows, front.fiscal_year)
    report = Report(
        kind=_kind(memo, scores, gathered.rows),
        title=front.title,
        organisation=front.organisation,
        fiscal_year=front.fiscal_year,
        memo=memo,
        scores=tuple(sorted(scores.scores.values(), key=lambda s: int(s.indicator))),
        totals=dict(sorted(scores.totals.items())),
        levels=dict(sorted(scores.levels.items())),
        changes=scores.changes(),
        narratives=told.narratives,
        measures=measures.measures,
        warnings=tuple(
            chain(
                _draft(pages),
                notices,
                scores.notices,
                measures.warnings,
                heading_notices(
                    told.headings, {n: s.name for n, s in scores.scores.items()}
                ),
                _unplaced(told.rest, front),
            )
        ),
    )
    if report.kind is Kind.UNKNOWN and not (report.title and report.organisation):
        raise NoReport(name=name)
    return report


def _front(
    rest: Sequence[Paragraph | Table], memo: Memo | None, rows: Sequence[MeasureRow]
) -> Front:
    paragraphs = [block for block in rest if isinstance(block, Paragraph)]
    cells = [" ".join(chain(*row.cells.values())) for row in rows]
    inside = [
        c.text
        for block in rest
        if isinstance(block, Table)
        for row in block.rows
        for c in row.cells
    ]
    said = [memo.subject, memo.from_, *memo.body] if memo else []
    front = read_front(paragraphs, [*said, *inside, *cells])
    if memo and not front.title:
        return Front(
            title=memo.subject,
            organisation=front.organisation,
            fiscal_year=front.fiscal_year,
        )
    return front


def _fill_totals(
    rest: Sequence[Paragraph | Table], scores: ScoreTables, front: Front
) -> None:
    if front.fiscal_year:
        paragraphs = [block for block in rest if isinstance(block, Paragraph)]
        stated(paragraphs, scores, front.fiscal_year)


def _kind(memo: Memo | None, scores: ScoreTables, rows: Sequence[MeasureRow]) -> Kind:
    if rows:
        results = {Column.OUTPUT, Column.OUTCOME}
        told = any(row.has & results for row in rows)
        return Kind.MEASURES_RESULT if told else Kind.ANALYSIS_AND_PLAN
    if scores.scores:
        return Kind.SCORES
    return Kind.MEMO if memo else Kind.UNKNOWN


def _draft(pages: Pages) -> Iterator[Notice]:
    if pages.draft:
        yield Notice(code="draft-from-ocr", text="", source=Source())


def _unplaced(rest: Sequence[Paragraph | Table], front: Front) -> list[Notice]:
    """Every line and row that is nobody's, once; repeats of the title are its own."""
    found: dict[str, Notice] = {}
    for code, text, source in _lines(rest):
        if code == "unplaced" and belongs_to_front(text, front):
            continue
        before = found.get(fold(text))
        lines = (*before.source.lines, *source.lines) if before else source.lines
        found[fold(text)] = Notice(
            code=code, text=text, source=Source(lines=lines, page=source.page)
        )
    return list(found.values())


def _lines(rest: Sequence[Paragraph | Table]) -> Iterator[tuple[str, str, Source]]:
    for block in rest:
        if isinstance(block, Paragraph):
            yield "unplaced", block.text, block.source
            continue
        for row in block.rows:
            if text := " | ".join(c.text for c in row.cells if c.text):
                yield "row-unplaced", text, row.source
