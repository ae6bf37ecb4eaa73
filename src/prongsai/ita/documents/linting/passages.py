"""Every text of a report with its place, for rules that read all of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from prongsai.ita.documents.linting import where
from prongsai.ita.documents.linting.findings import Place
from prongsai.ita.documents.linting.where import Part
from prongsai.ita.documents.model.report import Item, Measure, Memo, Report, Source


class Kind(StrEnum):
    """What a text is to the reader."""

    MEMO = "memo"
    TITLE = "title"
    NARRATIVE = "narrative"
    MEASURE_TITLE = "measure-title"
    ANALYSIS = "analysis"
    ITEM = "item"
    RESPONSIBLE = "responsible"
    OUTSIDE = "outside"


@dataclass(frozen=True, kw_only=True)
class Passage:
    """One text. ``opens_list``: sub-points or a further point follow it."""

    kind: Kind
    text: str
    place: Place
    source: Source = field(default_factory=Source)
    opens_list: bool = False


@dataclass(frozen=True, kw_only=True)
class Point:
    """One item of a list, with its path of positions (from one) inside the list."""

    path: tuple[int, ...]
    item: Item
    is_last: bool


def passages(report: Report) -> Iterator[Passage]:
    """Yield every text of the report in reading order."""
    if report.memo:
        yield from _of_memo(report.memo)
    yield Passage(kind=Kind.TITLE, text=report.title, place=where.title())
    for position, narrative in enumerate(report.narratives):
        place = where.narrative(position, narrative.indicator)
        yield Passage(kind=Kind.NARRATIVE, text=narrative.text, place=place)
    for position, measure in enumerate(report.measures):
        yield from _of_measure(position, measure)
    for position, warning in enumerate(report.warnings):
        place = where.outside(position)
        yield Passage(
            kind=Kind.OUTSIDE, text=warning.text, place=place, source=warning.source
        )


def points(items: tuple[Item, ...], path: tuple[int, ...] = ()) -> Iterator[Point]:
    """Yield the items of a list and all their sub-items, in reading order."""
    for number, item in enumerate(items, start=1):
        here = (*path, number)
        yield Point(path=here, item=item, is_last=number == len(items))
        yield from points(item.items, here)


def lists_of(measure: Measure) -> Iterator[tuple[Part, tuple[Item, ...]]]:
    """Yield the measure's steps, outputs and outcomes with the part they are."""
    yield Part.STEP, measure.steps
    yield Part.OUTPUT, measure.outputs
    yield Part.OUTCOME, measure.outcomes


def _of_memo(memo: Memo) -> Iterator[Passage]:
    signers = " ".join(signer.position for signer in memo.signers)
    lines = [("from", memo.from_), ("subject", memo.subject), ("to", memo.to)]
    lines += [("body", text) for text in memo.body]
    for part, text in (*lines, ("signers", signers)):
        yield Passage(kind=Kind.MEMO, text=text, place=where.memo(part))


def _of_measure(position: int, measure: Measure) -> Iterator[Passage]:
    for part, items in lists_of(measure):
        if part is Part.STEP:
            yield _line(position, measure, Part.TITLE, text=measure.title)
            yield _line(position, measure, Part.ANALYSIS, text=measure.analysis or "")
        if part is Part.OUTPUT:
            units = " ".join(measure.responsible)
            yield _line(position, measure, Part.RESPONSIBLE, text=units)
        for point in points(items):
            yield Passage(
                kind=Kind.ITEM,
                text=point.item.text,
                place=where.item(position, measure, part=part, path=point.path),
                source=measure.source,
                opens_list=bool(point.item.items) or not point.is_last,
            )


def _line(position: int, measure: Measure, part: Part, *, text: str) -> Passage:
    return Passage(
        kind=_KINDS[part],
        text=text,
        place=where.measure(position, measure, part=part),
        source=measure.source,
    )


_KINDS = {
    Part.TITLE: Kind.MEASURE_TITLE,
    Part.ANALYSIS: Kind.ANALYSIS,
    Part.RESPONSIBLE: Kind.RESPONSIBLE,
}
