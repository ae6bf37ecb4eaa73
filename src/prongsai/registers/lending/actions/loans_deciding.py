"""Check the stock, then say yes, yes in part, or no; the same for a later due date."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.accounts.queries import Capacity
from prongsai.foundations.audit import actions as audit
from prongsai.ita.errors import ItaError
from prongsai.ita.thai.dates import long_date
from prongsai.ita.thai.digits import to_thai
from prongsai.registers.lending import rules
from prongsai.registers.lending.actions.loans_promising import (
    lines_of,
    locked,
    prolong,
    promise,
)
from prongsai.registers.lending.actions.loans_requesting import Forbidden, WrongDays
from prongsai.registers.lending.actions.loans_telling import (
    tell_borrower_side,
    tell_deciders,
)
from prongsai.registers.lending.models import (
    Extension,
    Loan,
    LoanDecision,
    LoanLine,
    Settlement,
)
from prongsai.registers.lending.models.loan_choices import Outcome
from prongsai.registers.lending.permissions import loans as permissions
from prongsai.registers.lending.states.loans import (
    EXTENSION,
    LOAN,
    ExtensionState,
    LoanState,
)


class NothingApproved(ItaError):
    """A yes to nothing: that is a refusal and needs its reasons."""

    code = "lending.nothing-approved"


class MoreThanAsked(ItaError):
    """More of something than was asked for: ``asset``, ``asked``."""

    code = "lending.more-than-asked"


class ReasonsMissing(ItaError):
    """A refusal, also of a part, without facts, law and considerations (ม.37)."""

    code = "lending.reasons-missing"


class BenefitMissing(ItaError):
    """A yes that does not say why it serves official work or the public (ข้อ 207)."""

    code = "lending.benefit-missing"


class ConflictOfInterest(ItaError):
    """Who decides did not declare to have no interest in it (ม.13)."""

    code = "lending.conflict-of-interest"


class NotOut(ItaError):
    """Only things that are lent out can be kept longer."""

    code = "lending.not-out"


class AlreadyAsked(ItaError):
    """Another wish for more time is still open."""

    code = "lending.extension-open"


@dataclass(frozen=True, kw_only=True)
class Reasons:
    """What an adverse decision must say: facts, law, considerations (ม.37)."""

    facts: str = ""
    law: str = ""
    considerations: str = ""

    @property
    def complete(self) -> bool:
        """Whether all three are given."""
        return all(t.strip() for t in (self.facts, self.law, self.considerations))


@dataclass(frozen=True, kw_only=True)
class Word:
    """What a person who decides declares and says."""

    no_conflict: bool
    benefit_reason: str = ""
    reasons: Reasons = Reasons()


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What beside the loan itself a decision is about."""

    extension: Extension | None = None
    settlement: Settlement | None = None


@transaction.atomic
def check(
    loan: Loan, *, leaves_enough: bool, note: str = "", by: User, at: datetime
) -> Loan:
    """Note that the supply officer has looked whether the things are there."""
    loan = locked(loan)
    if not permissions.can_handle(by, loan, on=localdate(at)):
        raise PermissionDenied
    LOAN.check(LoanState(loan.state), LoanState.CHECKED)
    loan.state, loan.leaves_enough, loan.check_note = (
        LoanState.CHECKED,
        leaves_enough,
        note,
    )
    loan.checked_by, loan.checked_at = by, at
    loan.save(
        update_fields=[
            "state", "leaves_enough", "check_note", "checked_by", "checked_at",
        ]
    )  # fmt: skip
    audit.record("lending.checked", on=loan, by=by, at=at, enough=leaves_enough)
    tell_deciders(loan, "lending.to-decide", at=at)
    return loan


@transaction.atomic
def approve(
    loan: Loan, quantities: Mapping[int, int], word: Word, *, by: User, at: datetime
) -> Loan:
    """Say yes; ``quantities`` gives what is allowed of each line, by its key."""
    loan = locked(loan)
    held = _right(loan, by=by, at=at)
    LOAN.check(LoanState(loan.state), LoanState.APPROVED)
    if forbidden := permissions.ruling_of(loan).forbidden:
        raise Forbidden(forbidden)
    lines = lines_of(loan)
    outcome = _allow(lines, quantities)
    if not word.benefit_reason.strip():
        raise BenefitMissing
    promise(loan, lines, at=at)
    LoanLine.objects.bulk_update(lines, ["approved"])
    loan.state = LoanState.APPROVED
    loan.save(update_fields=["state"])
    decide(loan, outcome, word, held=held, at=at)
    return loan


@transaction.atomic
def refuse(loan: Loan, word: Word, *, by: User, at: datetime) -> Loan:
    """Say no, with reasons the borrower can appeal against."""
    loan = locked(loan)
    held = _right(loan, by=by, at=at)
    LOAN.check(LoanState(loan.state), LoanState.REFUSED)
    decide(loan, Outcome.REFUSED, word, held=held, at=at)
    loan.state = LoanState.REFUSED
    loan.save(update_fields=["state"])
    return loan


