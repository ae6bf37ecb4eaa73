"""On its way and back: submit, recall, and void when the content is not what was sent."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals import addressing, permissions, rounds, telling
from prongsai.foundations.approvals.contents import current_digest
from prongsai.foundations.approvals.models import Memo
from prongsai.foundations.approvals.refusals import NothingChanged
from prongsai.foundations.approvals.states import OPEN, MemoState
from prongsai.foundations.approvals.subjects import label_of
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.numbering import actions as numbering
from prongsai.foundations.numbering.models import Base
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.records.versions import advance, check_version


@transaction.atomic
def submit(memo: Memo, *, version: int | None = None, by: User, at: datetime) -> Memo:
    """Number and date the memo, freeze its content, and give it to the first in line."""
    memo = rounds.locked(memo)
    if by.pk != memo.drafted_by_id:
        raise PermissionDenied
    rounds.move(memo, MemoState.SUBMITTED)
    if version is not None:
        check_version(memo, version)
    _number(memo, by=by, at=at)
    memo.dated = memo.dated or localdate(at)
    memo.proposer_title = addressing.signature_title(by, on=localdate(at))
    memo.submitted_by, memo.submitted_at = by, at
    memo.round += 1
    memo.step = None
    advance(memo)
    memo.save()
    revision = rounds.freeze(memo, by=by, at=at)
    rounds.build_steps(memo)
    rounds.advance(memo, at=at)
    memo.save(update_fields=["step"])
    audit.record(
        "approvals.submitted",
        on=memo,
        by=by,
        at=at,
        round=memo.round,
        revision=revision.number,
        digest=revision.digest,
    )
    telling.tell_next(memo, by=by, at=at)
    return memo


@transaction.atomic
def recall(memo: Memo, *, by: User, at: datetime) -> Memo:
    """Take a memo back to the proposer's desk while nobody has decided."""
    memo = rounds.locked(memo)
    if by.pk != memo.drafted_by_id:
        raise PermissionDenied
    rounds.move(memo, MemoState.RECALLED)
    telling.tell_chain("approvals.recalled", memo=memo, by=by, at=at)
    rounds.close(memo)
    advance(memo)
    memo.save()
    audit.record("approvals.recalled", on=memo, by=by, at=at, round=memo.round)
    return memo


@transaction.atomic
def void(memo: Memo, *, by: User, at: datetime) -> Memo:
    """Say that the content is not what was submitted: what was given no longer counts."""
    memo = rounds.locked(memo)
    if not permissions.can_void(by, memo, on=localdate(at)):
        raise PermissionDenied
    if current_digest(memo) == rounds.last_revision(memo).digest:
        raise NothingChanged
    return _void(memo, by=by, at=at)


@transaction.atomic
def subject_changed(row: Model, *, by: User | None, at: datetime) -> list[Memo]:
    """Void every memo about a row whose content changed; registers call it after an edit."""
    concerned = Memo.objects.select_for_update().filter(
        organisation=tenancy.required(),
        subject_label=label_of(row),
        subject_pk=row.pk,
        state__in=[*OPEN, MemoState.DECIDED],
    )
    return [
        _void(memo, by=by, at=at)
        for memo in concerned
        if current_digest(memo) != rounds.last_revision(memo).digest
    ]


def _void(memo: Memo, *, by: User | None, at: datetime) -> Memo:
    decided = memo.state == MemoState.DECIDED
    rounds.move(memo, MemoState.VOIDED)
    telling.tell_chain("approvals.voided", memo=memo, by=by, at=at)
    rounds.close(memo)
    rounds.freeze(memo, by=by, at=at)
    advance(memo)
    memo.save()
    audit.record("approvals.voided", on=memo, by=by, at=at, decided=decided)
    if decided:
        rounds.take_back(memo, by=by, at=at)
    return memo


def _number(memo: Memo, *, by: User, at: datetime) -> None:
    """Take the next number of the sending division, once in a memo's life."""
    if memo.number is not None:
        return
    code = addressing.letter_code(memo.division)
    memo.number = numbering.take(
        addressing.counter_kind(code), by=by, at=at, base=Base.CALENDAR
    )
    memo.reference = addressing.reference(code, memo.number.number)
