"""DOCX and XLSX: zip packages, with limits on what they unpack to, and no programs."""

import lzma
import zipfile
import zlib
from typing import IO

from django.core.files.base import File

from prongsai.foundations.files.errors import (
    DamagedUpload,
    HoldsProgram,
    UnpacksTooLarge,
)
from prongsai.foundations.files.rules import MEGABYTE

MAX_UNPACKED = 200 * MEGABYTE
MAX_ENTRIES = 5000
MAX_RATIO = 200
"""XML packs well, but not two hundred times; a bomb does."""

_SMALL = MEGABYTE
"""Below this nothing is a bomb, however well it packs."""

_CHUNK = 64 * 1024
_MAIN = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    RuntimeError,  # a password, or a packing nobody uses
    ValueError,
)


def code_of(upload: File[bytes]) -> str | None:
    """Return "docx" or "xlsx" by the part that makes it one; ``None`` for other zips."""
    try:
        with zipfile.ZipFile(_raw(upload)) as package:
            names = set(package.namelist())
    except _BROKEN:
        return None
    if "[Content_Types].xml" not in names:
        return None
    return next((code for part, code in _MAIN.items() if part in names), None)


def check(upload: File[bytes], *, name: str, title: str) -> None:
    """Unpack every part, within the limits, and compare its checksum."""
    try:
        with zipfile.ZipFile(_raw(upload)) as package:
            _check_entries(package.infolist(), name)
            _unpack(package)
    except _BROKEN as error:
        raise DamagedUpload(name=name, kind=title) from error


def _check_entries(entries: list[zipfile.ZipInfo], name: str) -> None:
    if any(entry.filename.lower().endswith("vbaproject.bin") for entry in entries):
        raise HoldsProgram(name=name)
    total = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    swollen = total > _SMALL and total / packed > MAX_RATIO
    if swollen or total > MAX_UNPACKED or len(entries) > MAX_ENTRIES:
        raise UnpacksTooLarge(name=name, limit_mb=MAX_UNPACKED // MEGABYTE)


def _unpack(package: zipfile.ZipFile) -> None:
    """Read everything; never more than the directory said, and checksums are compared."""
    for entry in package.infolist():
        with package.open(entry) as part:
            while part.read(_CHUNK):
                pass


def _raw(upload: File[bytes]) -> IO[bytes]:
    """Return the open file under Django's wrapper, at its beginning."""
    raw = upload.file
    if raw is None:
        raise ValueError(upload.name)
    raw.seek(0)
    return raw
