"""What a person can do with an item now, as its buttons; the likeliest first."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals.models import Memo
from prongsai.registers.disclosure import permissions
from prongsai.registers.disclosure.models import Item
from prongsai.registers.disclosure.queries import composing
from prongsai.registers.disclosure.states import Approval, ItemState
from prongsai.ui.deeds import Deed

_ON_ITS_WAY = frozenset({ItemState.WAITING})


def deeds_of(
    user: User, item: Item, *, memo: Memo | None, has_parts: bool, on: date
) -> list[Deed]:
    """Return the buttons of an item; ``memo`` is the one it waits for, if any."""
    found = [
        *_public_deeds(user, item, has_parts=has_parts, on=on),
        *_writing_deeds(user, item, has_parts=has_parts, on=on),
    ]
    if memo is not None:
        href = memo.get_absolute_url()
        found = [Deed(label=_("Open the memo"), href=href, icon="file"), *found]
    return [replace(found[0], kind="primary"), *found[1:]] if found else []


def _public_deeds(
    user: User, item: Item, *, has_parts: bool, on: date
) -> Iterator[Deed]:
    writes = permissions.can_write(user, item, on)
    is_waiting = item.state in _ON_ITS_WAY
    can_go = has_parts and not is_waiting and composing.has_news(item, on=on)
    if (
        can_go
        and item.approval == Approval.DIRECT
        and permissions.can_publish(user, on)
    ):
        yield _link("publish", item, _("Publish"), icon="globe")
    elif can_go and writes and item.approval == Approval.MEMO:
        yield _link("propose", item, _("Propose by memo"), icon="send")
    if is_waiting and writes:
        asks = _("The memo no longer counts. What is public stays.")
        href = reverse("disclosure:take_back", args=[item.pk])
        label = pgettext("item", "Back to draft")
        yield Deed(label=label, href=href, icon="return", is_post=True, confirm=asks)


def _writing_deeds(
    user: User, item: Item, *, has_parts: bool, on: date
) -> Iterator[Deed]:
    if permissions.can_write(user, item, on):
        yield _link("add_part", item, _("Add a part"), icon="plus")
    if has_parts:
        yield _link("preview", item, pgettext("item", "Preview"), icon="eye")
    if permissions.can_write(user, item, on):
        yield _link("explain", item, _("Public reason"), icon="speak")
    if permissions.can_keep_year(user, on):
        yield _link("assign", item, _("Who keeps it"), icon="people")
    if item.published_id is not None and permissions.can_withdraw(user, on):
        label = pgettext("item", "Take back from the public")
        yield _link("withdraw", item, label, icon="hand")


def _link(name: str, item: Item, label: str, *, icon: str) -> Deed:
    href = reverse(f"disclosure:{name}", args=[item.pk])
    return Deed(label=label, href=href, icon=icon)
