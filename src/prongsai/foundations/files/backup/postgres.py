"""A PostgreSQL database in files: the schema by pg_dump, the rows office by office.

Row-level security is forced, also on us: a plain dump would refuse or hold no rows. So
the rows of walled tables are copied in each office's name, all in one snapshot. They
come back before the wall does, in one transaction: whole or not at all.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db import connections

from prongsai.foundations.files.backup.errors import (
    DatabaseInUse,
    ToolFailed,
    ToolMissing,
)

SECTIONS = ("pre-data", "post-data")
SEQUENCES = "sequences.json"

_COLUMNS = """
    SELECT c.table_name, array_agg(c.column_name::text ORDER BY c.ordinal_position)
    FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
      AND c.is_generated = 'NEVER'
    GROUP BY c.table_name ORDER BY c.table_name
"""
_WALLED = "SELECT tablename, qual FROM pg_policies WHERE schemaname = 'public'"
_OFFICES = "SELECT id FROM public.organisations_organisation ORDER BY id"
_SEQUENCES = """
    SELECT sequencename, last_value FROM pg_sequences
    WHERE schemaname = 'public' AND last_value IS NOT NULL
"""
_TABLES = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"


def dump(folder: Path) -> Iterator[Path]:
    """Write the database into files of a folder, as it is at one moment."""
    program = shutil.which("pg_dump")
    if program is None:
        raise ToolMissing(name="pg_dump")
    with closing(_connect()) as connection:
        connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        snapshot = connection.execute("SELECT pg_export_snapshot()").fetchone()[0]
        for section in SECTIONS:
            yield _schema(program, folder, section, snapshot=snapshot)
        yield _sequences(connection, folder)
        yield from _rows(connection, folder)


def restore(folder: Path) -> None:
    """Fill an empty database from the files of ``dump``, in one transaction."""
    with closing(_connect()) as connection:
        if connection.execute(_TABLES).fetchone()[0]:
            raise DatabaseInUse(name=connection.info.dbname)
        connection.execute("BEGIN")
        connection.execute(_statements(folder / "pre-data.sql"))
        for path in sorted(folder.glob("*.copy")):
            _fill(connection, path)
        for name, value in json.loads((folder / SEQUENCES).read_text("utf-8")):
            connection.execute(
                "SELECT pg_catalog.setval(%s, %s)", [f'public."{name}"', value]
            )
        connection.execute(_statements(folder / "post-data.sql"))
        connection.execute("COMMIT")


def _connect() -> Any:  # noqa: ANN401  # psycopg is an optional part
    import psycopg  # noqa: PLC0415

    facts = connections["default"].settings_dict
    return psycopg.connect(
        dbname=facts["NAME"],
        user=facts["USER"] or None,
        password=facts["PASSWORD"] or None,
        host=facts["OPTIONS"].get("host") or facts["HOST"] or None,
        port=facts["PORT"] or None,
        autocommit=True,
    )


def _schema(program: str, folder: Path, section: str, *, snapshot: str) -> Path:
    """Let pg_dump write the tables, or what is put on them once they are filled."""
    goal = folder / f"{section}.sql"
    command = [
        program,
        "--schema-only",
        f"--section={section}",
        f"--snapshot={snapshot}",
        "--no-owner",
        "--no-privileges",
        "--no-comments",
        f"--file={goal}",
    ]
    done = subprocess.run(  # noqa: S603  # the program found by name, our own words
        command, check=False, capture_output=True, text=True, env=_environment()
    )
    if done.returncode:
        raise ToolFailed(name="pg_dump", said=done.stderr.strip()[-500:])
    return goal


def _environment() -> dict[str, str]:
    facts = connections["default"].settings_dict
    named: dict[str, str] = {
        "PGDATABASE": facts["NAME"],
        "PGUSER": facts["USER"],
        "PGPASSWORD": facts["PASSWORD"],
        "PGHOST": facts["OPTIONS"].get("host") or facts["HOST"],
        "PGPORT": facts["PORT"],
    }
    return os.environ | {name: value for name, value in named.items() if value}


def _sequences(connection: Any, folder: Path) -> Path:  # noqa: ANN401
    goal = folder / SEQUENCES
    rows = connection.execute(_SEQUENCES).fetchall()
    goal.write_text(json.dumps(rows), encoding="utf-8")
    return goal


def _rows(connection: Any, folder: Path) -> Iterator[Path]:  # noqa: ANN401
    """Copy every table: walled ones in each office's name, the others as they are."""
    walled = dict(connection.execute(_WALLED).fetchall())
    offices = [row[0] for row in connection.execute(_OFFICES).fetchall()]
    for table, columns in connection.execute(_COLUMNS).fetchall():
        if table not in walled:
            yield _copy(connection, folder / f"{table}.copy", columns, rule="true")
            continue
        for office in offices:
            connection.execute(
                "SELECT set_config('prongsai.organisation', %s, true)", [str(office)]
            )
            goal = folder / f"{table}.{office}.copy"
            yield _copy(connection, goal, columns, rule=walled[table])


def _copy(connection: Any, goal: Path, columns: list[str], *, rule: str) -> Path:  # noqa: ANN401
    """Copy the rows of a table that a rule lets through; the columns stand on top."""
    from psycopg import sql  # noqa: PLC0415

    query = sql.SQL("COPY (SELECT {} FROM public.{} WHERE {}) TO STDOUT").format(
        sql.SQL(", ").join(map(sql.Identifier, columns)),
        sql.Identifier(goal.name.split(".")[0]),
        sql.SQL(rule),  # the rule of the wall, as the database itself tells it
    )
    with goal.open("wb") as file, connection.cursor().copy(query) as rows:
        file.write(json.dumps(columns).encode() + b"\n")
        for piece in rows:
            file.write(piece)
    return goal


def _fill(connection: Any, path: Path) -> None:  # noqa: ANN401
    from psycopg import sql  # noqa: PLC0415

    with path.open("rb") as file:
        columns = json.loads(file.readline())
        query = sql.SQL("COPY public.{} ({}) FROM STDIN").format(
            sql.Identifier(path.name.split(".")[0]),
            sql.SQL(", ").join(map(sql.Identifier, columns)),
        )
        with connection.cursor().copy(query) as rows:
            while piece := file.read(1024 * 1024):
                rows.write(piece)


def _statements(path: Path) -> str:
    """Return what pg_dump wrote, without the lines only psql understands."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("\\"))
