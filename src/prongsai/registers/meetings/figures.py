"""Figures that meetings and circulars offer as evidence: rows without names."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from prongsai.foundations.evidence.figures import Figure, Outcome
from prongsai.ita.thai.periods import Span
from prongsai.registers.meetings.queries import circulars, meetings, resolutions
from prongsai.registers.meetings.states import ResolutionState


def held(period: Span) -> Outcome:
    """Meetings that took place in the period."""
    found = list(meetings.held_in(period.start, period.end))
    rows = [
        (m.committee_id, m.year, m.number, m.day, m.members_count, m.present_count)
        for m in found
    ]
    return Outcome(value=Decimal(len(found)), rows=rows)


def attendance(period: Span) -> Outcome:
    """Seats of members at the meetings of the period that were taken."""
    found = list(meetings.held_in(period.start, period.end))
    rows = [
        (m.committee_id, m.year, m.number, m.members_count, m.present_count)
        for m in found
    ]
    return Outcome(
        value=Decimal(sum(m.present_count or 0 for m in found)),
        of=Decimal(sum(m.members_count or 0 for m in found)),
        rows=rows,
    )


def resolutions_done(period: Span) -> Outcome:
    """Resolutions due in the period that were carried out by its end."""
    rows = [
        (
            row.meeting.committee_id,
            row.meeting.year,
            row.meeting.number,
            row.place,
            row.due_on,
            row.done_on if is_done else None,
        )
        for row in resolutions.due_in(period.start, period.end)
        for is_done in [
            row.state == ResolutionState.DONE
            and row.done_on is not None
            and row.done_on <= period.end
        ]
    ]
    done = sum(row[-1] is not None for row in rows)
    return Outcome(value=Decimal(done), of=Decimal(len(rows)), rows=rows)


def circular_acknowledged(period: Span) -> Outcome:
    """Addressees of the circulars of the period who acknowledged by its end."""
    rows = [
        (
            copy.circular.year,
            copy.circular.number,
            None if copy.division is None else copy.division.code,
            copy.acknowledged_at if copy.acknowledged_by(period.end) else None,
        )
        for copy in circulars.sent_in(period.start, period.end)
    ]
    done = sum(row[-1] is not None for row in rows)
    return Outcome(value=Decimal(done), of=Decimal(len(rows)), rows=rows)


FIGURES = [
    Figure(
        key="meetings.held",
        label=_("Meetings held"),
        unit=_("meetings"),
        formula=_("Meetings of committees that took place in the period."),
        run=held,
    ),
    Figure(
        key="meetings.attendance",
        label=_("Attendance of members"),
        unit=_("seats"),
        formula=_(
            "Of all seats of members at the meetings held in the period: those where "
            "the member, or somebody in their place, was there."
        ),
        run=attendance,
    ),
    Figure(
        key="meetings.resolutions_done",
        label=_("Resolutions carried out"),
        unit=_("resolutions"),
        formula=_(
            "Of the resolutions of meetings due in the period, without those that were "
            "given up: those carried out by the last day of the period."
        ),
        run=resolutions_done,
    ),
    Figure(
        key="meetings.circular_acknowledged",
        label=_("Circulars acknowledged"),
        unit=pgettext_lazy("circular", "addressees"),
        formula=_(
            "Of everyone to whom a circular of the period was sent that asks to be "
            "acknowledged: those who acknowledged it by the last day of the period."
        ),
        run=circular_acknowledged,
    ),
]
