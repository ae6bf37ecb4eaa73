"""Every way to read loans. Views read through here and nowhere else."""

from datetime import date
from typing import Literal

from django.db.models import Exists, Model, OuterRef, Prefetch, Q, QuerySet

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import Capacity, capacities, holders
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.queries import with_sections
from prongsai.registers.lending.models import (
    Chase,
    Contact,
    Extension,
    Loan,
    LoanDecision,
    LoanLine,
    RegisterProposal,
    ReturnedItem,
    Settlement,
)
from prongsai.registers.lending.models.loan_choices import Outcome
from prongsai.registers.lending.permissions import loans as permissions
from prongsai.registers.lending.queries.clocks import chase_by
from prongsai.registers.lending.states.loans import (
    ENDED,
    ExtensionState,
    LoanState,
    SettlementState,
)


def visible_to(user: User, *, on: date) -> QuerySet[Loan]:
    """Return the loans a person may see on a day, newest first.

    One's own always; a post that oversees lending sees what its division lends or
    borrows, and everything when it covers the whole office.
    """
    found = office_loans().filter(organisation=user.organisation_id)
    held = capacities(user, on=on)
    if any(capacity.role in permissions.READERS for capacity in held):
        return found
    seen = Q(borrower=user) | Q(requested_by=user)
    for capacity in held:
        if capacity.role == Role.HEAD and capacity.division is None:
            return found
        if capacity.role == Role.HEAD and capacity.division is not None:
            divisions = with_sections(capacity.division)
            seen |= Q(division__in=divisions) | Q(borrower_division__in=divisions)
    return found.filter(seen)


def office_loans() -> QuerySet[Loan]:
    """Return every loan of the current office with its divisions."""
    return Loan.objects.filter(organisation=tenancy.required()).select_related(
        "division", "borrower_division"
    )


def with_everything(loans: QuerySet[Loan]) -> QuerySet[Loan]:
    """Return loans with all that the page of a loan shows, in a fixed number of queries."""
    people = ("requested_by", "checked_by", "handed_by", "closed_by", "cancelled_by")
    return loans.select_related("borrower", *people).prefetch_related(
        lines_of_a_loan(),
        Prefetch("decisions", LoanDecision.objects.select_related("decided_by")),
        Prefetch("extensions", Extension.objects.select_related("asked_by")),
        Prefetch("chases", Chase.objects.select_related("recorded_by")),
        Prefetch("contacts", Contact.objects.select_related("reached_by")),
        Prefetch(
            "settlement",
            Settlement.objects.select_related("opened_by", "heard_by", "fulfilled_by"),
        ),
    )


def lines_of_a_loan() -> "Prefetch[Literal['lines'], QuerySet[Model], str]":
    """Return the lines with their assets and what came back of them."""
    returns = Prefetch("returns", ReturnedItem.objects.select_related("received_by"))
    lines = LoanLine.objects.select_related("asset", "asset__group")
    return Prefetch("lines", lines.prefetch_related(returns))


def overdue(loans: QuerySet[Loan], *, on: date) -> QuerySet[Loan]:
    """Keep the loans that should be back by now, the longest overdue first."""
    return loans.filter(state=LoanState.HANDED_OVER, due_on__lt=on).order_by("due_on")


def not_chased(loans: QuerySet[Loan], *, on: date) -> QuerySet[Loan]:
    """Keep the overdue loans that nobody has chased since they fell due."""
    chased = Chase.objects.filter(loan=OuterRef("pk"), was_due_on=OuterRef("due_on"))
    return overdue(loans, on=on).exclude(Exists(chased))


def past_the_chase(loans: QuerySet[Loan], *, on: date) -> list[Loan]:
    """Return the loans that nobody chased although the days for it are over."""
    return [loan for loan in not_chased(loans, on=on) if chase_by(loan.due_on) < on]


def due_on(loans: QuerySet[Loan], day: date) -> QuerySet[Loan]:
    """Keep the loans that are due back on a day."""
    return loans.filter(state=LoanState.HANDED_OVER, due_on=day)


