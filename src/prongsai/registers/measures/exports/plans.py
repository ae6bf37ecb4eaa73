"""The plan of a year as a file: a table of its steps, or the official document."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from django.utils.translation import gettext as _

from prongsai.ita.documents.rendering.writing import render
from prongsai.registers.measures.models import Kind, Line, Measure, Plan, Step
from prongsai.registers.measures.queries import plans
from prongsai.registers.measures.queries.as_report import report_of
from prongsai.ui import exporting

TABLES = {"csv": exporting.CSV_TYPE, "xlsx": exporting.XLSX_TYPE}
DOCUMENTS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
KINDS = TABLES | DOCUMENTS
"""What a plan can be had as, and how browsers call it."""


def plan_file(plan: Plan, *, kind: str) -> bytes:
    """Return a plan as one of ``KINDS``."""
    if kind in DOCUMENTS:
        return render(report_of(plan), to=kind)
    if kind == "csv":
        return exporting.as_csv(_heads(), _rows(plan))
    return exporting.as_xlsx(str(plan), _heads(), _rows(plan))


def _heads() -> list[str]:
    return [
        _("No."),
        _("Number in the report"),
        _("Aspect"),
        _("Indicators"),
        _("Measure"),
        _("Why"),
        _("Where we stand"),
        _("What we want to reach"),
        _("Unit"),
        _("Output expected"),
        _("Outcome expected"),
        _("Budget (baht)"),
        _("Begins"),
        _("Ends"),
        _("Period as printed"),
        _("Responsible division"),
        _("Responsible as printed"),
        _("Accountable person"),
        _("State"),
        _("Outputs"),
        _("Outcomes"),
        _("Step no."),
        _("Step"),
        _("Division of the step"),
        _("Accountable for the step"),
        _("Due"),
        _("Done on"),
    ]


def _rows(plan: Plan) -> Iterator[list[object]]:
    """One row for each step; a measure without steps has one row too."""
    found = plans.measures_of(plan).prefetch_related("lines")
    for number, measure in enumerate(found, 1):
        before = [number, *_measure(measure)]
        steps = [[*_step(row, depth)] for depth, row in plans.tree_of(measure)]
        yield from ([*before, *step] for step in steps or [[None] * 6])


def _measure(measure: Measure) -> Iterator[object]:
    yield from (measure.reference, measure.aspect, _numbers(measure), measure.title)
    yield from (measure.analysis, measure.baseline, measure.target, measure.unit)
    yield from (measure.output_expected, measure.outcome_expected, measure.budget)
    yield from (measure.starts_on, measure.ends_on, measure.period_text)
    yield _name(measure.division)
    yield "\n".join(measure.responsible_texts)
    yield _name(measure.accountable)
    yield str(measure.get_state_display())
    yield from (_lines(measure, kind) for kind in (Kind.OUTPUT, Kind.OUTCOME))


def _step(step: Step, depth: int) -> Iterator[str | date | None]:
    yield f"{'- ' * depth}{step.marker}"
    yield from (step.text, _name(step.division), _name(step.accountable))
    yield from (step.due_on, step.done_on)


def _numbers(measure: Measure) -> str:
    return ", ".join(str(number) for number in measure.indicators)


def _name(row: object) -> str:
    return "" if row is None else str(row)


def _lines(measure: Measure, kind: str) -> str:
    """Write outputs or outcomes one a line, points under what they belong to."""
    rows = [line for line in measure.lines.all() if line.kind == kind]
    rows.sort(key=lambda line: (line.order, line.pk))
    return "\n".join(_below(rows, None, 0))


def _below(rows: list[Line], parent: int | None, depth: int) -> Iterator[str]:
    for row in rows:
        if row.parent_id == parent:
            text = f"{'  ' * depth}{row.marker} {row.text}".rstrip()
            yield from chain([text], _below(rows, row.pk, depth + 1))
