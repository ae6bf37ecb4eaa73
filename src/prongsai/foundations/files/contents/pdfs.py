"""PDF: begins as one, ends as one."""

import os
import re

from django.core.files.base import File

from prongsai.foundations.files.errors import DamagedUpload

_HEADER = re.compile(rb"%PDF-[12]\.\d")
_TAIL = 2048


def check(upload: File[bytes], *, name: str) -> None:
    """Raise ``DamagedUpload`` when the header or the end of the file is not there."""
    upload.seek(0)
    head = upload.read(16)
    upload.seek(max(0, upload.size - _TAIL), os.SEEK_SET)
    tail = upload.read(_TAIL)
    if not _HEADER.match(head) or b"%%EOF" not in tail or b"startxref" not in tail:
        raise DamagedUpload(name=name, kind="PDF")
