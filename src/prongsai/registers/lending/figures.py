"""Figures that lending offers as evidence: value, whole, and rows without names."""

from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from prongsai.foundations.evidence.figures import Figure, Outcome
from prongsai.ita.thai.periods import Span
from prongsai.registers.lending.models import Loan
from prongsai.registers.lending.queries import loans_register as queries


def loans(period: Span) -> Outcome:
    """Loans handed over in the period."""
    found = list(queries.lent_in(period.start, period.end))
    return Outcome(value=Decimal(len(found)), rows=_rows(found))


def returned_on_time(period: Span) -> Outcome:
    """Loans due in the period that were wholly back on the due date."""
    due = list(queries.due_in(period.start, period.end))
    return _part([loan for loan in due if queries.came_back_on_time(loan)], due)


def overdue(period: Span) -> Outcome:
    """Loans due in the period that were not wholly back on the due date."""
    due = list(queries.due_in(period.start, period.end))
    return _part([loan for loan in due if not queries.came_back_on_time(loan)], due)


def chased_in_time(period: Span) -> Outcome:
    """Overdue loans that were chased within the days the regulation gives."""
    due = queries.due_in(period.start, period.end)
    overdue = [loan for loan in due if queries.had_to_be_chased(loan)]
    return _part([loan for loan in overdue if queries.chased_in_time(loan)], overdue)


def divisions(period: Span) -> Outcome:
    """Divisions that lent in the period, with the counts of each."""
    found = queries.counts_by_division(period.start, period.end)
    rows = [
        (of.name_th, c.asked, c.lent, c.due, c.on_time, c.late, c.chased_in_time)
        for of in found
        for c in (of.counts,)
    ]
    lending = sum(of.counts.lent > 0 for of in found)
    return Outcome(value=Decimal(lending), of=Decimal(len(found)), rows=rows)


FIGURES = [
    Figure(
        key="lending.loans",
        label=_("Loans of assets"),
        unit=_("loans"),
        formula=_("Loans whose things were handed over in the period."),
        run=loans,
    ),
    Figure(
        key="lending.returned_on_time",
        label=_("Loans returned on time"),
        unit=_("loans"),
        formula=_(
            "Of the loans that fell due in the period: those of which everything was "
            "back, or accounted for, on the due date at the latest."
        ),
        run=returned_on_time,
    ),
    Figure(
        key="lending.overdue",
        label=_("Loans not returned on time"),
        unit=_("loans"),
        formula=_(
            "Of the loans that fell due in the period: those of which something was "
            "still out when the due date ended."
        ),
        run=overdue,
    ),
    Figure(
        key="lending.chased_in_time",
        label=_("Overdue loans chased in time"),
        unit=_("loans"),
        formula=_(
            "Of the overdue loans that were chased, or were still out when the days to "
            "chase had ended: those chased within these days (clause 211)."
        ),
        run=chased_in_time,
    ),
    Figure(
        key="lending.divisions",
        label=_("Divisions that lent assets"),
        unit=_("divisions"),
        formula=_(
            "Of the divisions that were asked for a loan, lent something, or had a loan "
            "fall due in the period: those that lent. The rows count each division."
        ),
        run=divisions,
    ),
]


def _part(part: list[Loan], whole: list[Loan]) -> Outcome:
    return Outcome(value=Decimal(len(part)), of=Decimal(len(whole)), rows=_rows(part))


def _rows(loans: Iterable[Loan]) -> list[tuple[object, ...]]:
    return [
        (
            loan.year,
            loan.number,
            loan.division.code,
            loan.handed_at,
            loan.due_on,
            loan.returned_at,
        )
        for loan in loans
    ]
