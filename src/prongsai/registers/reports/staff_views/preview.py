"""A report as its page shows it: each part with its place, so that findings lead there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from prongsai.ita.documents.model.report import Measure
from prongsai.ita.documents.rendering.contents.scores import years
from prongsai.ita.thai.digits import to_arabic
from prongsai.registers.reports.queries import texts
from prongsai.registers.reports.queries.contents import Content, Placed, Proof
from prongsai.registers.reports.queries.texts import CLOSING, INTRODUCTION, Text
from prongsai.ui.tables import Column, Row, Table

Texts = Mapping[str, Text]


@dataclass(frozen=True, kw_only=True)
class Words:
    """A text of the preview: where it stands, what it says, whether it can be written."""

    anchor: str
    label: str
    text: str
    source: Text | None = None


@dataclass(frozen=True, kw_only=True)
class Panel:
    """One measure of the preview."""

    place: str
    title: str
    above: str
    facts: Sequence[tuple[str, object]]
    results: Sequence[Words] = ()
    figures: Sequence[Placed] = ()
    evidence: Sequence[Proof] = ()


@dataclass(frozen=True, kw_only=True)
class Preview:
    """Everything a report says, part by part."""

    introduction: Words
    closing: Words
    scores: Table | None
    narratives: Sequence[Words] = ()
    panels: Sequence[Panel] = field(default_factory=list)


def preview_of(content: Content, written: Texts) -> Preview:
    """Return a report for its page; ``written`` holds the texts that can be written."""
    return Preview(
        introduction=_words(
            INTRODUCTION, _("Introduction"), content.introduction, written=written
        ),
        closing=_words(CLOSING, _("Closing"), content.closing, written=written),
        scores=_scores(content) if content.report.scores else None,
        narratives=[
            Words(
                anchor=f"narrative.{position}",
                label=_("Indicator %(number)s") % {"number": narrative.indicator}
                if narrative.indicator
                else _("The whole"),
                text=narrative.text,
            )
            for position, narrative in enumerate(content.report.narratives)
        ],
        panels=list(_panels(content, written)),
    )


def _words(key: str, label: str, text: str, *, written: Texts) -> Words:
    return Words(anchor=key, label=label, text=text, source=written.get(key))


def _panels(content: Content, written: Texts) -> Iterator[Panel]:
    tells = any(m.outputs or m.outcomes for m in content.report.measures)
    for place, measure in zip(content.places, content.report.measures, strict=True):
        yield Panel(
            place=place,
            title=f"{measure.ref} {measure.title}".strip(),
            above=_above(measure),
            facts=list(_facts(measure)),
            results=list(_results(place, measure, written)) if tells else (),
            figures=_figures(place, content),
            evidence=[e for e in content.evidence if e.place == place],
        )


def label_of(key: str, content: Content) -> str:
    """Return what a text of the report is called: its measure and its part."""
    if key == INTRODUCTION:
        return _("Introduction")
    if key == CLOSING:
        return _("Closing")
    place, _dot, part = key.rpartition(".")
    word = _("Output") if part == "output" else _("Outcome")
    titles = {
        place: f"{measure.ref} {measure.title}".strip()
        for place, measure in zip(content.places, content.report.measures, strict=True)
    }
    return f"{titles.get(place, place)}: {word}"


def _figures(place: str, content: Content) -> Sequence[Placed]:
    """Return the figures of a measure, each once however often it is quoted."""
    own = (f for f in content.figures if f.place.startswith(f"{place}."))
    return list({figure.pk: figure for figure in own}.values())


def _above(measure: Measure) -> str:
    parts = []
    if measure.aspect:
        parts.append(f"{measure.aspect.number} {measure.aspect.title}".strip())
    if measure.indicator:
        parts.append(_("Indicator %(number)s") % {"number": measure.indicator})
    return " · ".join(parts)


def _facts(measure: Measure) -> Iterator[tuple[str, object]]:
    if measure.analysis:
        yield _("Why"), measure.analysis
    yield _("Steps"), texts.flat(measure.steps) or "–"
    yield _("Period"), to_arabic(measure.period.text) if measure.period else "–"
    yield _("Responsible"), ", ".join(measure.responsible) or "–"


def _results(place: str, measure: Measure, written: Texts) -> Iterator[Words]:
    parts = (
        ("output", _("Output"), measure.outputs),
        ("outcome", _("Outcome"), measure.outcomes),
    )
    for part, label, items in parts:
        key = f"{place}.{part}"
        yield _words(key, label, texts.flat(items), written=written)


def _scores(content: Content) -> Table:
    report = content.report
    shown = years(report)
    rows = [
        [s.indicator, s.name, *(s.years.get(y, "") for y in shown), s.change]
        for s in report.scores
    ]
    if report.totals:
        change = report.changes.total if report.changes else ""
        totals = (report.totals.get(y, "") for y in shown)
        rows.append(["", _("Total"), *totals, change])
    if report.levels:
        change = report.changes.level if report.changes else ""
        levels = (report.levels.get(y, "") for y in shown)
        rows.append(["", _("Level"), *levels, change])
    return Table(
        _("Points of the indicators"),
        columns=[
            Column("number", _("Indicator")),
            Column("name", _("Name")),
            *(Column(y, y, numeric=True) for y in shown),
            Column("change", _("Change")),
        ],
        rows=[Row(cells=row) for row in rows],
    )
