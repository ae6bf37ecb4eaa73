"""Remind before the due date, chase after it; forget identities when their time is over."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.files import actions as files
from prongsai.ita.errors import ItaError
from prongsai.registers.lending.actions.loans_promising import locked
from prongsai.registers.lending.actions.loans_requesting import PAPERS
from prongsai.registers.lending.actions.loans_telling import tell_borrower_side
from prongsai.registers.lending.models import Chase, Contact, Loan
from prongsai.registers.lending.models.loan_choices import (
    ChaseChannel,
    ContactReason,
    IdKind,
)
from prongsai.registers.lending.permissions import loans as permissions
from prongsai.registers.lending.queries import loans as queries
from prongsai.registers.lending.queries.clocks import chase_by, cleared_before
from prongsai.registers.lending.states.loans import LoanState
from prongsai.ui.writing import short_date


class NotOverdue(ItaError):
    """Nothing was overdue on that day: ``due_on``."""

    code = "lending.not-overdue"


class LetterNumberMissing(ItaError):
    """A letter is named by its number."""

    code = "lending.letter-number-missing"


class AlreadyReached(ItaError):
    """Somebody has reminded the borrower already."""

    code = "lending.already-reached"


@dataclass(frozen=True, kw_only=True)
class Knock:
    """How and when the office asked for its things, and what the answer was."""

    channel: ChaseChannel
    on: date
    letter_number: str = ""
    answer: str = ""


@transaction.atomic
def chase(loan: Loan, knock: Knock, *, by: User, at: datetime) -> Chase:
    """Record that the return of overdue things was asked for (ข้อ 211)."""
    loan = locked(loan)
    if not permissions.can_handle(by, loan, on=localdate(at)):
        raise PermissionDenied
    if not loan.is_overdue(on=knock.on) or knock.on > localdate(at):
        raise NotOverdue(due_on=short_date(loan.due_on))
    if knock.channel == ChaseChannel.LETTER and not knock.letter_number.strip():
        raise LetterNumberMissing
    row = Chase.objects.create(
        organisation_id=loan.organisation_id,
        loan=loan,
        channel=knock.channel,
        letter_number=knock.letter_number,
        chased_on=knock.on,
        was_due_on=loan.due_on,
        chase_by=chase_by(loan.due_on),
        answer=knock.answer,
        recorded_by=by,
        recorded_at=at,
    )
    audit.record(
        "lending.chased",
        on=loan,
        by=by,
        at=at,
        channel=knock.channel.value,
        late=row.is_late,
    )
    return row


@transaction.atomic
def list_reminder(
    loan: Loan, reason: ContactReason, *, by: None, at: datetime
) -> Contact | None:
    """Put a loan on the list of borrowers to remind; ``None`` when it is there already."""
    loan = locked(loan)
    if loan.state != LoanState.HANDED_OVER:
        return None
    contact, is_new = Contact.objects.get_or_create(
        organisation_id=loan.organisation_id,
        loan=loan,
        reason=reason,
        due_on=loan.due_on,
        defaults={"listed_at": at},
    )
    if not is_new:
        return None
    audit.record("lending.reminder-listed", on=loan, by=by, at=at, reason=reason.value)
    tell_borrower_side(loan, "lending.due-soon", by=by, at=at)
    return contact


@transaction.atomic
def reached(contact: Contact, *, by: User, at: datetime) -> Contact:
    """Note that the borrower was called."""
    loan = locked(contact.loan)
    if not permissions.can_handle(by, loan, on=localdate(at)):
        raise PermissionDenied
    contact = Contact.objects.select_for_update().get(pk=contact.pk)
    if contact.reached_at is not None:
        raise AlreadyReached
    contact.reached_by, contact.reached_at = by, at
    contact.save(update_fields=["reached_by", "reached_at"])
    audit.record("lending.borrower-reminded", on=loan, by=by, at=at)
    return contact


@transaction.atomic
def reached_by_mail(contact: Contact, *, by: None, at: datetime) -> Contact:
    """Note that a letter by e-mail has left."""
    contact = Contact.objects.select_for_update().get(pk=contact.pk)
    if contact.reached_at is not None:
        raise AlreadyReached
    contact.reached_at = at
    contact.save(update_fields=["reached_at"])
    audit.record("lending.borrower-reminded", on=contact.loan, by=by, at=at)
    return contact


@transaction.atomic
def clear_identities(*, by: None, at: datetime) -> int:
    """Forget identity numbers and addresses of loans that ended long enough ago."""
    before = cleared_before(localdate(at))
    cleared = 0
    for found in queries.identity_to_clear(before=before).select_for_update(
        of=("self",)
    ):
        found.id_kind, found.id_number = IdKind.NONE, ""
        found.borrower_address = found.borrower_phone = found.borrower_email = ""
        found.identity_cleared_at = at
        found.save(
            update_fields=[
                "id_kind", "id_number", "borrower_address", "borrower_phone",
                "borrower_email", "identity_cleared_at",
            ]
        )  # fmt: skip
        files.forget(found, slot=PAPERS, at=at)
        audit.record("lending.identity-cleared", on=found, by=by, at=at)
        cleared += 1
    return cleared
