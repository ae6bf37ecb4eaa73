"""A person's inbox, their wishes, and the letters that wait."""

from datetime import datetime

from django.db.models import Count, F, Min, QuerySet

from prongsai.foundations.accounts.models import User
from prongsai.foundations.notifications.models import (
    Letter,
    LetterState,
    Mail,
    Notification,
    Preference,
)
from prongsai.foundations.organisations import tenancy


def visible_to(user: User) -> QuerySet[Notification]:
    """Return a person's own notices: unread first, then the newest."""
    return Notification.objects.filter(
        organisation=user.organisation_id, receiver=user
    ).order_by(F("read_at").asc(nulls_first=True), "-told_at", "-pk")


def unread(user: User) -> int:
    """Return how many notices a person has not read."""
    return Notification.objects.filter(
        organisation=user.organisation_id, receiver=user, read_at=None
    ).count()


def preference_of(user: User) -> Preference:
    """Return how a person wants to be told; a fresh, unsaved row for the first time."""
    found = Preference.objects.filter(
        organisation=user.organisation_id, user=user
    ).first()
    return found or Preference(organisation_id=user.organisation_id, user=user)


def for_the_digest() -> QuerySet[Notification]:
    """Return the notices that wait for their receiver's letter of the day."""
    return Notification.objects.filter(
        organisation=tenancy.required(), mail=Mail.DIGEST, letter=None, read_at=None
    ).order_by("receiver", "told_at", "pk")


def overdue_letters(at: datetime) -> QuerySet[Letter]:
    """Return letters whose next try is past: their task was lost."""
    return Letter.objects.filter(
        organisation=tenancy.required(), state=LetterState.PENDING, try_at__lt=at
    )


def refused_letters() -> tuple[int, datetime | None]:
    """Return how many letters were tried in vain and wait, and the oldest's moment."""
    found = Letter.objects.filter(
        organisation=tenancy.required(), state=LetterState.PENDING, tries__gt=0
    ).aggregate(count=Count("pk"), since=Min("written_at"))
    return found["count"], found["since"]
