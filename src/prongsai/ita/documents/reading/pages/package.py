"""The parts of a DOCX, unpacked within limits whatever its directory claims."""

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lxml import etree

from prongsai.ita.documents.reading.pages.formats import Limits
from prongsai.ita.documents.reading.pages.trees import parse_xml
from prongsai.ita.errors import BrokenFile, TooComplex

_ENTRY = b"PK\x01\x02"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "word/document.xml"
_WANTED = ("styles", "numbering", "footnotes", "endnotes")
# What the zip reader raises for damaged, protected or unknown archives.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


@dataclass(frozen=True, kw_only=True)
class Package:
    """The XML parts of one DOCX by what they are: document, styles, numbering, notes."""

    document: etree._Element
    others: Mapping[str, etree._Element]


def unpack(name: str, data: bytes, limits: Limits) -> Package:
    """Open a DOCX. Raises ``BrokenFile`` or ``TooComplex``."""
    if data.count(_ENTRY) > limits.entries:
        raise TooComplex(name=name, what="entries", limit=limits.entries)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_bomb(name, archive, limits)
            return _package(name, archive, limits)
    except _BROKEN as broken:
        raise BrokenFile(name=name, format="DOCX") from broken


def _refuse_bomb(name: str, archive: zipfile.ZipFile, limits: Limits) -> None:
    entries = archive.infolist()
    total = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if total > limits.unpacked:
        raise TooComplex(name=name, what="unpacked", limit=limits.unpacked)
    if total > limits.part and total > packed * limits.ratio:
        raise TooComplex(name=name, what="compression", limit=limits.ratio)


def _package(name: str, archive: zipfile.ZipFile, limits: Limits) -> Package:
    parts = _Parts(name=name, archive=archive, limits=limits, left=limits.unpacked)
    named = parts.related("", "")
    main = named.get("officeDocument", _MAIN)
    kinds = parts.related(posixpath.dirname(main), posixpath.basename(main))
    others = {
        kind: parts.root(kinds[kind])
        for kind in _WANTED
        if kinds.get(kind) in parts.names
    }
    return Package(document=parts.root(main), others=MappingProxyType(others))


@dataclass(kw_only=True)
class _Parts:
    """The archive, and how many bytes may still be unpacked from it."""

    name: str
    archive: zipfile.ZipFile
    limits: Limits
    left: int

    @property
    def names(self) -> set[str]:
        return set(self.archive.namelist())

    def root(self, part: str) -> etree._Element:
        """Unpack and parse a part; the directory's sizes are not believed."""
        most = min(self.limits.part, self.left)
        with self.archive.open(part) as file:
            content = file.read(most + 1)
        if len(content) > most:
            raise TooComplex(name=self.name, what="unpacked", limit=most)
        self.left -= len(content)
        return parse_xml(content, name=self.name, limits=self.limits)

    def related(self, folder: str, part: str) -> dict[str, str]:
        """Return the parts a part points to, by the last word of their kind."""
        file = posixpath.join(folder, "_rels", f"{part}.rels")
        if file not in self.names:
            return {}
        found: dict[str, str] = {}
        for relation in self.root(file).iter(_RELATION):
            kind = (relation.get("Type") or "").rsplit("/", 1)[-1]
            target = relation.get("Target") or ""
            path = posixpath.normpath(posixpath.join("/", folder, target))
            found.setdefault(kind, path.lstrip("/"))
        return found
