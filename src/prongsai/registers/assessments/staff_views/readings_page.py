"""What stands on the page of a reading: what was found, each value beside its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from prongsai.foundations.accounts.models import User
from prongsai.foundations.files import queries as files
from prongsai.ita.documents.linting.findings import Finding
from prongsai.ita.documents.linting.lint import message, place_name
from prongsai.ita.documents.linting.severities import Severity
from prongsai.ita.documents.model.report import Kind, Report, Source
from prongsai.ita.words.catalogue import say
from prongsai.registers.assessments import permissions
from prongsai.registers.assessments.forms.readings import ValuesForm
from prongsai.registers.assessments.models.readings import Reading, ReadScore
from prongsai.registers.assessments.models.results import Assessment
from prongsai.registers.assessments.queries import readings as queries
from prongsai.registers.assessments.queries import results
from prongsai.registers.assessments.queries.as_report import indicators_of
from prongsai.registers.assessments.queries.lines import Line
from prongsai.registers.assessments.queries.places import LEVEL, TOTAL, place_from
from prongsai.registers.assessments.states import READING_TONES, ReadingState
from prongsai.ui.tables import Cell, Column, Row, Table, Tone
from prongsai.ui.writing import in_english, short_moment

TONES: dict[Severity, Tone] = {
    Severity.ERROR: "bad",
    Severity.WARNING: "warn",
    Severity.INFO: "info",
}
KINDS = {
    Kind.MEASURES_RESULT: pgettext_lazy("report", "Result of the measures"),
    Kind.ANALYSIS_AND_PLAN: pgettext_lazy("report", "Analysis and plan"),
    Kind.SCORES: pgettext_lazy("report", "Scores"),
    Kind.MEMO: pgettext_lazy("report", "Memo"),
    Kind.UNKNOWN: pgettext_lazy("report", "Not known"),
}
PARTS = {
    "memo": gettext_lazy("Memo"),
    "title": gettext_lazy("Title and report"),
    "score": gettext_lazy("Score table"),
    "narrative": gettext_lazy("Analysis"),
    "measure": gettext_lazy("Measures"),
    "outside": gettext_lazy("Elsewhere"),
}
_PART_OF = {"report": "title", "total": "score", "level": "score", "change": "score"}
_AROUND = 70
"""Letters of a line that are shown on each side of a value."""


@dataclass(frozen=True, kw_only=True)
class Year:
    """The values of one year: its form, what is left to do, what stands in the way."""

    year: int
    form: ValuesForm
    waiting: int
    taken: Assessment | None
    there: Assessment | None
    differences: Table | None

    @property
    def can_take(self) -> bool:
        """Whether every value was looked at and no result of the year is here."""
        return not self.waiting and self.taken is None and self.there is None


def language() -> Literal["th", "en"]:
    """The language the page speaks, as the library's catalogues name it."""
    return "en" if in_english() else "th"


def reading_context(
    reading: Reading, user: User, *, form: ValuesForm | None = None
) -> dict[str, object]:
    """Return everything the page of a reading shows; ``form`` came back with errors."""
    report = queries.report_of(reading)
    found = lint_of(reading)
    return {
        "reading": reading,
        "state_tone": READING_TONES[ReadingState(reading.state)],
        "is_read": reading.state in {ReadingState.READ, ReadingState.TAKEN},
        "can_write": permissions.can_write(user, localdate()),
        "facts": list(_facts(reading, report)),
        "years": list(_years(reading, form)),
        "problem": _problem(reading),
        "findings": len(found),
        "errors": sum(f.severity is Severity.ERROR for f in found),
        "warnings": len(report.warnings),
        "has_measures": bool(report.measures),
        "files": list(files.of(reading))
        if queries.can_open_file(user, reading.pk)
        else [],
    }


def lint_of(reading: Reading) -> tuple[Finding, ...]:
    """What the rules find; nothing while the file is not read."""
    return queries.findings_of(reading) if reading.content else ()


def finding_tables(reading: Reading) -> list[Table]:
    """Return the findings as one table for each part of the report."""
    parts = groupby(lint_of(reading), key=_part)
    return [_finding_table(str(PARTS[part]), list(found)) for part, found in parts]


def finding_table(caption: str, findings: Sequence[Finding]) -> Table:
    """Return findings as a table: how serious, what and where."""
    return _finding_table(caption, list(findings))


def warning_table(reading: Reading) -> Table:
    """Return what the reader could not place, with its words."""
    rows = [
        Row(
            cells=[
                say(f"reading.notice.{w.code}", language()).rstrip(":"),
                w.text,
                source_words(w.source),
            ]
        )
        for w in queries.report_of(reading).warnings
    ]
    columns = [
        Column("what", _("What reading was unsure of")),
        Column("text", _("Text")),
        Column("where", _("Where")),
    ]
    empty = _("Everything in the file found its place.")
    return Table(_("Not placed"), columns=columns, rows=rows, empty=empty)


def label_of(score: ReadScore) -> str:
    """Name a value: the total, the level, or the indicator with its number."""
    if score.field == TOTAL:
        return _("Total")
    if score.field == LEVEL:
        return _("Level")
    known = indicators_of(score.fiscal_year).get(int(score.field))
    if known is None:
        return _("Indicator %(number)s") % {"number": score.field}
    return f"{score.field}. {known.en if in_english() else known.th}"


