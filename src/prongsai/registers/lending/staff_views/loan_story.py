"""A loan told as steps on the way and as what happened when."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from prongsai.registers.lending.models import Loan, LoanDecision
from prongsai.registers.lending.queries.way import way_of
from prongsai.registers.lending.states.loans import LoanState
from prongsai.ui.steps import Step
from prongsai.ui.timeline import Moment
from prongsai.ui.writing import short_date


def steps_of(loan: Loan) -> list[Step]:
    """Return the way of a loan and how far it has come, with the days of each step."""
    return [
        Step(label=str(step.label), state=state, note=_note(loan, step))
        for step, state in way_of(loan)
    ]


def story_of(loan: Loan) -> list[Moment]:
    """Return everything that happened to a loan, the latest first."""
    moments = [
        *_deeds(loan),
        *_decisions(loan),
        *_around(loan),
        *_chased(loan),
        *_returns(loan),
    ]
    return sorted(moments, key=_when, reverse=True)


def _note(loan: Loan, step: LoanState) -> str:
    moments = {
        LoanState.REQUESTED: loan.requested_at,
        LoanState.CHECKED: loan.checked_at,
        LoanState.HANDED_OVER: loan.handed_at,
        LoanState.RETURNED: loan.returned_at,
        LoanState.CLOSED: loan.closed_at,
    }
    found = moments.get(step)
    return short_date(found) if found else ""


def _deeds(loan: Loan) -> Iterator[Moment]:
    told = [
        (loan.requested_at, _("Requested"), loan.requested_by, ""),
        (loan.checked_at, _("Stock checked"), loan.checked_by, loan.check_note),
        (loan.handed_at, _("Handed over"), loan.handed_by, loan.handed_to),
        (loan.cancelled_at, _("Cancelled"), loan.cancelled_by, loan.cancel_reason),
        (loan.closed_at, _("Closed"), loan.closed_by, ""),
    ]
    for at, title, who, text in told:
        if at is not None:
            yield Moment(at=at, title=title, who=str(who or ""), text=text)


def _decisions(loan: Loan) -> Iterator[Moment]:
    for decision in loan.decisions.all():
        parts = (
            decision.capacity,
            decision.benefit_reason,
            decision.facts,
            decision.law,
            decision.considerations,
        )
        yield Moment(
            at=decision.decided_at,
            title=_title(decision),
            text=" · ".join(part for part in parts if part),
            who=str(decision.decided_by or ""),
        )


def _title(decision: LoanDecision) -> str:
    outcome = decision.get_outcome_display()
    if decision.extension_id:
        return _("Extension: %(outcome)s") % {"outcome": outcome}
    if decision.settlement_id:
        return _("Settlement decided")
    return outcome


def _around(loan: Loan) -> Iterator[Moment]:
    for asked in loan.extensions.all():
        yield Moment(
            at=asked.asked_at,
            title=_("More time asked for, until %(day)s")
            % {"day": short_date(asked.until)},
            text=asked.reason,
            who=str(asked.asked_by or ""),
        )


def _chased(loan: Loan) -> Iterator[Moment]:
    for chase in loan.chases.all():
        lateness = _("late") if chase.is_late else _("in time")
        parts = (
            chase.get_channel_display(),
            chase.letter_number,
            lateness,
            chase.answer,
        )
        yield Moment(
            at=chase.recorded_at,
            title=_("Chased on %(day)s") % {"day": short_date(chase.chased_on)},
            text=" · ".join(part for part in parts if part),
            who=str(chase.recorded_by or ""),
        )
    for contact in loan.contacts.all():
        yield Moment(
            at=contact.reached_at or contact.listed_at,
            title=_("Reminded")
            if contact.reached_at
            else _("Put on the reminder list"),
            text=contact.get_reason_display(),
            who=str(contact.reached_by or ""),
        )
    yield from _settlement(loan)


def _settlement(loan: Loan) -> Iterator[Moment]:
    found = getattr(loan, "settlement", None)
    if found is None:
        return
    said = _("No answer came in time.") if found.was_silent else found.statement
    told = [
        (found.opened_at, _("Settlement opened"), found.opened_by, found.findings),
        (found.heard_at, _("Borrower was heard"), found.heard_by, said),
        (found.fulfilled_at, _("Made good"), found.fulfilled_by, found.proof),
    ]
    for at, title, who, text in told:
        if at is not None:
            yield Moment(at=at, title=title, who=str(who or ""), text=text)


def _returns(loan: Loan) -> Iterator[Moment]:
    for line in loan.lines.all():
        for item in line.returns.all():
            facts = {
                "number": item.quantity,
                "item": line.asset.name,
                "condition": item.get_condition_display(),
            }
            yield Moment(
                at=item.received_at,
                title=_("Back: %(number)s of %(item)s, %(condition)s") % facts,
                text=" · ".join(p for p in (item.brought_by, item.note) if p),
                who=str(item.received_by or ""),
            )


def _when(moment: Moment) -> datetime:
    if not isinstance(moment.at, datetime):
        raise TypeError(moment.at)
    return moment.at
