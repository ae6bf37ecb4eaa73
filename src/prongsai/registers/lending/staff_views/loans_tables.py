"""The columns of the lists of loans, and the tables on their pages."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from prongsai.registers.lending.models import Loan, LoanLine
from prongsai.registers.lending.queries.availability import DayOfAsset
from prongsai.registers.lending.queries.loans_register import CountsOf
from prongsai.registers.lending.states.loans import TONES, LoanState
from prongsai.ui.tables import Cell, Column, Row, Table
from prongsai.ui.writing import in_english, short_date


def number_cell(loan: Loan) -> Cell:
    """The number, with the way to its page."""
    return Cell(str(loan), href=loan.get_absolute_url())


def state_cell(loan: Loan) -> Cell:
    """The state as a badge; overdue shows before all else."""
    if loan.is_overdue(on=timezone.localdate()):
        return Cell(_("Overdue"), tone="bad", value=loan.get_state_display())
    state = LoanState(loan.state)
    return Cell(str(state.label), tone=TONES[state])


LOAN_COLUMNS = (
    Column("number", gettext_lazy("Number"), sort="year number", value=number_cell),
    Column("borrower_name", gettext_lazy("Borrower"), sort="borrower_name"),
    Column("borrower_kind", gettext_lazy("Kind of borrower"), shown=False),
    Column("purpose", gettext_lazy("Purpose")),
    Column("division", gettext_lazy("Responsible division"), sort="division__order"),
    Column("starts_on", gettext_lazy("From"), sort="starts_on"),
    Column("due_on", gettext_lazy("Due back"), sort="due_on"),
    Column("returned_at", gettext_lazy("Back on"), shown=False),
    Column("state", gettext_lazy("State"), sort="state", value=state_cell),
)


def lines_table(loan: Loan) -> Table:
    """The lines of a loan: asked, approved, handed over, back."""
    columns = [
        Column("code", _("Code")),
        Column("name", _("Item")),
        Column("asked", _("Asked for"), numeric=True),
        Column("approved", _("Approved"), numeric=True),
        Column("handed", _("Handed over"), numeric=True),
        Column("back", pgettext("items", "Back"), numeric=True),
        Column("condition", _("Condition")),
    ]
    rows = [
        Row(
            cells=[
                line.asset.code,
                line.asset.name,
                str(line.asked),
                "–" if line.approved is None else str(line.approved),
                str(line.handed),
                str(line.back),
                _conditions(line),
            ]
        )
        for line in loan.lines.all()
    ]
    return Table(_("Items of the loan"), columns=columns, rows=rows)


def calendar_table(days: list[DayOfAsset], *, today: date) -> Table:
    """The days of an asset: how many are free of how many."""
    rows = [
        Row(cells=[short_date(day.day), f"{day.free} / {day.total}", _freedom(day)])
        for day in days
        if day.day >= today
    ]
    return Table(
        _("Free, day by day"),
        columns=[
            Column("day", _("Day")),
            Column("free", _("Free"), numeric=True),
            Column("state", _("State")),
        ],
        rows=rows,
    )


def counts_table(rows: list[CountsOf]) -> Table:
    """The counts of a year by division, every part beside its whole."""
    return Table(
        _("This fiscal year by division"),
        columns=[
            Column("division", _("Division")),
            Column("lent", _("Lent"), numeric=True),
            Column("on_time", _("Back on time"), numeric=True),
            Column("late", _("Not back on time"), numeric=True),
            Column("chased", _("Chased in time"), numeric=True),
        ],
        rows=[
            Row(
                cells=[
                    of.name_en if in_english() else of.name_th,
                    str(of.counts.lent),
                    f"{of.counts.on_time} / {of.counts.due}",
                    f"{of.counts.late} / {of.counts.due}",
                    f"{of.counts.chased_in_time} / {of.counts.to_chase}",
                ]
            )
            for of in rows
        ],
        empty=_("No loans yet this year."),
    )


def _freedom(day: DayOfAsset) -> Cell:
    if day.free == 0:
        return Cell(pgettext("asset", "Taken"), tone="bad")
    if day.free < day.total:
        return Cell(_("Partly free"), tone="warn")
    return Cell(_("Free"), tone="ok")


def _conditions(line: LoanLine) -> str:
    said = [f"{r.quantity} {r.get_condition_display()}" for r in line.returns.all()]
    out = line.get_condition_out_display() if line.condition_out else ""
    return " → ".join(part for part in (out, ", ".join(said)) if part)
