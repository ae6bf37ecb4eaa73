"""May this person write, and is the row still as it was: asked at the start of a deed."""

from datetime import datetime
from typing import TypeVar

from django.core.exceptions import PermissionDenied
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import OwnedByOrganisation
from prongsai.registers.directory import permissions

R = TypeVar("R", bound=OwnedByOrganisation)


def must_write(by: User, at: datetime) -> None:
    """Refuse everybody who does not keep the directory."""
    if not permissions.can_write(by, localdate(at)):
        raise PermissionDenied


def locked(row: R, *, by: User, at: datetime) -> R:
    """Return a row of the current office, locked, for somebody who may write."""
    found = type(row)._default_manager.select_for_update()
    held: R = found.get(organisation=tenancy.required(), pk=row.pk)
    must_write(by, at)
    return held