def to_hand_over(loans: QuerySet[Loan], *, on: date) -> QuerySet[Loan]:
    """Keep the approved loans that begin today or should have begun."""
    return loans.filter(state=LoanState.APPROVED, starts_on__lte=on).order_by(
        "starts_on"
    )


def to_check(loans: QuerySet[Loan]) -> QuerySet[Loan]:
    """Keep the requests whose stock nobody has checked, the oldest first."""
    return loans.filter(state=LoanState.REQUESTED).order_by("requested_at")


def to_decide(user: User, *, on: date) -> list[Loan]:
    """Return the loans, also with an open extension or settlement, that wait for a person."""
    waiting = visible_to(user, on=on).filter(
        Q(state=LoanState.CHECKED)
        | Q(extensions__state=ExtensionState.ASKED)
        | Q(settlement__state=SettlementState.HEARD)
    )
    rows = waiting.distinct().prefetch_related(lines_of_a_loan())
    return [
        loan
        for loan in rows.order_by("requested_at")
        if permissions.can_decide(user, loan, on=on)
    ]


def of_reference(year: int, number: int) -> Loan | None:
    """Return the loan with a number, for the borrower who knows its secret."""
    return office_loans().filter(year=year, number=number).first()


def tracked(pk: int) -> Loan | None:
    """Return a loan whose borrower proved to know its secret, with its lines."""
    rows = office_loans().filter(pk=pk)
    return rows.prefetch_related(lines_of_a_loan(), "decisions", "extensions").first()


def identity_to_clear(*, before: date) -> QuerySet[Loan]:
    """Return the ended loans that still hold an identity and ended before a day."""
    refused = LoanDecision.objects.filter(
        loan=OuterRef("pk"), decided_at__date__lt=before
    )
    ended = (
        Q(closed_at__date__lt=before)
        | Q(cancelled_at__date__lt=before)
        | Q(Exists(refused), state=LoanState.REFUSED)
    )
    return office_loans().filter(
        ended, state__in=ENDED, identity_cleared_at__isnull=True
    )


def calls_to_make(*, on: date) -> QuerySet[Contact]:
    """Return the reminders nobody has made yet, for things still out."""
    return (
        Contact.objects.filter(
            organisation=tenancy.required(),
            reached_at__isnull=True,
            due_on__gte=on,
            loan__state=LoanState.HANDED_OVER,
        )
        .select_related("loan", "loan__division")
        .order_by("due_on", "pk")
    )


def open_proposal(year: int) -> RegisterProposal | None:
    """Return the register of a year that waits for confirmation, if one does."""
    return proposals().filter(year=year, confirmed_at__isnull=True).first()


def proposals() -> QuerySet[RegisterProposal]:
    """Return the registers proposed for publication, the latest first."""
    return RegisterProposal.objects.filter(
        organisation=tenancy.required()
    ).select_related("proposed_by", "confirmed_by")


def adverse_decision(loan: Loan) -> LoanDecision | None:
    """Return the decision on a request if it refused it or a part of it."""
    for decision in loan.decisions.all():
        about_loan = not (decision.extension_id or decision.settlement_id)
        if about_loan and decision.outcome != Outcome.APPROVED:
            return decision
    return None


def deciders_of(loan: Loan, *, on: date) -> list[Capacity]:
    """Return everyone who may decide on a loan on a day."""
    role = permissions.ruling_of(loan).decides
    if role is None:
        return []
    return [
        held
        for held in holders(role, on=on, division=loan.division)
        if not permissions.is_own(held.user, loan)
    ]


def contacts_of(loan: Loan) -> QuerySet[Contact]:
    """Return the reminders of one loan."""
    return Contact.objects.filter(loan=loan)


def contact(pk: int) -> Contact | None:
    """Return one reminder with its loan."""
    rows = Contact.objects.filter(organisation=tenancy.required(), pk=pk)
    return rows.select_related("loan").first()
