"""Keep an evidence pack that was made, so that whoever verifies the year can fetch it."""

from datetime import datetime
from typing import IO

from django.core.exceptions import PermissionDenied
from django.core.files.base import File
from django.db import transaction
from django.utils.timezone import localdate, localtime

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.files.actions.writing import stored, write
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.organisations import tenancy
from prongsai.registers.disclosure import permissions
from prongsai.registers.disclosure.models import Year
from prongsai.registers.disclosure.queries.exporting import PACKS

ZIP_TYPE = "application/zip"


@transaction.atomic
def keep_pack(year: Year, content: IO[bytes], *, by: User, at: datetime) -> StoredFile:
    """Keep the bytes of a pack with its year."""
    if not permissions.can_verify(by, on=localdate(at)):
        raise PermissionDenied
    moment = localtime(at)
    row = StoredFile(
        organisation_id=tenancy.required(),
        name=f"ita-{year.fiscal_year}-evidence-{moment:%Y%m%d-%H%M%S}.zip",
        format="zip",
        content_type=ZIP_TYPE,
        uploaded_by=by,
        uploaded_at=at,
        owner_kind=Year._meta.label_lower,
        owner_pk=year.pk,
        slot=PACKS,
        claimed_by=by,
        claimed_at=at,
    )
    kept = stored(row, write(File(content), ending=".zip"))
    audit.record("disclosure.pack-made", on=year, by=by, at=at, year=year.fiscal_year)
    return kept
