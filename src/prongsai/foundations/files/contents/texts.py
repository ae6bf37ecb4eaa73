"""Plain text and CSV: decodes, and holds nothing but text."""

import re

from django.core.files.base import File

from prongsai.foundations.files.errors import DamagedUpload

ENCODINGS = ("utf-8-sig", "cp874")
"""Unicode, and what older Thai programs write."""

_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_NOT_CP874 = re.compile(rb"[\x81-\x84\x86-\x90\x98-\x9f\xdb-\xde\xfc-\xff]")


def looks_like_text(head: bytes) -> bool:
    """Say whether the first bytes could be text."""
    return bool(head) and not _CONTROL.search(head)


def check(upload: File[bytes], *, name: str, title: str) -> None:
    """Raise ``DamagedUpload`` when the file is not text from end to end."""
    upload.seek(0)
    content = upload.read()
    if _CONTROL.search(content) or decoded(content) is None:
        raise DamagedUpload(name=name, kind=title)


def decoded(content: bytes) -> str | None:
    """Return the text of a file, or ``None`` when it is in no encoding we know."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None if _NOT_CP874.search(content) else content.decode("cp874", "ignore")
