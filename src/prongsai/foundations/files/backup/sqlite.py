"""A copy of an SQLite database as it is at one moment, while others write."""

import sqlite3
from contextlib import closing
from pathlib import Path

from prongsai.foundations.files.backup.errors import Corrupted

FILE = "prongsai.sqlite3"


def dump(database: Path, folder: Path) -> Path:
    """Copy a running database by SQLite's own way; the copy is checked.

    In one step: smaller steps would begin again whenever somebody writes.
    """
    goal = folder / FILE
    source = f"{database.resolve().as_uri()}?mode=ro"
    with (
        closing(sqlite3.connect(source, uri=True, timeout=60)) as running,
        closing(sqlite3.connect(goal)) as copy,
    ):
        running.backup(copy, pages=-1)
        copy.execute("PRAGMA journal_mode=DELETE")
    check(goal)
    return goal


def check(database: Path) -> None:
    """Raise ``Corrupted`` when a database is damaged or a row points to nothing."""
    try:
        with closing(sqlite3.connect(database)) as copy:
            found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
            lost = copy.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.DatabaseError as error:
        raise Corrupted(name=database.name, entry=FILE) from error
    if found != "ok" or lost is not None:
        raise Corrupted(name=database.name, entry=FILE)
