"""The day's work of lending: remind before the due date, watch the chase, forget."""

from datetime import date, datetime, timedelta

from django.core.mail import send_mail
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.accounts.queries import holders
from prongsai.foundations.tasks.office import office_task
from prongsai.registers.lending.actions import loans_chasing as actions
from prongsai.registers.lending.actions.loans_knocking import forget_knocks
from prongsai.registers.lending.actions.loans_telling import (
    tell_not_chased,
    tell_of_overdue,
)
from prongsai.registers.lending.models.loan_choices import ContactReason
from prongsai.registers.lending.queries import loans as queries
from prongsai.registers.lending.queries.clocks import chase_by, reminder_days
from prongsai.ui.writing import short_date


def remind(day: date, at: datetime) -> None:
    """Remind borrowers before and on the due date: in the house, by mail, or by a call."""
    first, last = reminder_days(day)
    for due, reason in (
        (first, ContactReason.DUE_SOON),
        (last, ContactReason.DUE_TODAY),
    ):
        for loan in queries.due_on(queries.office_loans(), due):
            contact = actions.list_reminder(loan, reason, by=None, at=at)
            if contact is not None and loan.borrower_email:
                mail_reminder.enqueue(contact=contact.pk)


def watch(day: date, at: datetime) -> None:
    """Tell supply officers what fell due yesterday; escalate what nobody chased in time."""
    overdue = queries.overdue(queries.office_loans(), on=day)
    if any(loan.due_on == day - timedelta(days=1) for loan in overdue):
        officers = [held.user for held in holders(Role.SUPPLY_OFFICER, on=day)]
        tell_of_overdue(officers, list(overdue), at=at)
    for loan in queries.past_the_chase(queries.office_loans(), on=day):
        if chase_by(loan.due_on) == day - timedelta(days=1):
            tell_not_chased(loan, at=at)


def forget(day: date, at: datetime) -> None:  # noqa: ARG001  # the daily work gets both
    """Clear identities whose time is over, and the counts of yesterday's visitors."""
    actions.clear_identities(by=None, at=at)
    forget_knocks(by=None, at=at)


DAILY = [remind, watch, forget]


@office_task
def mail_reminder(*, contact: int) -> None:
    """Write to a borrower from outside; only the number and the day are in it."""
    row = queries.contact(contact)
    if row is None or row.reached_at is not None or not row.loan.borrower_email:
        return
    with translation.override("th"):
        facts = {"number": row.loan, "day": short_date(row.due_on)}
        send_mail(
            _("Loan %(number)s is due back on %(day)s") % facts,
            _("Please bring everything of loan %(number)s back by %(day)s.") % facts,
            None,
            [row.loan.borrower_email],
        )
    actions.reached_by_mail(row, by=None, at=timezone.now())
