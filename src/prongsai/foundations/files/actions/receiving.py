"""Stage one: a file comes in and waits to be claimed."""

from datetime import datetime
from typing import Any

from django.core.files.base import File

from prongsai.foundations.accounts.models import User
from prongsai.foundations.files.actions.writing import stored, write
from prongsai.foundations.files.checking import format_of
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.files.names import clean_name
from prongsai.foundations.files.rules import FileRules
from prongsai.foundations.organisations import tenancy


def receive(
    upload: File[Any],
    *,
    rules: FileRules,
    by: User | None,
    at: datetime,
    holder: str = "",
) -> StoredFile:
    """Check a file and keep it, staged; raise a ``FileRefused`` that says why not.

    The bytes are complete on the disk before the row says they are there. ``holder`` is
    the browser of a citizen (see ``uploading``).
    """
    name = clean_name(upload.name or "")
    found = format_of(upload, name=name, rules=rules)
    staged = StoredFile(
        organisation_id=tenancy.required(),
        name=name,
        format=found.code,
        content_type=found.content_type,
        uploaded_by=by,
        uploaded_at=at,
        holder=holder,
    )
    return stored(staged, write(upload, ending=found.endings[0]))
