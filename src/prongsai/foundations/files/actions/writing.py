"""Bytes first, row second: what every new file goes through."""

import errno
import hashlib
import secrets
from dataclasses import dataclass
from typing import Any

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import DatabaseError, transaction

from prongsai.foundations.files.errors import NoSpace
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.organisations import tenancy

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
"""The disk, the quota or the largest file the system allows is reached."""


@dataclass(frozen=True, kw_only=True)
class Written:
    """Where bytes are kept, how many they are, and their digest."""

    key: str
    size: int
    sha256: str


def write(content: File[Any], *, ending: str) -> Written:
    """Keep bytes under a fresh key nobody can guess; raise ``NoSpace`` when full.

    The digest is computed before, piece by piece: an object store reads the bytes in
    its own way, and perhaps twice.
    """
    sha256, size = _digest(content)
    token = secrets.token_hex(16)
    key = f"{tenancy.required()}/{token[:2]}/{token}{ending}"
    return Written(key=_save(key, content), size=size, sha256=sha256)


def _digest(content: File[Any]) -> tuple[str, int]:
    sha256, size = hashlib.sha256(), 0
    content.seek(0)
    for piece in content.chunks():
        sha256.update(piece)
        size += len(piece)
    content.seek(0)
    return sha256.hexdigest(), size


def _save(key: str, content: File[Any]) -> str:
    try:
        return default_storage.save(key, content)
    except OSError as error:
        if error.errno in FULL:
            raise NoSpace from error
        raise


def stored(row: StoredFile, written: Written) -> StoredFile:
    """Add the row of bytes that are there; without the row the bytes go again."""
    row.key, row.size, row.sha256 = written.key, written.size, written.sha256
    try:
        return _added(row)
    except DatabaseError:
        _forget(written.key)
        raise


@transaction.atomic
def _added(row: StoredFile) -> StoredFile:
    row.save(force_insert=True)
    return row


def _forget(key: str) -> None:
    default_storage.delete(key)
