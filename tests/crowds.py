"""Many processes at once on a database of their own: what threads in one test cannot show.

On SQLite the database lies in the folder given; on PostgreSQL a new one is made beside
the one of ``DATABASE_URL`` and dropped afterwards.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from secrets import token_hex
from urllib.parse import urlsplit, urlunsplit

from django.db import connections

ROOT = Path(__file__).parents[1]
PATIENCE = 120


@contextmanager
def own_database(folder: Path) -> Iterator[dict[str, str]]:
    """Give the environment in which programs find an empty, migrated database."""
    variables = {k: v for k, v in os.environ.items() if not k.startswith("PRONGSAI_")}
    variables |= {
        "PRONGSAI_DATA": str(folder),
        "DJANGO_SETTINGS_MODULE": "prongsai.config.settings",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
    }
    url = os.environ.get("DATABASE_URL")
    if not url:
        migrate(variables)
        yield variables
        return
    name = f"crowd_{token_hex(6)}"
    _in_postgresql(url, f"CREATE DATABASE {name}")
    try:
        variables["DATABASE_URL"] = urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
        migrate(variables)
        yield variables
    finally:
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
