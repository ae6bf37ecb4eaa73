"""Promises Django cannot write: triggers and constraints of one engine only.

An application lists its own in a module ``promises.py`` as ``PROMISES``. ``manage
migrate`` keeps them all again after every migration, because rebuilding a table (as
SQLite does) would silently drop them. Each statement can be run any number of times.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper


@dataclass(frozen=True, kw_only=True)
class Promise:
    """One promise in the words of each engine; an empty list where it is not needed.

    ``table`` is the table that must exist for the promise to make sense.
    """

    table: str
    sqlite: tuple[str, ...] = ()
    postgresql: tuple[str, ...] = ()

    def statements(self, vendor: str) -> tuple[str, ...]:
        """Return the statements for one engine."""
        return self.postgresql if vendor == "postgresql" else self.sqlite


def promises() -> Iterator[Promise]:
    """Every promise of every installed application, in the order of installation."""
    for config in apps.get_app_configs():
        name = f"{config.name}.promises"
        if config.name.startswith("prongsai.") and find_spec(name):
            yield from import_module(name).PROMISES


def keep_all(connection: BaseDatabaseWrapper) -> None:
    """Make the database keep every promise whose table is there."""
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for promise in promises():
            if promise.table in tables:
                for statement in promise.statements(connection.vendor):
                    cursor.execute(statement)


def never_changed(table: str) -> Promise:
    """Refuse every change and deletion of a row once it is written."""
    sqlite = tuple(
        statement
        for deed in ("UPDATE", "DELETE")
        for statement in (
            f"DROP TRIGGER IF EXISTS {table}_no_{deed.lower()}",
            (
                f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            ),
        )
    )
    function = (
        f"CREATE OR REPLACE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql "
        f"AS $$ BEGIN RAISE EXCEPTION '{table} is append-only' "
        "USING ERRCODE = 'restrict_violation'; END $$"
    )
    postgresql = (
        function,
        f"DROP TRIGGER IF EXISTS {table}_no_change ON {table}",
        (
            f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {table}_refuse()"
        ),
        f"DROP TRIGGER IF EXISTS {table}_no_truncate ON {table}",
        (
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()"
        ),
    )
    return Promise(table=table, sqlite=sqlite, postgresql=postgresql)


def no_overlap(table: str, *, of: str, when: str) -> Promise:
    """Refuse two rows whose days (``starts_on`` to ``ends_on``) meet, of one thing.

    ``of`` is the column of the thing. ``when`` says which rows count, with ``{row}`` before
    each column; without a last day a row counts for ever.
    """
    name = f"{table}_no_overlap"
    overlap = f"""
        SELECT RAISE(ABORT, '{name}') WHERE EXISTS (
            SELECT 1 FROM {table} other
            WHERE other.{of} = NEW.{of} AND other.id IS NOT NEW.id
            AND {when.format(row="other.")}
            AND (NEW.ends_on IS NULL OR other.starts_on <= NEW.ends_on)
            AND (other.ends_on IS NULL OR other.ends_on >= NEW.starts_on)
        )"""  # noqa: S608  # names of ours only
    sqlite = tuple(
        statement
        for deed in ("INSERT", "UPDATE")
        for statement in (
            f"DROP TRIGGER IF EXISTS {name}_{deed.lower()}",
            (
                f"CREATE TRIGGER {name}_{deed.lower()} BEFORE {deed} ON {table} "
                f"WHEN {when.format(row='NEW.')} BEGIN {overlap}; END"
            ),
        )
    )
    postgresql = (
        "CREATE EXTENSION IF NOT EXISTS btree_gist",
        f"""DO $$ BEGIN
            IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = '{name}')
            THEN
                ALTER TABLE {table} ADD CONSTRAINT {name} EXCLUDE USING gist (
                    {of} WITH =,
                    daterange(starts_on, ends_on, '[]') WITH &&
                ) WHERE ({when.format(row="")});
            END IF;
        END $$""",  # noqa: S608  # as above
    )
    return Promise(table=table, sqlite=sqlite, postgresql=postgresql)
