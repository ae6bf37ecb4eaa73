"""Many processes at once on a database of their own: what threads in one test cannot show.

On SQLite the database lies in the folder given; on PostgreSQL a new one is made beside
the one of ``DATABASE_URL`` and dropped afterwards.
"""

import atexit
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from secrets import token_hex
from shutil import copytree, rmtree
from tempfile import mkdtemp
from urllib.parse import urlsplit, urlunsplit

from django.db import connections

ROOT = Path(__file__).parents[1]
PATIENCE = 300


@contextmanager
def own_database(folder: Path) -> Iterator[dict[str, str]]:
    """Give the environment in which programs find an empty, migrated database."""
    variables = _environment(folder)
    url = os.environ.get("DATABASE_URL")
    if not url:
        copytree(_migrated_folder(), folder, dirs_exist_ok=True)
        yield variables
        return
    name = f"crowd_{token_hex(6)}"
    _in_postgresql(url, f"CREATE DATABASE {name} TEMPLATE {_migrated_database(url)}")
    try:
        variables["DATABASE_URL"] = _beside(url, name)
        yield variables
    finally:
        _drop(url, name)


def _environment(folder: Path) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("PRONGSAI_")}
    return kept | {
        "PRONGSAI_DATA": str(folder),
        "DJANGO_SETTINGS_MODULE": "prongsai.config.settings",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
    }


@cache
def _migrated_folder() -> Path:
    """Make the tables once in this process; every crowd gets a copy."""
    folder = Path(mkdtemp(prefix="crowd-"))
    atexit.register(rmtree, folder, ignore_errors=True)
    migrate(_environment(folder))
    return folder


@cache
def _migrated_database(url: str) -> str:
    """Make the tables once in this process; PostgreSQL copies them for every crowd."""
    name = f"crowd_template_{token_hex(6)}"
    _in_postgresql(url, f"CREATE DATABASE {name}")
    atexit.register(_drop, url, name)
    folder = Path(mkdtemp(prefix="crowd-"))
    atexit.register(rmtree, folder, ignore_errors=True)
    migrate(_environment(folder) | {"DATABASE_URL": _beside(url, name)})
    return name


def _beside(url: str, name: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def _drop(url: str, name: str) -> None:
    _in_postgresql(url, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def migrate(variables: dict[str, str]) -> None:
    """Make the tables."""
    run([sys.executable, "-m", "django", "migrate", "-v", "0"], variables)


def run(command: Sequence[str], variables: dict[str, str]) -> str:
    """Run a program to its end; return what it printed."""
    done = subprocess.run(
        command, env=variables, capture_output=True, text=True, check=False,
        timeout=PATIENCE,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(done.stderr or done.stdout)
    return done.stdout.strip()


def side_by_side(count: int, deed: Callable[[int], str]) -> list[str]:
    """Fork processes that do a deed at the same moment; return what each gave.

    Called by a program that has set Django up; each process has a connection of its own.
    """
    fork = get_context("fork")
    start, given = fork.Barrier(count), fork.Queue()

    def one(n: int) -> None:
        connections.close_all()
        start.wait(PATIENCE)
        try:
            given.put((n, deed(n)))
        except Exception as error:  # noqa: BLE001  # told to the one who waits
            given.put((n, repr(error)))

    connections.close_all()
    crowd = [fork.Process(target=one, args=(n,)) for n in range(count)]
    for process in crowd:
        process.start()
    answers = dict(given.get(timeout=PATIENCE) for _ in crowd)
    for process in crowd:
        process.join(PATIENCE)
    return [answers[n] for n in range(count)]


def _in_postgresql(url: str, statement: str) -> None:
    import psycopg  # noqa: PLC0415  # an optional extra

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement)
