"""What a file really is: by its first bytes, by opening it, and by its name. All agree."""

import puremagic
from django.core.files.base import File

from prongsai.foundations.files.contents import packages, pdfs, pictures, texts
from prongsai.foundations.files.errors import (
    EmptyUpload,
    NameDisagrees,
    UploadTooLarge,
    WrongKind,
)
from prongsai.foundations.files.kinds import FORMATS, Format, titles_of
from prongsai.foundations.files.names import ending_of
from prongsai.foundations.files.rules import MEGABYTE, FileRules

HEAD = 8192
"""How many first bytes tell one format from another."""

_FIRST_BYTES = (
    ("jpeg", 0, b"\xff\xd8\xff"),
    ("png", 0, b"\x89PNG\r\n\x1a\n"),
    ("webp", 8, b"WEBP"),
    ("pdf", 0, b"%PDF-"),
)
_ZIP = b"PK\x03\x04"
_TEXTS_BY_NAME = {".csv": "csv", ".html": "html", ".htm": "html"}


def format_of(upload: File[bytes], *, name: str, rules: FileRules) -> Format:
    """Return the format of an upload, or raise the reason why it may not come in."""
    _check_size(upload.size, name=name, rules=rules)
    found = _recognised(upload, name)
    if found is None or found.kind not in rules.types:
        raise WrongKind(
            name=name,
            found=found.title if found else _guess(upload),
            allowed=titles_of(rules.types),
        )
    if ending_of(name) not in found.endings:
        raise NameDisagrees(
            name=name, said=ending_of(name) or "–", found=" ".join(found.endings)
        )
    _open_it(upload, found, name)
    upload.seek(0)
    return found


def _check_size(size: int, *, name: str, rules: FileRules) -> None:
    if not size:
        raise EmptyUpload(name=name)
    if size > rules.max_bytes:
        raise UploadTooLarge(
            name=name,
            size_mb=f"{size / MEGABYTE:.1f}",
            limit_mb=f"{rules.max_bytes / MEGABYTE:g}",
        )


def _recognised(upload: File[bytes], name: str) -> Format | None:
    """Return the format the bytes speak for; text is told apart by the name alone."""
    head = _head(upload)
    for code, offset, mark in _FIRST_BYTES:
        if head[offset : offset + len(mark)] == mark:
            return FORMATS[code]
    if head.startswith(_ZIP):
        return FORMATS.get(packages.code_of(upload) or "")
    if texts.looks_like_text(head):
        return FORMATS[_TEXTS_BY_NAME.get(ending_of(name), "text")]
    return None


def _open_it(upload: File[bytes], found: Format, name: str) -> None:
    """Open the file as what it says it is."""
    upload.seek(0)
    if found.kind == "image":
        pictures.check(upload, name=name, code=found.code)
    elif found.kind == "pdf":
        pdfs.check(upload, name=name)
    elif found.kind in {"docx", "xlsx"}:
        packages.check(upload, name=name, title=found.title)
    else:
        texts.check(upload, name=name, title=found.title)


def _guess(upload: File[bytes]) -> str:
    """Name a format that is not allowed, for the sentence of the refusal."""
    try:
        best = puremagic.magic_string(_head(upload))[0]
    except (puremagic.PureError, ValueError, IndexError):
        return "?"
    return str(best.name or best.extension or "?")


def _head(upload: File[bytes]) -> bytes:
    upload.seek(0)
    return bytes(upload.read(HEAD))
