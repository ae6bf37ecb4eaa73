"""The day's work of measures: reminders, weekly letters, evidence that has expired."""

from datetime import date, datetime, timedelta

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.accounts.queries import holders
from prongsai.foundations.organisations.queries import with_sections
from prongsai.registers.measures import rules
from prongsai.registers.measures.actions import doing, telling
from prongsai.registers.measures.queries import expiry, work

_WEEK = timedelta(days=6)


def remind(day: date, at: datetime) -> None:
    """Remind the accountable person before the due date and on it, once each."""
    soon = day + timedelta(days=rules.value("reminder_days", on=day))
    last = day + timedelta(days=rules.value("last_reminder_days", on=day))
    for due in work.due_on_days({soon, last}):
        when = "today" if due.due_on == last else "soon"
        telling.remind(due, f"measures.{due.kind}-due-{when}", at=at)


def tell_heads(day: date, at: datetime) -> None:
    """Tell each head once a week what is late and due in the division."""
    if day.weekday() != rules.value("digest_weekday", on=day):
        return
    for held in holders(Role.HEAD, on=day):
        if held.division is None:
            continue
        late, due = work.late_and_due(
            with_sections(held.division), on=day, until=day + _WEEK
        )
        if late or due:
            telling.tell_head(held.user, day=day, late=late, due=due, at=at)


def tell_the_clerk(day: date, at: datetime) -> None:
    """Tell the clerk once a week how much is late in the whole office."""
    if day.weekday() != rules.value("digest_weekday", on=day):
        return
    if late := work.count_late(on=day):
        for held in holders(Role.CLERK, on=day):
            telling.tell_clerk(held.user, day=day, late=late, at=at)


def lower_expired(day: date, at: datetime) -> None:
    """Lower what was reported or closed and has no valid evidence any more."""
    for measure in expiry.to_lower(on=day):
        doing.lower(measure, at=at)


DAILY = [remind, tell_heads, tell_the_clerk, lower_expired]
