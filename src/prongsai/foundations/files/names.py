"""File names as people gave them, made safe: Thai stays, tricks go."""

import re
import unicodedata
from pathlib import PurePosixPath

from prongsai.ita.thai.text import clean

MAX_CHARACTERS = 120
MAX_BYTES = 200
"""A Thai letter is three bytes; file systems allow 255 bytes a name."""

_FORBIDDEN = re.compile(r'[\\/:*?"<>|%#;\x00-\x1f\x7f]')
_BIDI = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x061C])
_BEFORE = "เแโใไ"
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[1-9]|lpt[1-9])(\..*)?")


def clean_name(raw: str) -> str:
    """Return a name that is safe in a header, in an address and on any disk.

    >>> clean_name("../../คำขอยืม เต็นท์.PDF")
    'คำขอยืม เต็นท์.pdf'
    >>> clean_name("photo\u202egpj.exe")
    'photogpj.exe'
    """
    last = raw.replace("\\", "/").rsplit("/", 1)[-1]
    text = unicodedata.normalize("NFC", clean(last.translate(_BIDI)))
    text = "".join(c for c in text if unicodedata.category(c) not in {"Cc", "Cf", "Cs"})
    text = _FORBIDDEN.sub("_", text).strip(" .")
    ending = PurePosixPath(text).suffix.lower()
    stem = text[: len(text) - len(ending)].strip(" .") or "file"
    if _RESERVED.fullmatch(stem):
        stem = f"_{stem}"
    return _shortened(stem, ending[:12]) + ending[:12]


def ending_of(name: str) -> str:
    """Return what a cleaned name ends in: ".pdf"."""
    return PurePosixPath(name).suffix.lower()


def _shortened(stem: str, ending: str) -> str:
    length = min(len(stem), MAX_CHARACTERS - len(ending))
    while length > 1 and not _may_end(stem, length, ending):
        length -= 1
    return stem[:length].rstrip(" .") or "file"


def _may_end(stem: str, length: int, ending: str) -> bool:
    """Say whether a name may be cut here: it fits, and no Thai letter is torn apart."""
    if len((stem[:length] + ending).encode()) > MAX_BYTES:
        return False
    if length == len(stem):
        return True
    after = stem[length]
    return (
        stem[length - 1] not in _BEFORE
        and after not in "ะาำๅ"
        and unicodedata.category(after) != "Mn"
    )
