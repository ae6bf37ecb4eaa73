"""Make a backup while the site is running: database first, then the files."""

import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

import prongsai
from prongsai.foundations.files.backup import postgres, sqlite
from prongsai.foundations.files.backup.archive import Writer, writing
from prongsai.foundations.files.backup.errors import (
    NoFolder,
    TargetExists,
    TargetInside,
)
from prongsai.foundations.files.backup.manifest import Manifest
from prongsai.foundations.files.disk import INCOMING
from prongsai.foundations.organisations.models import Organisation

DATABASE = "database"
DATA = "data"

MADE_AGAIN = frozenset({"static", "incoming", INCOMING})
"""Folders that hold nothing worth keeping."""


def backup(out: Path, *, at: datetime) -> Manifest:
    """Pack the database and every file of the data folder into ``out``.

    The database is as it was at one moment. Files come after it: their bytes were there
    before their rows, and bytes of a row are never changed, so nothing is missing.
    """
    data = Path(settings.DATA).resolve()
    out = out.absolute()
    _check_target(out, data)
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=out.parent) as folder:
        parts = list(_database(Path(folder)))
        with writing(out) as archive:
            for part in parts:
                archive.add_path(f"{DATABASE}/{part.name}", part)
            _pack_folder(archive, data)
            pack_bucket(archive)
            manifest = Manifest(
                made_at=at.isoformat(),
                version=prongsai.__version__,
                engine=connection.vendor,
                migrations=_applied(),
                offices=Organisation.objects.count(),
                entries=archive.entries,
            )
            archive.close_with(manifest)
    return manifest


def _check_target(out: Path, data: Path) -> None:
    if not out.parent.is_dir():
        raise NoFolder(name=str(out.parent))
    if out.exists():
        raise TargetExists(name=out.name)
    if out.parent.resolve().is_relative_to(data):
        raise TargetInside(name=str(out))


def _database(folder: Path) -> Iterator[Path]:
    """Write the database into a folder, in one or more files."""
    if connection.vendor == "postgresql":
        yield from postgres.dump(folder)
    else:
        yield sqlite.dump(Path(connection.settings_dict["NAME"]), folder)


def _pack_folder(archive: Writer, data: Path) -> None:
    """Add what lies in the data folder and is neither the database nor made again."""
    database = Path(str(connection.settings_dict["NAME"])).name
    for path in _files_below(data):
        if path.parent == data and path.name.startswith(database):
            continue
        try:
            archive.add_path(f"{DATA}/{path.relative_to(data).as_posix()}", path)
        except FileNotFoundError:
            continue  # a staged file whose time had come, removed just now


def _files_below(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_symlink() or path.name in MADE_AGAIN:
            continue
        if path.is_dir():
            yield from _files_below(path)
        elif path.is_file():
            yield path


def pack_bucket(archive: Writer) -> None:
    """Add the files of an object store; nothing where they lie in the data folder."""
    if is_on_disk():
        return
    for key in _keys_below(""):
        with default_storage.open(key) as content:
            size = default_storage.size(key)
            archive.add(f"{DATA}/files/{key}", content, size=size)


def is_on_disk() -> bool:
    """Say whether files lie in the data folder, and not in an object store."""
    try:
        default_storage.path("x")
    except NotImplementedError:
        return False
    return True


def _keys_below(folder: str) -> Iterator[str]:
    folders, names = default_storage.listdir(folder)
    beside = f"{folder}/" if folder else ""
    yield from (f"{beside}{name}" for name in names)
    for inner in folders:
        yield from _keys_below(f"{beside}{inner}")


def _applied() -> list[str]:
    """Return the migrations this database has seen."""
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in applied)
