"""The way of a loan, step by step, and how far it has come."""

from prongsai.registers.lending.models import Loan
from prongsai.registers.lending.states.loans import LoanState
from prongsai.ui.steps import StepState

WAY = (
    LoanState.REQUESTED,
    LoanState.CHECKED,
    LoanState.APPROVED,
    LoanState.HANDED_OVER,
    LoanState.RETURNED,
    LoanState.CLOSED,
)
"""What an ordinary loan passes through."""


def way_of(loan: Loan) -> list[tuple[LoanState, StepState]]:
    """Return the steps of a loan; a refused or cancelled one ends early."""
    state = LoanState(loan.state)
    if state in {LoanState.REFUSED, LoanState.CANCELLED}:
        passed = [
            LoanState.REQUESTED,
            *([LoanState.CHECKED] if loan.checked_at else []),
        ]
        return [*((step, "done") for step in passed), (state, "failed")]
    reached = LoanState.RETURNED if state == LoanState.SETTLING else state
    place, closed = WAY.index(reached), state == LoanState.CLOSED
    return [(step, _standing(n, place, closed=closed)) for n, step in enumerate(WAY)]


def _standing(n: int, place: int, *, closed: bool) -> StepState:
    if n < place or closed:
        return "done"
    return "now" if n == place else "next"
