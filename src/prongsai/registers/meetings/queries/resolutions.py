"""Resolutions: whose they are, which are open, which are late."""

from datetime import date

from django.db.models import QuerySet

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations import tenancy
from prongsai.registers.meetings.models import Meeting, Resolution
from prongsai.registers.meetings.queries.meetings import TOOK_PLACE
from prongsai.registers.meetings.states import MeetingState, ResolutionState

SETTLED_MINUTES = (MeetingState.MINUTED, MeetingState.ADOPTED)
"""From then on the owners know of their resolutions and are reminded."""


def visible_to(user: User) -> QuerySet[Resolution]:
    """Return the resolutions of a person's office: everyone may read them."""
    rows = Resolution.objects.filter(organisation=user.organisation_id)
    return rows.select_related("meeting__committee", "item", "division", "accountable")


def of_office() -> QuerySet[Resolution]:
    """Return the resolutions of the current office."""
    rows = Resolution.objects.filter(
        organisation=tenancy.required(), meeting__state__in=TOOK_PLACE
    )
    return rows.select_related("meeting__committee", "division", "accountable")


def of(meeting: Meeting) -> QuerySet[Resolution]:
    """Return the resolutions of one meeting in their order."""
    rows = Resolution.objects.filter(
        organisation=meeting.organisation_id, meeting=meeting
    )
    return rows.select_related("item", "division", "accountable").order_by("place")


def open_ones(rows: QuerySet[Resolution]) -> QuerySet[Resolution]:
    """Keep what is still to be done."""
    return rows.filter(state=ResolutionState.OPEN)


def overdue(rows: QuerySet[Resolution], *, on: date) -> QuerySet[Resolution]:
    """Keep what should be done by now and is not."""
    return open_ones(rows).filter(due_on__lt=on)


def due_on(day: date) -> QuerySet[Resolution]:
    """Return what is due on a day, still open, and known to its owner."""
    known = of_office().filter(meeting__state__in=SETTLED_MINUTES)
    return open_ones(known).filter(due_on=day)


def due_in(first: date, last: date) -> QuerySet[Resolution]:
    """Return what was to be done in a period and was not given up."""
    kept = (ResolutionState.OPEN, ResolutionState.DONE)
    found = of_office().filter(due_on__range=(first, last), state__in=kept)
    return found.order_by("due_on", "pk")


def mine(user: User) -> QuerySet[Resolution]:
    """Return what a person still has to do."""
    known = visible_to(user).filter(meeting__state__in=SETTLED_MINUTES)
    return open_ones(known).filter(accountable=user).order_by("due_on", "pk")


def still_open(meeting: Meeting) -> QuerySet[Resolution]:
    """Return what earlier meetings of the same committee left to do."""
    rows = of_office().filter(meeting__committee=meeting.committee_id)
    return open_ones(rows).exclude(meeting=meeting).order_by("due_on", "pk")


def by_key(pk: int) -> Resolution:
    """Return a resolution of the current office, for those who hold its key already."""
    return of_office().get(pk=pk)
