"""What waits for a person in lending, as the home page of the back office lists it."""

from datetime import date

from django.db.models import Q, QuerySet

from prongsai.foundations.accounts.models import User
from prongsai.registers.lending.models import Loan
from prongsai.registers.lending.permissions import loans as permissions
from prongsai.registers.lending.queries import loans as queries
from prongsai.registers.lending.states.loans import TONES, LoanState
from prongsai.ui.worklist import WorkItem

MOST_SHOWN = 10


def to_handle(user: User, on: date) -> list[WorkItem]:
    """Overdue, due today, to check, to hand over: for supply officers."""
    if not permissions.can_enter_for_outsiders(user, on=on):
        return []
    waiting = queries.visible_to(user, on=on).filter(
        Q(state=LoanState.HANDED_OVER, due_on__lte=on)
        | Q(state=LoanState.APPROVED, starts_on__lte=on)
        | Q(state__in=(LoanState.REQUESTED, LoanState.RETURNED))
    )
    return _items(waiting.order_by("due_on"), on)


def to_decide(user: User, on: date) -> list[WorkItem]:
    """Requests, extensions and settlements that wait for this person's word."""
    found = queries.to_decide(user, on=on)[:MOST_SHOWN]
    return [_item(loan, on) for loan in found]


def borrowed(user: User, on: date) -> list[WorkItem]:
    """What this person has, with the day it is due back."""
    mine = queries.office_loans().filter(borrower=user, state=LoanState.HANDED_OVER)
    return _items(mine.order_by("due_on"), on)


def _items(loans: QuerySet[Loan], on: date) -> list[WorkItem]:
    return [_item(loan, on) for loan in loans[:MOST_SHOWN]]


def _item(loan: Loan, on: date) -> WorkItem:
    late = loan.is_overdue(on=on)
    state = LoanState(loan.state)
    return WorkItem(
        label=str(loan),
        note=loan.purpose,
        href=loan.get_absolute_url(),
        badge=state.label,
        tone="bad" if late else TONES[state],
        due=loan.due_on,
    )
