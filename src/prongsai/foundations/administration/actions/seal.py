"""Give the office its seal: the picture pages and documents begin with."""

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.administration import permissions, queries
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.files import actions as files
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.organisations.models import Organisation
from prongsai.foundations.organisations.queries import current_office


@transaction.atomic
def set_seal(
    received: Sequence[StoredFile], *, by: User, at: datetime
) -> StoredFile | None:
    """Show a new seal to everyone; the earlier ones are kept and no longer shown."""
    if not permissions.can_administer(by, on=localdate(at)):
        raise PermissionDenied
    office = Organisation.objects.select_for_update().get(pk=current_office().pk)
    for copy in queries.shown_seals():
        files.hide(copy, by=by, at=at)
    kept = files.claim(received, owner=office, slot=queries.SEAL, by=by, at=at)
    shown = [files.public_copy(file, by=by, at=at) for file in kept]
    audit.record("office.seal_set", on=office, by=by, at=at, files=len(shown))
    return shown[0] if shown else None
