"""The scores: their table, their chart, and what is said of each indicator."""

from itertools import groupby

from prongsai.ita.documents.model.report import Report, Score
from prongsai.ita.documents.rendering import chart
from prongsai.ita.documents.rendering.blocks import (
    Align,
    Block,
    Cell,
    Chart,
    Column,
    Heading,
    Line,
    Paragraph,
    Row,
    Table,
)
from prongsai.ita.documents.rendering.contents.indicators import names
from prongsai.ita.documents.rendering.wording import Wording


def blocks(report: Report, wording: Wording) -> tuple[Block, ...]:
    """Return the score table with its chart, then the narratives under headings."""
    found: tuple[Block, ...] = ()
    if has_scores(report):
        heading = Heading(level=2, text=wording.say("heading.scores"))
        found = (heading, table(report, wording), *_chart(report, wording))
    return found + _narratives(report, wording)


def has_scores(report: Report) -> bool:
    """Whether there is anything for the score table."""
    return bool(report.scores or report.totals or report.levels)


def years(report: Report) -> tuple[str, ...]:
    """Every year the report prints a score, a total or a level for, in order."""
    found = {year for score in report.scores for year in score.years}
    return tuple(sorted(found | set(report.totals) | set(report.levels)))


def table(report: Report, wording: Wording) -> Table:
    """Return one row for each indicator, then the total and the level."""
    shown = years(report)
    rows = [_row(score, shown, wording) for score in report.scores]
    changes = report.changes
    if report.totals:
        cells = [wording.text(report.totals.get(year, "")) for year in shown]
        change = wording.text(changes.total) if changes else ""
        rows.append(_closing(wording.say("row.total"), [*cells, change]))
    if report.levels:
        cells = [wording.text(report.levels.get(year, "")) for year in shown]
        change = wording.text(changes.level) if changes else ""
        rows.append(_closing(wording.say("row.level"), [*cells, change]))
    return Table(
        caption=wording.say("heading.scores"),
        columns=_columns(shown, wording),
        rows=tuple(rows),
    )


def _columns(shown: tuple[str, ...], wording: Wording) -> tuple[Column, ...]:
    points = (wording.say("column.year", year=wording.number(year)) for year in shown)
    return (
        Column(title=wording.say("column.instrument"), width=15, align=Align.CENTRE),
        Column(title=wording.say("column.order"), width=8, align=Align.CENTRE),
        Column(title=wording.say("column.name"), width=33),
        *(Column(title=title, width=14, align=Align.CENTRE) for title in points),
        Column(title=wording.say("column.change"), width=16, align=Align.CENTRE),
    )


def _row(score: Score, shown: tuple[str, ...], wording: Wording) -> Row:
    texts = [
        wording.text(score.instrument),
        wording.number(score.indicator),
        wording.text(score.name),
        *(wording.text(score.years.get(year, "")) for year in shown),
        wording.text(score.change),
    ]
    return Row(cells=tuple(map(_cell, texts)), heading=2)


def _closing(label: str, texts: list[str]) -> Row:
    cells = tuple(map(_cell, ["", "", label, *texts]))
    return Row(cells=cells, heading=2, emphasised=True)


def _cell(text: str) -> Cell:
    return (Line(text=text),) if text else ()


def _chart(report: Report, wording: Wording) -> tuple[Chart, ...]:
    if not report.scores:
        return ()
    shown = tuple(sorted({year for score in report.scores for year in score.years}))
    labels = [
        f"{wording.number(score.indicator)} {wording.text(score.name)}".strip()
        for score in report.scores
    ]
    bars = chart.Bars(
        title=wording.say("chart.title"),
        alt=wording.say("chart.alt", figures=_figures(report, shown, wording)),
        labels=labels,
        years={
            wording.say("chart.year", year=wording.number(year)): [
                wording.text(score.years.get(year, "")) for score in report.scores
            ]
            for year in shown
        },
        number=wording.number,
    )
    return (
        Chart(
            title=bars.title,
            alt=bars.alt,
            svg=chart.draw(bars),
            width=chart.WIDTH,
            height=chart.height(bars),
        ),
    )


def _figures(report: Report, shown: tuple[str, ...], wording: Wording) -> str:
    found = []
    for score in report.scores:
        values = [wording.text(score.years[y]) for y in shown if y in score.years]
        name = wording.text(score.name)
        figure = wording.say("chart.figure", name=name, values=" / ".join(values))
        found.append(figure)
    return "; ".join(found)


def _narratives(report: Report, wording: Wording) -> tuple[Block, ...]:
    if not report.narratives:
        return ()
    called = names(report)
    found: list[Block] = [Heading(level=2, text=wording.say("heading.narratives"))]
    for indicator, group in groupby(report.narratives, lambda n: n.indicator):
        if indicator is not None:
            facts = {
                "number": wording.number(indicator),
                "name": wording.text(called.get(indicator, "")),
            }
            text = wording.say("heading.indicator", **facts)
            found.append(Heading(level=3, text=text))
        lines = (line for narrative in group for line in narrative.text.split("\n"))
        found += [Paragraph(text=wording.text(line)) for line in lines if line]
    return tuple(found)
