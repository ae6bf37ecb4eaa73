"""Every way to change the groups of assets."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.ita.errors import ItaError
from prongsai.registers.lending.models.assets import AssetGroup
from prongsai.registers.lending.permissions import assets as permissions
from prongsai.registers.lending.queries import assets as queries


class GroupInsideItself(ItaError):
    """A group cannot be part of itself or of one of its own parts."""

    code = "lending.group-inside-itself"


@transaction.atomic
def save_group(draft: AssetGroup, *, by: User, at: datetime) -> AssetGroup:
    """Enter a group, or correct one; ``draft`` was filled in by a form."""
    if not permissions.can_manage_assets(by, on=localdate(at)):
        raise PermissionDenied
    if draft.pk and draft.parent_id in queries.group_with_subgroups(draft):
        raise GroupInsideItself
    is_new = draft.pk is None
    draft.organisation_id = by.organisation_id
    draft.save()
    verb = "lending.group-added" if is_new else "lending.group-edited"
    audit.record(verb, on=draft, by=by, at=at)
    return draft