@transaction.atomic
def ask_extension(
    loan: Loan, until: date, *, reason: str, by: User, at: datetime
) -> Extension:
    """Ask to keep things longer."""
    loan = locked(loan)
    if not permissions.can_extend(by, loan, on=localdate(at)):
        raise PermissionDenied
    if loan.state != LoanState.HANDED_OVER:
        raise NotOut
    if loan.extensions.filter(state=ExtensionState.ASKED).exists():
        raise AlreadyAsked
    longest = rules.value("longest_days", on=localdate(at))
    too_long = (until - loan.starts_on).days > longest
    if until <= max(loan.due_on, localdate(at)) or too_long:
        raise WrongDays(limit=longest)
    extension = Extension.objects.create(
        organisation_id=loan.organisation_id,
        loan=loan,
        was_due_on=loan.due_on,
        until=until,
        reason=reason,
        asked_by=by,
        asked_at=at,
    )
    audit.record("lending.extension-asked", on=loan, by=by, at=at, until=f"{until}")
    tell_deciders(loan, "lending.extension-to-decide", at=at)
    return extension


@transaction.atomic
def grant_extension(
    extension: Extension, word: Word, *, by: User, at: datetime
) -> Extension:
    """Allow a later due date, unless the things are promised to somebody else by then."""
    loan, extension, held = _open_extension(extension, by=by, at=at)
    EXTENSION.check(ExtensionState(extension.state), ExtensionState.GRANTED)
    if loan.state != LoanState.HANDED_OVER:
        raise NotOut
    prolong(loan, extension.until, at=at)
    loan.due_on = extension.until
    loan.save(update_fields=["due_on"])
    extension.state = ExtensionState.GRANTED
    extension.save(update_fields=["state"])
    subject = Subject(extension=extension)
    decide(loan, Outcome.APPROVED, word, held=held, at=at, subject=subject)
    return extension


@transaction.atomic
def refuse_extension(
    extension: Extension, word: Word, *, by: User, at: datetime
) -> Extension:
    """Hold to the due date, with reasons."""
    loan, extension, held = _open_extension(extension, by=by, at=at)
    EXTENSION.check(ExtensionState(extension.state), ExtensionState.REFUSED)
    extension.state = ExtensionState.REFUSED
    extension.save(update_fields=["state"])
    subject = Subject(extension=extension)
    decide(loan, Outcome.REFUSED, word, held=held, at=at, subject=subject)
    return extension


def decide(  # one row, written whole
    loan: Loan,
    outcome: Outcome,
    word: Word,
    *,
    held: Capacity,
    at: datetime,
    subject: Subject = Subject(),
) -> LoanDecision:
    """Write a decision down as it was made; called inside the deed it belongs to."""
    if not word.no_conflict:
        raise ConflictOfInterest
    if outcome != Outcome.APPROVED and not word.reasons.complete:
        raise ReasonsMissing
    rule = permissions.ruling_of(loan).rule
    decision = LoanDecision.objects.create(
        organisation_id=loan.organisation_id,
        loan=loan,
        extension=subject.extension,
        settlement=subject.settlement,
        outcome=outcome,
        rule=rule,
        benefit_reason=word.benefit_reason,
        facts=word.reasons.facts,
        law=word.reasons.law,
        considerations=word.reasons.considerations,
        no_conflict=word.no_conflict,
        capacity=caption(held),
        decided_by=held.user,
        decided_at=at,
    )
    about = "extension" if subject.extension else "loan"
    about = "settlement" if subject.settlement else about
    audit.record(
        f"lending.{about}-decided",
        on=loan,
        by=held.user,
        at=at,
        outcome=outcome.value,
        rule=rule,
        order=held.acting.order_number if held.acting else "",
    )
    tell_borrower_side(loan, f"lending.{about}-decided", by=held.user, at=at)
    return decision


def caption(held: Capacity) -> str:
    """Return in what right somebody acts, as it is printed under their name."""
    acting = held.acting
    if acting is None:
        return held.title
    number = to_thai(acting.order_number)
    return (
        f"{_CAPTIONS[acting.kind]}{held.title} "
        f"ตามคำสั่งที่ {number} ลงวันที่ {long_date(acting.order_date)}"
    )


_CAPTIONS = {
    "acting": "รักษาราชการแทน ",
    "on_behalf": "ปฏิบัติราชการแทน ",
    "in_position": "รักษาการในตำแหน่ง ",
}


def _right(loan: Loan, *, by: User, at: datetime) -> Capacity:
    held = permissions.decides_as(by, loan, on=localdate(at))
    if held is None:
        raise PermissionDenied
    return held


def _allow(lines: list[LoanLine], quantities: Mapping[int, int]) -> Outcome:
    """Write what is allowed of each line, and say whether that is all of it."""
    for line in lines:
        line.approved = quantities.get(line.pk, 0)
        if not 0 <= line.approved <= line.asked:
            raise MoreThanAsked(asset=line.asset.name, asked=line.asked)
    if not any(line.approved for line in lines):
        raise NothingApproved
    whole = all(line.approved == line.asked for line in lines)
    return Outcome.APPROVED if whole else Outcome.PARTLY


def _open_extension(
    extension: Extension, *, by: User, at: datetime
) -> tuple[Loan, Extension, Capacity]:
    loan = locked(extension.loan)
    held = _right(loan, by=by, at=at)
    fresh = Extension.objects.select_for_update().get(pk=extension.pk)
    return loan, fresh, held
