"""What this register offers as evidence: adopted minutes, resolutions, circulars."""

from datetime import date

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.evidence import sources
from prongsai.foundations.evidence.sources import Choice
from prongsai.registers.meetings.queries import (
    circulars,
    contents,
    meetings,
    resolutions,
)

MOST_OFFERED = 500
"""Choices of one kind, the newest first."""


def offer() -> None:
    """Register every kind of record with the foundation."""
    sources.register(
        "meetings.minutes",
        label=_("Adopted minutes of a meeting"),
        choices=minutes,
        content_of=contents.minutes_content,
        url_of=lambda pk: reverse("meetings:meeting", args=[pk]),
    )
    sources.register(
        "meetings.resolution",
        label=_("Resolution of a meeting"),
        choices=resolved,
        content_of=contents.resolution_content,
        url_of=lambda pk: reverse("meetings:resolution", args=[pk]),
    )
    sources.register(
        "meetings.circular",
        label=_("Circular with its acknowledgements"),
        choices=sent_round,
        content_of=contents.circular_content,
        url_of=lambda pk: reverse("meetings:circular", args=[pk]),
    )


def minutes(user: User) -> list[Choice]:
    """Return the adopted minutes a person may name."""
    rows = meetings.visible_to(user).filter(pk__in=meetings.adopted().values("pk"))
    return [
        _choice(row.pk, f"{row.committee.title} · {row}", row.day)
        for row in rows[:MOST_OFFERED]
    ]


def resolved(user: User) -> list[Choice]:
    """Return the resolutions of minutes that are handed in or adopted."""
    rows = resolutions.visible_to(user).filter(
        meeting__state__in=resolutions.SETTLED_MINUTES
    )
    return [
        Choice(
            pk=row.pk,
            title=f"{row.meeting} · {row}",
            start=row.meeting.day,
            end=row.meeting.day,
            text=row.text,
            division=row.division_id,
            accountable=row.accountable_id,
            due_on=row.due_on,
        )
        for row in rows.order_by("-meeting__day", "place")[:MOST_OFFERED]
    ]


def sent_round(user: User) -> list[Choice]:
    """Return the circulars a person may see that went round."""
    rows = circulars.visible_to(user, on=localdate())
    rows = rows.filter(state__in=circulars.WENT_ROUND)
    return [
        _choice(row.pk, f"{row} · {row.subject}", localdate(row.sent_at))
        for row in rows[:MOST_OFFERED]
    ]


def _choice(pk: int, title: str, day: date) -> Choice:
    return Choice(pk=pk, title=title, start=day, end=day)