def place_words(score: ReadScore, lines: Sequence[Line]) -> SafeString | str:
    """Show the line a value stands in with the value marked; say when it is not found."""
    place = place_from(score.place)
    if place is None or place.line >= len(lines):
        return _("The value was not found again in the text. Look it up in the file.")
    line = lines[place.line]
    before, after = line.text[: place.start], line.text[place.end :]
    return format_html(
        "{}: {}<mark>{}</mark>{}",
        where_words(line, place.line),
        _clipped(before, from_end=True),
        line.text[place.start : place.end],
        _clipped(after, from_end=False),
    )


def where_words(line: Line, at: int) -> str:
    """Say where a line is: its number, its page, or its place among the rows."""
    if line.page:
        return _("page %(number)s") % {"number": line.page}
    return _("line %(number)s") % {"number": line.number or at + 1}


def source_words(source: Source) -> str:
    """Say where the library found something."""
    if source.page:
        return _("page %(number)s") % {"number": source.page}
    if source.lines:
        numbers = ", ".join(map(str, source.lines[:5]))
        return _("line %(number)s") % {"number": numbers}
    return ""


def values_form(
    reading: Reading,
    year: int,
    data: object = None,
    *,
    scores: list[ReadScore] | None = None,
) -> ValuesForm:
    """Make the form of a year's values, each with the line it stands in."""
    found = queries.scores_of(reading, year) if scores is None else scores
    lines = queries.lines_of(reading)
    rows = [(s, label_of(s), str(place_words(s, lines))) for s in found]
    return ValuesForm(data, scores=rows)


def _clipped(text: str, *, from_end: bool) -> str:
    if len(text) <= _AROUND:
        return text
    return f"…{text[-_AROUND:]}" if from_end else f"{text[:_AROUND]}…"


def _facts(reading: Reading, report: Report) -> Iterator[tuple[str, object]]:
    if reading.content:
        yield _("Kind of document"), KINDS[report.kind]
        yield _("Title"), report.title or "–"
        if office := report.organisation:
            yield _("Office named in it"), f"{office.type}{office.name}"
        yield _("Fiscal year"), report.fiscal_year or "–"
        yield _("Measures"), len(report.measures)
        yield _("Analyses of indicators"), len(report.narratives)
        yield _("Memo inside"), _("there is one") if report.memo else _("there is none")
    yield _("Read by"), f"{reading.read_by}, {short_moment(reading.read_at)}"
    if reading.measures_taken_at:
        yield _("Measures taken over"), short_moment(reading.measures_taken_at)


def _years(reading: Reading, bad: ValuesForm | None) -> Iterator[Year]:
    scores = queries.scores_of(reading)
    for year, group in groupby(scores, key=lambda score: score.fiscal_year):
        found = list(group)
        is_bad = bad is not None and bad.scores and bad.scores[0].fiscal_year == year
        taken = next((s.assessment for s in found if s.assessment), None)
        there = None if taken else results.of_year(year)
        yield Year(
            year=year,
            form=bad
            if bad is not None and is_bad
            else values_form(reading, year, scores=found),
            waiting=sum(score.confirmed_at is None for score in found),
            taken=taken,
            there=there,
            differences=_differences(there, found) if there else None,
        )


def _differences(there: Assessment, scores: list[ReadScore]) -> Table:
    named = {score.field: label_of(score) for score in scores}
    rows = [
        Row(cells=[named[d.field], d.there or "–", d.read])
        for d in queries.differences(there, scores)
    ]
    columns = [
        Column("value", _("Value")),
        Column("there", _("In the result"), numeric=True),
        Column("read", _("From the file"), numeric=True),
    ]
    caption = _("The file differs from the result of %(year)s") % {
        "year": there.fiscal_year
    }
    empty = _("Every value is the same.")
    return Table(caption, columns=columns, rows=rows, empty=empty)


def _problem(reading: Reading) -> str:
    """Say why a file could not be read in the background."""
    if not (kept := reading.problem):
        return ""
    facts = dict(kept["facts"])
    if kept["limit"]:
        facts["what"] = say(f"reading.limit.{kept['limit']}", language())
    return say(kept["code"], language(), **facts)


def _part(finding: Finding) -> str:
    name = finding.where.code.removeprefix("place.").partition("-")[0]
    return _PART_OF.get(name, name)


def _finding_table(caption: str, findings: list[Finding]) -> Table:
    columns = [
        Column("severity", _("How serious")),
        Column("what", _("What was found")),
        Column("where", _("Where")),
    ]
    rows = [
        Row(
            cells=[
                Cell(
                    say(f"severity.{finding.severity}", language()),
                    tone=TONES[finding.severity],
                ),
                message(finding, language()),
                ", ".join(filter(None, _where(finding))),
            ]
        )
        for finding in findings
    ]
    return Table(caption, columns=columns, rows=rows)


def _where(finding: Finding) -> Iterator[str]:
    yield place_name(finding.where, language())
    yield source_words(finding.source)
