"""Read an evidence pack again: whether every file has the digest the manifest names."""

import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from prongsai.registers.disclosure.documents.packing import (
    FORMAT,
    MANIFEST,
    README,
    SUMS,
)

_PIECE = 256 * 1024
_LARGEST_MANIFEST = 32 * 1024 * 1024


class NoPack(ValueError):
    """The file is no evidence pack of ours."""


@dataclass(frozen=True, kw_only=True)
class Flaw:
    """What is wrong with one file of a pack: its code and its name."""

    code: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Verified:
    """How many files a pack holds and what is wrong with them."""

    count: int
    flaws: tuple[Flaw, ...]


def verify(path: Path) -> Verified:
    """Compute every digest of a pack again; raise ``NoPack``."""
    try:
        with ZipFile(path) as pack:
            manifest = _manifest(pack)
            named = {str(k): str(v) for k, v in manifest["files"].items()}
            flaws = [*_files(pack, named), *_documents(manifest, named)]
    except (OSError, BadZipFile, KeyError, TypeError, ValueError, AttributeError) as e:
        raise NoPack(str(path)) from e
    return Verified(count=len(named), flaws=tuple(flaws))


def _manifest(pack: ZipFile) -> dict[str, dict[str, object]]:
    if pack.getinfo(MANIFEST).file_size > _LARGEST_MANIFEST:
        raise NoPack(MANIFEST)
    found = json.loads(pack.read(MANIFEST))
    if found["format"] != FORMAT:
        raise NoPack(FORMAT)
    whole: dict[str, dict[str, object]] = found
    return whole


def _files(pack: ZipFile, named: dict[str, str]) -> Iterator[Flaw]:
    """Compare what is there with what is named; what nobody named is a flaw too."""
    there = pack.namelist()
    for name in sorted(set(named) - set(there)):
        yield Flaw(code="disclosure.pack.missing", name=name)
    for name in sorted(set(there) - set(named) - {MANIFEST, README, SUMS}):
        yield Flaw(code="disclosure.pack.unknown", name=name)
    for name in sorted(set(there) & set(named)):
        if there.count(name) > 1 or _digest(pack, name) != named[name]:
            yield Flaw(code="disclosure.pack.changed", name=name)


def _documents(manifest: Mapping[str, object], named: dict[str, str]) -> Iterator[Flaw]:
    """A document's bytes have the digest that stood on its page."""
    items = manifest["items"]
    for item in items if isinstance(items, list) else []:
        name = item.get("document")
        if name and named.get(name) != item["digest"]:
            yield Flaw(code="disclosure.pack.other-document", name=name)


def _digest(pack: ZipFile, name: str) -> str:
    """Return the digest of a file in a pack; nothing when its bytes do not unpack."""
    sha256 = hashlib.sha256()
    try:
        with pack.open(name) as entry:
            while piece := entry.read(_PIECE):
                sha256.update(piece)
    except (BadZipFile, zlib.error, EOFError):
        return ""
    return sha256.hexdigest()
