"""Tell the people of the office what waits for them; called inside the deed it is about."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import holders
from prongsai.foundations.notifications import actions as notifications
from prongsai.registers.lending.models import Loan, RegisterProposal
from prongsai.registers.lending.queries import loans as queries


def tell_supply_officers(loan: Loan, *, at: datetime) -> None:
    """Tell the supply officers that a request came in."""
    held = holders(Role.SUPPLY_OFFICER, on=localdate(at))
    _tell((h.user for h in held), "lending.requested", loan, at=at)


def tell_deciders(loan: Loan, code: str, *, at: datetime) -> None:
    """Tell whoever may decide on a loan that it waits for them."""
    held = queries.deciders_of(loan, on=localdate(at))
    _tell((h.user for h in held), code, loan, at=at)


def tell_borrower_side(loan: Loan, code: str, *, by: User | None, at: datetime) -> None:
    """Tell the borrower in this office and whoever entered the request."""
    people = {p.pk: p for p in (loan.borrower, loan.requested_by) if p is not None}
    _tell((p for p in people.values() if p != by), code, loan, at=at)


def tell_of_overdue(people: Iterable[User], loans: list[Loan], *, at: datetime) -> None:
    """Tell people how many loans of theirs are overdue."""
    notifications.notify(
        people,
        "lending.overdue",
        about=loans[0],
        url=f"{reverse('lending:loans')}?overdue=yes",
        at=at,
        count=len(loans),
    )


def tell_not_chased(loan: Loan, *, at: datetime) -> None:
    """Tell the clerk and the head of the office that nobody chased in time."""
    today = localdate(at)
    held = [*holders(Role.CLERK, on=today), *holders(Role.MAYOR, on=today)]
    _tell((h.user for h in held), "lending.not-chased", loan, at=at)


def tell_of_proposal(
    proposal: RegisterProposal, people: Iterable[User], *, at: datetime
) -> None:
    """Tell those who may confirm it that a register waits."""
    notifications.notify(
        people,
        "lending.register-proposed",
        about=proposal,
        url=reverse("lending:publishing"),
        at=at,
        year=proposal.year,
    )


def _tell(people: Iterable[User], code: str, loan: Loan, *, at: datetime) -> None:
    notifications.notify(
        people,
        code,
        about=loan,
        url=loan.get_absolute_url(),
        at=at,
        number=str(loan),
        date=loan.starts_on,
        due=loan.due_on,
    )
