"""Check a backup entry by entry, unpack it beside, and put it in place at the very end."""

import ctypes
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from prongsai.foundations.files.backup import postgres, sqlite
from prongsai.foundations.files.backup.archive import Reader, reading
from prongsai.foundations.files.backup.errors import (
    CannotReplace,
    FolderInUse,
    NoRoom,
    NotABackup,
    OtherEngine,
    TooNew,
    UnsafeEntry,
)
from prongsai.foundations.files.backup.manifest import Manifest
from prongsai.foundations.files.backup.packing import DATA, DATABASE, is_on_disk
from prongsai.foundations.files.disk import force
from prongsai.foundations.files.rules import MEGABYTE

MADE_BY_STARTING = frozenset({"secret.key", "static", "incoming", "prongsai.sqlite3"})
"""What the program makes in its folder before anything is in it."""

_EXCHANGE = 2
"""The flag of renameat2 by which two names change places at once."""


@dataclass(frozen=True, kw_only=True)
class Restored:
    """What was unpacked, where the old data went, and how the new data looks."""

    manifest: Manifest
    folder: Path
    aside: Path | None
    pending: list[str]
    is_whole: bool
    said: str


def restore(source: Path, *, into: Path, replace: bool, at: datetime) -> Restored:
    """Put the content of a backup into a folder that is empty, or moved aside.

    Everything is checked and unpacked in a folder beside it first. A kill before the
    last step leaves the old data as they were.
    """
    into = into.absolute()
    with reading(source) as archive:
        pending = _pending(archive)
        _check_engine(archive)
        _check_folder(into, replace=replace)
        _check_room(archive, into.parent)
        beside = into.with_name(f"{into.name}.restoring-{os.getpid()}")
        try:
            _unpack(archive, beside)
            whole, said = _verified(beside, pending)
            aside = _put_in_place(beside, into, at=at)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
        _into_bucket(into)
    return Restored(
        manifest=archive.manifest,
        folder=into,
        aside=aside,
        pending=pending,
        is_whole=whole,
        said=said,
    )


def _pending(archive: Reader) -> list[str]:
    """Return the migrations to run afterwards; raise ``TooNew`` for unknown ones."""
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    applied = set(archive.manifest.migrations)
    if applied - known:
        raise TooNew(name=archive.name, version=archive.manifest.version)
    return sorted(known - applied)


def _check_engine(archive: Reader) -> None:
    if archive.manifest.engine != connection.vendor:
        raise OtherEngine(
            name=archive.name, made=archive.manifest.engine, here=connection.vendor
        )


def _check_folder(into: Path, *, replace: bool) -> None:
    if not into.exists():
        into.parent.mkdir(parents=True, exist_ok=True)
        return
    if into.is_mount():
        raise CannotReplace(name=str(into))
    if not replace and _holds_data(into):
        raise FolderInUse(name=str(into))


def _holds_data(folder: Path) -> bool:
    """Say whether more is in a folder than starting the program puts there."""
    if not folder.is_dir():
        return True
    names = {path.name for path in folder.iterdir()}
    database = folder / sqlite.FILE
    return bool(names - MADE_BY_STARTING) or (
        database.exists() and database.stat().st_size > 0
    )


def _check_room(archive: Reader, folder: Path) -> None:
    needed, free = archive.manifest.size, shutil.disk_usage(folder).free
    if needed > free:
        raise NoRoom(
            name=archive.name,
            needed_mb=needed // MEGABYTE,
            free_mb=free // MEGABYTE,
        )


def _unpack(archive: Reader, beside: Path) -> None:
    """Unpack every entry with its digest compared; the database last."""
    beside.mkdir(mode=0o700)
    entries = sorted(
        archive.manifest.entries, key=lambda e: e.path.startswith(DATABASE)
    )
    if not any(entry.path.startswith(f"{DATABASE}/") for entry in entries):
        raise NotABackup(name=archive.name)
    for entry in entries:
        top, _, rest = entry.path.partition("/")
        if top not in {DATA, DATABASE} or not rest:
            raise UnsafeEntry(name=archive.name, entry=entry.path)
        archive.unpack(entry, (beside if top == DATA else beside / DATABASE) / rest)
    if archive.manifest.engine == "sqlite":
        _place_sqlite(beside)


def _place_sqlite(beside: Path) -> None:
    database = beside / sqlite.FILE
    (beside / DATABASE / sqlite.FILE).rename(database)
    (beside / DATABASE).rmdir()
    sqlite.check(database)


def _verified(beside: Path, pending: list[str]) -> tuple[bool, str]:
    """Fill PostgreSQL where it is used, and verify the history of every office.

    Another process does it: this one works with the settings of the running folder.
    """
    if connection.vendor == "postgresql":
        postgres.restore(beside / DATABASE)
        shutil.rmtree(beside / DATABASE)
    if pending:
        return True, ""
    done = subprocess.run(  # ourselves
        [sys.executable, "-m", "django", "verify_audit", "--lang", "en"],
        check=False,
        capture_output=True,
        text=True,
        env=os.environ
        | {
            "PRONGSAI_DATA": str(beside),
            "DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE,
        },
    )
    return done.returncode == 0, (done.stdout + done.stderr[-500:]).strip()


def _put_in_place(beside: Path, into: Path, *, at: datetime) -> Path | None:
    """Let the new folder take the place of the old one, in one step."""
    if not into.exists():
        beside.rename(into)
        force(into.parent)
        return None
    had_data = _holds_data(into)
    _exchange(beside, into)
    if not had_data:
        return None
    aside = into.with_name(f"{into.name}.before-{at:%Y%m%d-%H%M%S}")
    beside.rename(aside)
    force(into.parent)
    return aside


def _exchange(one: Path, two: Path) -> None:
    """Let two folders change their names at once; where the system cannot, in two steps."""
    library = ctypes.CDLL(None, use_errno=True)
    exchange = getattr(library, "renameat2", None)
    here = -100  # paths are read from the current folder
    if exchange is None or exchange(
        here, os.fsencode(one), here, os.fsencode(two), _EXCHANGE
    ):
        between = two.with_name(f"{two.name}.moving-{os.getpid()}")
        two.rename(between)
        one.rename(two)
        between.rename(one)


def _into_bucket(folder: Path) -> None:
    """Put the files into the object store where one is used; those there already stay."""
    if is_on_disk():
        return
    root = folder / "files"
    for path in sorted(root.rglob("*")):
        key = path.relative_to(root).as_posix()
        if path.is_file() and not default_storage.exists(key):
            with path.open("rb") as content:
                default_storage.save(key, File(content))
