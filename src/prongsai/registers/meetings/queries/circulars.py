"""Circulars: who may see which, who was addressed, who acknowledged."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import capacities
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.queries import with_sections
from prongsai.registers.meetings.models import Addressee, Circular
from prongsai.registers.meetings.permissions import circulars as permissions
from prongsai.registers.meetings.states import CircularState

WENT_ROUND = (CircularState.SENT, CircularState.CLOSED)


@dataclass(frozen=True, kw_only=True)
class Counts:
    """How many were addressed, how many opened it, how many acknowledged."""

    addressed: int
    read: int
    acknowledged: int

    @property
    def left(self) -> int:
        """How many have not acknowledged yet."""
        return self.addressed - self.acknowledged


def visible_to(user: User, *, on: date) -> QuerySet[Circular]:
    """Return what a person may see: own drafts, what came to them or their people.

    Clerk, mayor and auditor see everything that was ever sent.
    """
    rows = Circular.objects.filter(organisation=user.organisation_id)
    seen = Q(drafted_by=user)
    if permissions.can_oversee(user, on=on):
        seen |= ~Q(state=CircularState.DRAFT) & Q(sent_at__isnull=False)
    if any(held.role == Role.CLERK for held in capacities(user, on=on)):
        seen |= Q(state=CircularState.DRAFT)
    addressed = Addressee.objects.filter(circular=OuterRef("pk"))
    seen |= Q(Exists(addressed.filter(_own(user, on=on))))
    return with_counts(rows.filter(seen)).select_related("drafted_by")


def of_office() -> QuerySet[Circular]:
    """Return the circulars of the current office."""
    return Circular.objects.filter(organisation=tenancy.required())


def with_counts(rows: QuerySet[Circular]) -> QuerySet[Circular]:
    """Add to each how many were addressed and how many acknowledged."""
    return rows.annotate(
        addressed=Count("addressees"),
        acknowledged=Count(
            "addressees", filter=Q(addressees__acknowledged_at__isnull=False)
        ),
    )


def addressees(circular: Circular) -> QuerySet[Addressee]:
    """Return everyone a circular was sent to, division by division."""
    rows = Addressee.objects.filter(
        organisation=circular.organisation_id, circular=circular
    )
    return rows.select_related("person", "division")


def addressees_seen_by(
    user: User, circular: Circular, *, on: date
) -> QuerySet[Addressee]:
    """Return of whom a person may see whether they acknowledged."""
    rows = addressees(circular)
    if permissions.can_see_everyone(user, circular, on=on):
        return rows
    return rows.filter(_own(user, on=on))


def own_copy(user: User, circular: Circular) -> Addressee | None:
    """Return the copy of a circular that came to this person."""
    return addressees(circular).filter(person=user).first()


def counts(circular: Circular) -> Counts:
    """Return how far a circular has come."""
    found = addressees(circular).aggregate(
        addressed=Count("pk"),
        read=Count("pk", filter=Q(read_at__isnull=False)),
        acknowledged=Count("pk", filter=Q(acknowledged_at__isnull=False)),
    )
    return Counts(**found)


def to_acknowledge(user: User) -> QuerySet[Circular]:
    """Return what this person still has to acknowledge, the earliest due first."""
    waiting = Addressee.objects.filter(
        circular=OuterRef("pk"), person=user, acknowledged_at__isnull=True
    )
    rows = Circular.objects.filter(
        Exists(waiting),
        organisation=user.organisation_id,
        state=CircularState.SENT,
        asks_acknowledgement=True,
    )
    return rows.order_by("due_on", "pk")


def due_on(day: date) -> QuerySet[Circular]:
    """Return what must be acknowledged by a day and still goes round."""
    return of_office().filter(
        state=CircularState.SENT, asks_acknowledgement=True, due_on=day
    )


def who_not_yet(circular: Circular) -> list[User]:
    """Return who has not acknowledged yet and can still sign in."""
    rows = addressees(circular).filter(
        acknowledged_at__isnull=True, person__is_active=True
    )
    return [row.person for row in rows]


def sent_in(first: date, last: date) -> QuerySet[Addressee]:
    """Return the addressees of what was sent in a period and asks to be acknowledged."""
    rows = Addressee.objects.filter(
        organisation=tenancy.required(),
        circular__asks_acknowledgement=True,
        circular__state__in=WENT_ROUND,
        circular__sent_at__date__range=(first, last),
    )
    return rows.select_related("circular", "division").order_by("circular", "pk")


def by_key(pk: int) -> Circular:
    """Return a circular of the current office, for those who hold its key already."""
    return of_office().get(pk=pk)


def _own(user: User, *, on: date) -> Q:
    """Return whose copies concern somebody: the own, and as a head those of the division."""
    found = Q(person=user)
    for held in capacities(user, on=on):
        if held.role == Role.HEAD and held.division is not None:
            found |= Q(division__in=with_sections(held.division))
    return found
