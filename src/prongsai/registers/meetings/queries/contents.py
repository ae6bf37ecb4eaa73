"""What others bind and rely on: the frozen content of minutes, resolutions, circulars.

Plain data without names: people are counted, or stand as the keys of their accounts.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import TypeAlias

from django.core.serializers.json import DjangoJSONEncoder

from prongsai.registers.meetings.models import Meeting, Presence
from prongsai.registers.meetings.queries import circulars, meetings, resolutions

Content: TypeAlias = Mapping[str, object]


def minutes_content(pk: int) -> Content:
    """Return everything the adopted minutes of a meeting say."""
    meeting = meetings.by_key(pk)
    rows = meetings.attendance(meeting)
    return {
        "committee": meeting.committee.title,
        "number": [meeting.number, meeting.year],
        "day": meeting.day.isoformat(),
        "hours": [f"{meeting.begins:%H:%M}", _hour(meeting)],
        "place": [meeting.place, meeting.online],
        "members": meeting.members_count,
        "present": meeting.present_count,
        "quorum": meeting.quorum,
        "attendance": {
            str(presence.value): sorted(
                row.member.user_id or 0
                for row in rows
                if row.member is not None and row.presence == presence
            )
            for presence in Presence
        },
        "guests": sum(row.member is None for row in rows),
        "agenda": [
            [each.number, each.item.title, each.item.text, each.item.minutes]
            for each in meetings.agenda(meeting)
        ],
        "resolutions": [
            [row.place, row.text, row.division_id, row.accountable_id, _day(row.due_on)]
            for row in resolutions.of(meeting)
        ],
    }


def resolution_content(pk: int) -> Content:
    """Return what was resolved and what became of it."""
    row = resolutions.by_key(pk)
    return {
        "meeting": [row.meeting.number, row.meeting.year],
        "committee": row.meeting.committee.title,
        "number": row.place,
        "text": row.text,
        "division": row.division_id,
        "accountable": row.accountable_id,
        "due_on": _day(row.due_on),
        "state": row.state,
        "done_on": _day(row.done_on),
        "note": row.note,
    }


def circular_content(pk: int) -> Content:
    """Return what was sent round, to how many, and who acknowledged."""
    row = circulars.by_key(pk)
    copies = list(circulars.addressees(row))
    return {
        "number": [row.number, row.year],
        "subject": row.subject,
        "text": row.text,
        "sent_at": None if row.sent_at is None else row.sent_at.isoformat(),
        "due_on": _day(row.due_on),
        "state": row.state,
        "addressed": len(copies),
        "read": sum(copy.read_at is not None for copy in copies),
        "acknowledged": sorted(
            copy.person_id for copy in copies if copy.acknowledged_at is not None
        ),
    }


def digest_of(meeting: Meeting) -> str:
    """Return the SHA-256 of the minutes of a meeting."""
    text = json.dumps(
        minutes_content(meeting.pk),
        ensure_ascii=False,
        sort_keys=True,
        cls=DjangoJSONEncoder,
    )
    return hashlib.sha256(text.encode()).hexdigest()


def unwritten(meeting: Meeting) -> list[str]:
    """Return the numbers of the items nothing was written about.

    An item with matters under it speaks through them.
    """
    return [
        each.number
        for each in meetings.agenda(meeting)
        if not each.item.minutes.strip()
        and (each.item.under_id is not None or not each.item.matters.all())
        and not each.item.resolutions.all()
    ]


def _hour(meeting: Meeting) -> str:
    return "" if meeting.ends is None else f"{meeting.ends:%H:%M}"


def _day(day: object) -> str | None:
    return None if day is None else str(day)
