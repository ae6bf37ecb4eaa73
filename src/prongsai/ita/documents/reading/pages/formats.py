"""Which format a file has, how large it may be, and its bytes as text."""

import codecs
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath

from prongsai.ita.documents.reading.pages.legible import impossible_share
from prongsai.ita.errors import (
    EmptyFile,
    FileTooLarge,
    MissingFile,
    OldWordFile,
    UnknownFormat,
    WrongExtension,
)

_MB = 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What no report exceeds. Sizes in bytes, times in seconds."""

    size: int = 50 * _MB
    text: int = 8 * _MB
    unpacked: int = 200 * _MB
    part: int = 40 * _MB
    ratio: int = 200
    entries: int = 5_000
    depth: int = 100
    tags: int = 1_000_000
    blocks: int = 200_000
    columns: int = 100
    pages: int = 1_000
    letters_on_page: int = 50_000
    lines_on_page: int = 20_000
    memory: int = 1_536 * _MB
    seconds: float = 60
    seconds_of_ocr: float = 60
    seconds_of_scan: float = 900
    pages_of_ocr: int = 100


LIMITS = Limits()


class Format(StrEnum):
    """What a file is read as. Markdown is text."""

    TEXT = "text"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    JSON = "json"
    IMAGE = "image"


_BY_NAME = {
    ".txt": Format.TEXT,
    ".md": Format.TEXT,
    ".markdown": Format.TEXT,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".docx": Format.DOCX,
    ".pdf": Format.PDF,
    ".json": Format.JSON,
    ".png": Format.IMAGE,
    ".jpg": Format.IMAGE,
    ".jpeg": Format.IMAGE,
    ".tif": Format.IMAGE,
    ".tiff": Format.IMAGE,
}
_BY_START = {
    b"\x89PNG\r\n\x1a\n": Format.IMAGE,
    b"\xff\xd8\xff": Format.IMAGE,
    b"II*\x00": Format.IMAGE,
    b"MM\x00*": Format.IMAGE,
}
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = 4_096
# A PDF may be preceded by a few bytes of a mail gateway; readers allow 1,024.
_PDF_WITHIN = 1_024
# Names a person gives to plain text; HTML and JSON are texts too.
_TEXTS = {Format.TEXT, Format.HTML, Format.JSON}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# A text may hold a stray control character; more of them is a binary file.
_CONTROLS_PER_LETTER = 1 / 200
# Western letters taken for Thai ones put marks where Thai has none.
_MOST_IMPOSSIBLE = 0.2


def load(path: Path, limits: Limits = LIMITS) -> bytes:
    """Return a file's bytes; look at its size first, and open regular files only."""
    name = path.name
    try:
        stat = path.stat()
        if not path.is_file():
            raise MissingFile(name=name)
        if stat.st_size > limits.size:
            raise _too_large(name, stat.st_size, limits.size)
        with path.open("rb") as file:
            data = file.read(limits.size + 1)
    except (OSError, ValueError) as refused:
        raise MissingFile(name=name) from refused
    if len(data) > limits.size:
        raise _too_large(name, len(data), limits.size)
    return data


def sniff(name: str, data: bytes, limits: Limits = LIMITS) -> Format:
    """Say what the bytes are, by themselves and by the file's name.

    Raises ``EmptyFile``, ``FileTooLarge``, ``UnknownFormat``, ``OldWordFile``, or
    ``WrongExtension`` when the name and the bytes disagree.

    >>> sniff("report.html", "<!doctype html><p>รายงาน".encode())
    <Format.HTML: 'html'>
    """
    if len(data) > limits.size:
        raise _too_large(name, len(data), limits.size)
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise EmptyFile(name=name)
    found = _by_content(name, data)
    if found in _TEXTS and len(data) > limits.text:
        raise _too_large(name, len(data), limits.text)
    said = _BY_NAME.get(PurePath(name).suffix.lower())
    if said is None or said == found:
        return found
    if said in _TEXTS and found in _TEXTS:
        return _between(said, found)
    raise WrongExtension(name=name, said=said, found=found)


def decode(name: str, data: bytes) -> str:
    """Return the bytes as text: UTF-8, UTF-16 with its mark, or TIS-620.

    Anything else, and text full of control characters, is an ``UnknownFormat``.

    >>> decode("a.txt", "รายงาน".encode("cp874"))
    'รายงาน'
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _plausible(name, _strict(name, data[len(mark) :], encoding))
    try:
        return _plausible(name, data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    text = _plausible(name, _strict(name, data, "cp874"))
    thai = sum("\u0e01" <= letter <= "\u0e5b" for letter in text)
    foreign = sum(letter > "\x7f" for letter in text) - thai
    if thai <= foreign or impossible_share(text) > _MOST_IMPOSSIBLE:
        raise UnknownFormat(name=name)
    return text


def _too_large(name: str, size: int, most: int) -> FileTooLarge:
    return FileTooLarge(name=name, size_mb=-(-size // _MB), limit_mb=most // _MB)


def _by_content(name: str, data: bytes) -> Format:
    for start, form in _BY_START.items():
        if data.startswith(start):
            return form
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return Format.PDF
    if data.startswith(_ZIP):
        return _packed(name, data)
    if data.startswith(_OLE):
        return _ole(name, data)
    return _textual(decode(name, data))


def _packed(name: str, data: bytes) -> Format:
    # Only names are looked for: the directory at the end repeats them unpacked.
    if b"word/" in data or PurePath(name).suffix.lower() == ".docx":
        return Format.DOCX
    raise UnknownFormat(name=name)


def _ole(name: str, data: bytes) -> Format:
    # A DOCX with a password is an old container around one encrypted stream.
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Format.DOCX
    raise OldWordFile(name=name)


def _textual(text: str) -> Format:
    if _HTML.match(text[:_HEAD]):
        return Format.HTML
    if text.lstrip()[:1] == "{":
        return Format.JSON
    return Format.TEXT


def _between(said: Format, found: Format) -> Format:
    # A text that opens with a bracket or a tag is still what its name says,
    # except that a whole page of HTML is never read as plain text.
    if found is Format.HTML:
        return Format.HTML
    return said


def _strict(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as wrong:
        raise UnknownFormat(name=name) from wrong


def _plausible(name: str, text: str) -> str:
    if len(_CONTROL.findall(text)) > len(text) * _CONTROLS_PER_LETTER:
        raise UnknownFormat(name=name)
    return text
