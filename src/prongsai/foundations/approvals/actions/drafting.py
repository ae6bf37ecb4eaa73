"""Writing: draft, edit, withdraw. An edit after submission voids what others gave."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model
from django.utils.timezone import localdate

from prongsai.foundations.accounts import queries as accounts
from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals import addressing, permissions, rounds, telling
from prongsai.foundations.approvals.actions.chains import default_chain
from prongsai.foundations.approvals.contents import PARTS
from prongsai.foundations.approvals.models import Enclosure, Memo
from prongsai.foundations.approvals.refusals import (
    PartTooLong,
    ReasonMissing,
    TitleMissing,
)
from prongsai.foundations.approvals.rules import rule
from prongsai.foundations.approvals.statements import Heading, Letter, Parts
from prongsai.foundations.approvals.states import MemoState
from prongsai.foundations.approvals.subjects import label_of
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.files import actions as files
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.numbering.models import Number
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.records.versions import advance, check_version


@transaction.atomic
def draft(  # noqa: PLR0913  # the contract with every register
    *,
    title: str,
    parts: Parts,
    kind: str = "memo",
    subject: Model | None = None,
    heading: Heading | None = None,
    attachments: Sequence[StoredFile] = (),
    by: User,
    at: datetime,
) -> Memo:
    """Begin a memo, about a registered row or about nothing but its own words."""
    on = localdate(at)
    if not permissions.can_draft(by, on=on):
        raise PermissionDenied
    memo = Memo(
        organisation_id=tenancy.required(),
        kind=kind,
        drafted_by=by,
        drafted_at=at,
        proposer_title=addressing.signature_title(by, on=on),
    )
    if subject is not None:
        memo.subject_label, memo.subject_pk = label_of(subject), subject.pk
    letter = Letter(title=title, parts=parts, heading=heading or Heading())
    _address(memo, letter.heading, at=at)
    _write(memo, letter, at=at)
    memo.save()
    _enclose(memo, attachments, by=by, at=at)
    rounds.freeze(memo, by=by, at=at)
    audit.record("approvals.drafted", on=memo, by=by, at=at, kind=kind)
    return memo


@transaction.atomic
def edit(
    memo: Memo, letter: Letter, *, version: int | None = None, by: User, at: datetime
) -> Memo:
    """Change the words; whatever others said of the old words no longer counts.

    ``version`` is the one the person's page showed.
    """
    memo = rounds.locked(memo)
    if not permissions.can_edit(by, memo):
        raise PermissionDenied
    if version is not None:
        check_version(memo, version)
    before = rounds.last_revision(memo).digest
    if memo.is_with_proposer:
        _address(memo, letter.heading, at=at)
    _write(memo, letter, at=at)
    _enclose(memo, letter.added, by=by, at=at)
    _take_off(memo, letter.removed, by=by, at=at)
    changed = rounds.freeze(memo, by=by, at=at).digest != before
    if changed and not memo.is_with_proposer:
        _void(memo, by=by, at=at)
    advance(memo)
    memo.save()
    audit.record("approvals.edited", on=memo, by=by, at=at, changed=changed)
    return memo


@transaction.atomic
def withdraw(memo: Memo, *, reason: str, by: User, at: datetime) -> Memo:
    """Give a memo up; its number stays in the register, void."""
    memo = rounds.locked(memo)
    if by.pk != memo.drafted_by_id:
        raise PermissionDenied
    rounds.move(memo, MemoState.WITHDRAWN)
    reason = reason.strip()
    if not reason:
        raise ReasonMissing
    memo.withdrawn_by, memo.withdrawn_at, memo.withdrawn_reason = by, at, reason
    advance(memo)
    memo.save(
        update_fields=[
            "state", "withdrawn_by", "withdrawn_at", "withdrawn_reason", "version",
        ]
    )  # fmt: skip
    _void_number(memo, reason=reason, by=by, at=at)
    audit.record("approvals.withdrawn", on=memo, by=by, at=at)
    return memo


def _void_number(memo: Memo, *, reason: str, by: User, at: datetime) -> None:
    """Void the memo's number with it: by the proposer, for nobody else gives a memo up.

    ``numbering.actions.void`` is the deed of the keeper of the register, on its own.
    """
    if memo.number is None:
        return
    number = Number.objects.select_for_update().get(pk=memo.number.pk)
    if number.voided_at is not None:
        return
    number.voided_at, number.voided_by, number.void_reason = at, by, reason
    number.save(update_fields=["voided_at", "voided_by", "void_reason"])
    audit.record("numbering.voided", on=number, by=by, at=at)


def _address(memo: Memo, heading: Heading, *, at: datetime) -> None:
    """Set from whom, by which chain and to whom; what is left out is worked out."""
    on = localdate(at)
    memo.division = heading.division or addressing.usual_division(
        accounts.capacities(memo.drafted_by, on=on)
    )
    memo.chain = heading.chain or default_chain(by=memo.drafted_by, at=at)
    memo.sender = addressing.sender_line(memo.division)


def _write(memo: Memo, letter: Letter, *, at: datetime) -> None:
    """Set the words."""
    on = localdate(at)
    longest = rule("longest_part", on=on).value
    for name in PARTS:
        text = getattr(letter.parts, name).replace("\r\n", "\n").strip()
        if len(text) > longest:
            raise PartTooLong(limit=longest)
        setattr(memo, name, text)
    heading = letter.heading
    memo.title = letter.title.strip()
    memo.to = heading.to.strip() or memo.to or addressing.addressee(memo.chain, on=on)
    memo.urgency, memo.secrecy = heading.urgency, heading.secrecy
    memo.dated = heading.dated or memo.dated
    if not memo.title or not memo.to:
        raise TitleMissing


def _enclose(
    memo: Memo, received: Iterable[StoredFile], *, by: User, at: datetime
) -> None:
    for file in files.claim(received, owner=memo, by=by, at=at):
        Enclosure.objects.create(
            organisation_id=memo.organisation_id, memo=memo, file=file
        )


def _take_off(
    memo: Memo, enclosures: Iterable[Enclosure], *, by: User, at: datetime
) -> None:
    keys = [enclosure.pk for enclosure in enclosures]
    Enclosure.objects.filter(memo=memo, pk__in=keys, removed_at__isnull=True).update(
        removed_by=by, removed_at=at
    )


def _void(memo: Memo, *, by: User, at: datetime) -> None:
    """Void what was given before the edit, and tell those who gave it."""
    decided = memo.state == MemoState.DECIDED
    telling.tell_chain("approvals.voided", memo=memo, by=by, at=at)
    rounds.move(memo, MemoState.VOIDED)
    rounds.close(memo)
    audit.record("approvals.voided", on=memo, by=by, at=at, decided=decided)
    if decided:
        rounds.take_back(memo, by=by, at=at)
