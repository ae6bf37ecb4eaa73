"""The day's work of meetings: remind of resolutions and circulars that fall due."""

from datetime import date, datetime, timedelta

from prongsai.registers.meetings import rules
from prongsai.registers.meetings.actions import circulars as actions
from prongsai.registers.meetings.actions.telling import tell_owner
from prongsai.registers.meetings.queries import circulars, resolutions


def due_days(day: date) -> list[date]:
    """Return the due days people are reminded of on a day."""
    names = ("first_reminder_days", "last_reminder_days")
    ahead = {rules.value(name, on=day) for name in names}
    return [day + timedelta(days=days) for days in sorted(ahead)]


def remind_of_resolutions(day: date, at: datetime) -> None:
    """Remind who answers for a resolution before and on the day it is due."""
    for due in due_days(day):
        for resolution in resolutions.due_on(due):
            tell_owner("meetings.resolution-due", resolution, by=None, at=at)


def remind_of_circulars(day: date, at: datetime) -> None:
    """Remind who has not acknowledged a circular before and on its last day."""
    for due in due_days(day):
        for circular in circulars.due_on(due):
            if circulars.who_not_yet(circular):
                actions.remind(circular, by=None, at=at)


DAILY = [remind_of_resolutions, remind_of_circulars]
