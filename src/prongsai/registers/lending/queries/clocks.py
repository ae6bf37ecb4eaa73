"""The days of a loan: when to remind, until when to chase. Pure."""

from datetime import date, timedelta

from prongsai.registers.lending import rules


def chase_by(due_on: date) -> date:
    """Return the last day on which the lender may begin to chase (ข้อ 211).

    The day itself is not counted (Administrative Procedure Act B.E. 2539, ม.64), and
    the duty binds an officer, so a holiday does not move it.

    >>> chase_by(date(2026, 1, 5))
    datetime.date(2026, 1, 12)
    """
    return due_on + timedelta(days=rules.value("chase_days", on=due_on))


def reminder_days(on: date) -> tuple[date, date]:
    """Return the due dates whose borrowers are reminded today: first and last time."""
    first = rules.value("first_reminder_days", on=on)
    last = rules.value("last_reminder_days", on=on)
    return on + timedelta(days=first), on + timedelta(days=last)


def cleared_before(on: date) -> date:
    """Return the day before which a loan must have ended for its identity to be cleared."""
    months = rules.value("identity_kept_months", on=on)
    year, month = divmod(on.year * 12 + on.month - 1 - months, 12)
    return date(year, month + 1, min(on.day, 28))
