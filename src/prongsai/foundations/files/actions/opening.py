"""Reading: who opened a file that holds personal data is written down."""

from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.core.files.storage import default_storage

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.files.errors import BytesMissing
from prongsai.foundations.files.models import StoredFile


def open_file(file: StoredFile, *, by: User | None, at: datetime) -> File[Any]:
    """Open the bytes for somebody who may read them; record it where it must be."""
    content = bytes_of(file)
    if file.holds_personal_data and by is not None:
        audit.record_reading(on=file, by=by, at=at, fields="file")
    return content


def bytes_of(file: StoredFile) -> File[Any]:
    """Open the bytes for the program's own use; raise ``BytesMissing``."""
    try:
        return default_storage.open(file.key, "rb")
    except FileNotFoundError as error:
        raise BytesMissing(name=file.name) from error
