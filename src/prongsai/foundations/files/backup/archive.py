"""The archive itself: written beside and renamed, read entry by entry with digests."""

import hashlib
import io
import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Protocol

from prongsai.foundations.files.backup import manifest as contents
from prongsai.foundations.files.backup.errors import (
    Corrupted,
    NotABackup,
    UnsafeEntry,
)
from prongsai.foundations.files.backup.manifest import Entry, Manifest
from prongsai.foundations.files.disk import force

PIECE = 1024 * 1024


class Readable(Protocol):
    """Whatever gives bytes."""

    def read(self, size: int = ..., /) -> bytes:
        """Return the next bytes."""


class _Digesting:
    """Passes bytes on to the archive and computes their digest."""

    def __init__(self, source: Readable) -> None:
        self.source = source
        self.sha256 = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        found = self.source.read(size)
        self.sha256.update(found)
        return found


class Writer:
    """Adds files to an archive and remembers what it added."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar
        self.entries: list[Entry] = []

    def add(self, path: str, source: Readable, *, size: int) -> None:
        """Add one file."""
        info = tarfile.TarInfo(path)
        info.size, info.mode = size, 0o600
        digesting = _Digesting(source)
        self._tar.addfile(info, digesting)
        digest = digesting.sha256.hexdigest()
        self.entries.append(Entry(path=path, size=size, sha256=digest))

    def add_path(self, path: str, source: Path) -> None:
        """Add a file of the disk."""
        with source.open("rb") as file:
            self.add(path, file, size=os.fstat(file.fileno()).st_size)

    def close_with(self, manifest: Manifest) -> None:
        """Add the list of contents, last."""
        content = contents.written(manifest)
        info = tarfile.TarInfo(contents.NAME)
        info.size, info.mode = len(content), 0o600
        self._tar.addfile(info, io.BytesIO(content))


@contextmanager
def writing(out: Path) -> Iterator[Writer]:
    """Write an archive that appears under its name when it is complete, or never."""
    beside = out.with_name(f".{out.name}.{os.getpid()}.part")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as tar:
                yield Writer(tar)
            file.flush()
            os.fsync(file.fileno())
        beside.rename(out)
        force(out.parent)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


class Reader:
    """Reads an archive whose list of contents and entries agree."""

    def __init__(self, tar: tarfile.TarFile, *, name: str) -> None:
        self._tar = tar
        self.name = name
        self._members = _members(tar, name)
        self.manifest = self._manifest()
        self._compare()

    def unpack(self, entry: Entry, goal: Path) -> None:
        """Write one entry and compare its digest; raise ``Corrupted``."""
        source = self._tar.extractfile(self._members[entry.path])
        if source is None:
            raise Corrupted(name=self.name, entry=entry.path)
        sha256 = hashlib.sha256()
        goal.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(goal, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            while piece := _piece(source, self.name, entry):
                sha256.update(piece)
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        if sha256.hexdigest() != entry.sha256:
            raise Corrupted(name=self.name, entry=entry.path)

    def _manifest(self) -> Manifest:
        member = self._members.pop(contents.NAME, None)
        if member is None or member.size > contents.MOST_BYTES:
            raise NotABackup(name=self.name)
        source = self._tar.extractfile(member)
        return contents.read(source.read() if source else b"", name=self.name)

    def _compare(self) -> None:
        """The entries are exactly those of the list, with their sizes."""
        listed = {entry.path: entry.size for entry in self.manifest.entries}
        found = {path: member.size for path, member in self._members.items()}
        if differing := listed.items() ^ found.items():
            raise Corrupted(name=self.name, entry=min(differing)[0])


@contextmanager
def reading(source: Path) -> Iterator[Reader]:
    """Open an archive; raise ``NotABackup``, ``UnsafeEntry`` or ``Corrupted``."""
    try:
        with tarfile.open(source, mode="r:") as tar:
            yield Reader(tar, name=source.name)
    except (tarfile.TarError, EOFError, FileNotFoundError) as error:
        raise NotABackup(name=source.name) from error


def _members(tar: tarfile.TarFile, name: str) -> dict[str, tarfile.TarInfo]:
    """Return the entries by path: plain files, each once, all inside."""
    found: dict[str, tarfile.TarInfo] = {}
    for member in tar:
        path = PurePosixPath(member.name)
        outside = path.is_absolute() or ".." in path.parts or "\\" in member.name
        if outside or not member.isreg() or member.name in found:
            raise UnsafeEntry(name=name, entry=member.name)
        found[member.name] = member
    return found


def _piece(source: IO[bytes], name: str, entry: Entry) -> bytes:
    try:
        return source.read(PIECE)
    except (tarfile.TarError, OSError) as error:
        raise Corrupted(name=name, entry=entry.path) from error
