"""From draft to public: composed and frozen, proposed by a memo or published, taken back.

What is published is the edition that was frozen, byte for byte: a memo binds its digest,
and every change of the item after it drops the edition. A kill anywhere leaves the deed
undone: the frozen edition, the public version and the state change in one transaction.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals import actions as approvals
from prongsai.foundations.approvals.models import Memo
from prongsai.foundations.approvals.states import Decision
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.publications import actions as publications
from prongsai.foundations.publications.models import Version
from prongsai.foundations.records.versions import advance, check_version
from prongsai.registers.disclosure import permissions
from prongsai.registers.disclosure.actions import checks, editions
from prongsai.registers.disclosure.actions.editions import Render, use
from prongsai.registers.disclosure.actions.holding import (
    drop,
    enter,
    hold,
    open_again,
)
from prongsai.registers.disclosure.actions.refusals import (
    EditionDropped,
    NeedsMemo,
    NoParts,
    NothingNew,
    NotPublic,
    NotWaiting,
    ReasonMissing,
)
from prongsai.registers.disclosure.models import Edition, Item
from prongsai.registers.disclosure.queries import composing, letter
from prongsai.registers.disclosure.queries import items as queries
from prongsai.registers.disclosure.states import Approval, ItemState

__all__ = [
    "Render", "compose", "content_of", "on_decided", "on_voided", "propose", "publish",
    "take_back", "use", "withdraw",
]  # fmt: skip

TEMPLATE = "disclosure/public/item.html"


@transaction.atomic
def compose(  # what changed in two languages, and how it is written
    item: Item,
    *,
    note_th: str = "",
    note_en: str = "",
    render: Render | None = None,
    by: User,
    at: datetime,
) -> Edition:
    """Freeze an item as it is now, to be proposed or published; refuse what is public."""
    item = hold(item)
    if not permissions.can_write(by, item, localdate(at)):
        raise PermissionDenied
    return _frozen(item, (note_th, note_en), render=render, by=by, at=at)


@transaction.atomic
def propose(  # noqa: PLR0913  # what changed in two languages, and how it is written
    item: Item,
    *,
    note_th: str = "",
    note_en: str = "",
    version: int | None = None,
    render: Render | None = None,
    by: User,
    at: datetime,
) -> Memo:
    """Freeze an item and draft the memo that asks to publish exactly that edition."""
    item = hold(item)
    if not permissions.can_write(by, item, localdate(at)):
        raise PermissionDenied
    if version is not None:
        check_version(item, version)
    edition = _frozen(item, (note_th, note_en), render=render, by=by, at=at)
    enter(item, ItemState.WAITING)
    advance(item)
    item.save(update_fields=["state", "version"])
    for memo in queries.memos_of(item):
        if memo.is_with_proposer and memo.drafted_by_id == by.pk:
            approvals.withdraw(memo, reason=letter.replaced(), by=by, at=at)
    memo = approvals.draft(
        title=letter.memo_title(item),
        parts=letter.memo_parts(item, edition),
        subject=edition,
        by=by,
        at=at,
    )
    audit.record(
        "disclosure.proposed", on=item, by=by, at=at,
        edition=edition.number, digest=edition.digest, memo=memo.pk,
    )  # fmt: skip
    return memo


@transaction.atomic
def take_back(
    item: Item, *, version: int | None = None, by: User, at: datetime
) -> Item:
    """Make what waits for approval a draft again; its memo no longer counts."""
    item = hold(item)
    if not permissions.can_write(by, item, localdate(at)):
        raise PermissionDenied
    if version is not None:
        check_version(item, version)
    if item.state != ItemState.WAITING:
        raise NotWaiting
    open_again(item, by=by, at=at)
    audit.record("disclosure.taken-back", on=item, by=by, at=at)
    return item


@transaction.atomic
def publish(  # noqa: PLR0913  # what changed in two languages, and how it is written
    item: Item,
    *,
    note_th: str = "",
    note_en: str = "",
    version: int | None = None,
    render: Render | None = None,
    by: User,
    at: datetime,
) -> Version:
    """Make an item public as it is now, where its approval asks for no memo."""
    item = hold(item)
    if not permissions.can_publish(by, localdate(at)):
        raise PermissionDenied
    if item.approval != Approval.DIRECT:
        raise NeedsMemo
    if version is not None:
        check_version(item, version)
    if item.state == ItemState.WAITING:
        open_again(item, by=by, at=at)
    edition = _frozen(item, (note_th, note_en), render=render, by=by, at=at)
    return _put_up(item, edition, by=by, at=at)


@transaction.atomic
def withdraw(
    item: Item,
    *,
    reason_th: str,
    reason_en: str,
    version: int | None = None,
    by: User,
    at: datetime,
) -> Item:
    """Take an item back from the public; its page says why, its parts stay here."""
    item = hold(item)
    if not permissions.can_withdraw(by, localdate(at)):
        raise PermissionDenied
    if version is not None:
        check_version(item, version)
    if item.published is None:
        raise NotPublic
    if not reason_th.strip() or not reason_en.strip():
        raise ReasonMissing
    if item.state == ItemState.WAITING:
        open_again(item, by=by, at=at)
    publications.withdraw(
        item.published.publication,
        reason_th=reason_th,
        reason_en=reason_en,
        by=by,
        at=at,
    )
    enter(item, ItemState.MISSING)
    item.published = None
    advance(item)
    item.save(update_fields=["state", "published", "version"])
    audit.record("disclosure.withdrawn", on=item, by=by, at=at)
    return item


def content_of(pk: int) -> Mapping[str, object]:
    """Return what a decision about an edition is bound to; it changes when it is dropped."""
    edition = _edition(pk)
    return {
        "item": str(edition.item.code),
        "year": edition.item.year.fiscal_year,
        "digest": edition.digest,
        "dropped": edition.dropped_at is not None,
    }


@transaction.atomic
def on_decided(pk: int, *, decision: Sequence[str], by: User, at: datetime) -> None:
    """Publish exactly the frozen edition, or make the item a draft again.

    A memo that only asks to take note decides nothing.
    """
    edition = _edition(pk)
    item = hold(edition.item)
    if {Decision.APPROVED, Decision.AGREED} & set(decision):
        if edition.dropped_at is not None or item.state != ItemState.WAITING:
            raise EditionDropped(number=edition.number)
        _put_up(item, edition, by=by, at=at)
    elif Decision.REFUSED in decision and item.state == ItemState.WAITING:
        edition.dropped_at = at
        edition.save(update_fields=["dropped_at"])
        enter(item, ItemState.DRAFT)
        advance(item)
        item.save(update_fields=["state", "version"])
        audit.record(
            "disclosure.refused", on=item, by=by, at=at, edition=edition.number
        )


@transaction.atomic
def on_voided(pk: int, *, by: User | None, at: datetime) -> None:
    """Make an item a draft again because its decision no longer counts."""
    item = hold(_edition(pk).item)
    if item.state in {ItemState.DRAFT, ItemState.MISSING}:
        return
    open_again(item, by=by, at=at)
    audit.record("disclosure.voided", on=item, by=by, at=at)


def _frozen(
    item: Item,
    notes: tuple[str, str],
    *,
    render: Render | None,
    by: User,
    at: datetime,
) -> Edition:
    """Freeze a held item as a draft; an item without parts, or unchanged, is refused."""
    if not item.parts.exists():
        raise NoParts
    composed = editions.composed(item, at=at)
    public = queries.public_edition(item)
    if public and public.digest == composed.digest:
        raise NothingNew(number=item.published.number if item.published else 0)
    if item.state != ItemState.DRAFT:
        open_again(item, by=by, at=at)
    drop(item, by=by, at=at)
    edition = editions.freeze(
        item, composed, note_th=notes[0], note_en=notes[1], render=render, by=by, at=at
    )
    audit.record(
        "disclosure.composed", on=item, by=by, at=at,
        edition=edition.number, digest=edition.digest,
    )  # fmt: skip
    return edition


def _put_up(item: Item, edition: Edition, *, by: User, at: datetime) -> Version:
    version = publications.publish(
        address=composing.address_of(item),
        title_th=item.title_th[:300],
        title_en=item.title_en[:300],
        content=edition.content,
        template=TEMPLATE,
        note_th=edition.note_th,
        note_en=edition.note_en,
        files=editions.files_of(edition),
        by=by,
        at=at,
    )
    edition.published = version
    edition.save(update_fields=["published"])
    enter(item, ItemState.PUBLISHED)
    item.published = version
    advance(item)
    item.save(update_fields=["state", "published", "version"])
    audit.record(
        "disclosure.published", on=item, by=by, at=at,
        version=version.number, digest=version.digest, edition=edition.number,
    )  # fmt: skip
    checks.run(item, by=None, at=at)
    return version


def _edition(pk: int) -> Edition:
    return Edition.objects.select_related("item", "item__year").get(
        organisation=tenancy.required(), pk=pk
    )
