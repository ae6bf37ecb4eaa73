"""Elements the office need not answer: given with reason and rule, and taken back."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.publications.stamps import public_pages_changed
from prongsai.registers.disclosure import permissions
from prongsai.registers.disclosure.actions.holding import hold
from prongsai.registers.disclosure.actions.refusals import (
    ExemptAlready,
    KeysNotAsked,
    SourceMissing,
)
from prongsai.registers.disclosure.models import Exemption, Item
from prongsai.registers.disclosure.queries.items import keys_of


@transaction.atomic
def give(
    item: Item, key: str, *, reason: str, source: str, by: User, at: datetime
) -> Exemption:
    """Say that an element is not asked of this office, and by which rule."""
    item = hold(item)
    if not permissions.can_keep_year(by, localdate(at)):
        raise PermissionDenied
    if key not in keys_of(item):
        raise KeysNotAsked(keys=key)
    if not reason.strip() or not source.strip():
        raise SourceMissing
    given, is_new = Exemption.objects.get_or_create(
        organisation_id=item.organisation_id,
        item=item,
        key=key,
        defaults={
            "reason": reason.strip(),
            "source": source.strip(),
            "given_at": at,
            "given_by": by,
        },
    )
    if not is_new:
        raise ExemptAlready(key=key)
    public_pages_changed()
    audit.record("disclosure.exempted", on=item, by=by, at=at, key=key)
    return given


@transaction.atomic
def take_back(exemption: Exemption, *, by: User, at: datetime) -> Item:
    """Ask for the element again."""
    item = hold(exemption.item)
    if not permissions.can_keep_year(by, localdate(at)):
        raise PermissionDenied
    key = exemption.key
    Exemption.objects.filter(item=item, key=key).delete()
    public_pages_changed()
    audit.record("disclosure.exemption-taken-back", on=item, by=by, at=at, key=key)
    return item
