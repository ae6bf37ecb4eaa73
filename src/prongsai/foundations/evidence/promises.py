"""A stored figure and a check are append-only; evidence keeps what it said of itself."""

from prongsai.foundations.records.promises import Promise, never_changed

_FROZEN = (
    "owner_kind", "owner_pk", "kind", "title", "start", "end", "file_id", "figure_id",
    "version_id", "url", "source", "source_pk", "collected_at", "collected_by_id",
)  # fmt: skip
_TABLE = "evidence_evidence"
_COLUMNS = ", ".join(f'"{column}"' for column in _FROZEN)
_DIFFERS = "(NEW.digest <> OLD.digest AND OLD.digest <> '')"


def _refusing(name: str, deed: str, when: str = "") -> tuple[str, str]:
    """Return a trigger of SQLite that refuses a deed, dropped first."""
    trigger = f"{_TABLE}_{name}"
    return (
        f"DROP TRIGGER IF EXISTS {trigger}",
        (
            f"CREATE TRIGGER {trigger} BEFORE {deed} ON {_TABLE} {when} "
            f"BEGIN SELECT RAISE(ABORT, '{_TABLE} is kept'); END"
        ),
    )


def _refusing_rows(name: str, deed: str, when: str = "") -> tuple[str, str]:
    """Return a trigger of PostgreSQL that refuses a deed, dropped first."""
    trigger = f"{_TABLE}_{name}"
    return (
        f"DROP TRIGGER IF EXISTS {trigger} ON {_TABLE}",
        (
            f"CREATE TRIGGER {trigger} BEFORE {deed} ON {_TABLE} FOR EACH ROW {when} "
            f"EXECUTE FUNCTION {_TABLE}_refuse()"
        ),
    )


_FUNCTION = (
    f"CREATE OR REPLACE FUNCTION {_TABLE}_refuse() RETURNS trigger LANGUAGE plpgsql "
    f"AS $$ BEGIN RAISE EXCEPTION '{_TABLE} is kept' "
    "USING ERRCODE = 'restrict_violation'; END $$"
)

_keeps_its_word = Promise(
    table=_TABLE,
    sqlite=(
        *_refusing("no_delete", "DELETE"),
        *_refusing("frozen", f"UPDATE OF {_COLUMNS}"),
        *_refusing("digest", "UPDATE OF digest", f"WHEN {_DIFFERS}"),
    ),
    postgresql=(
        _FUNCTION,
        *_refusing_rows("no_delete", "DELETE"),
        *_refusing_rows("frozen", f"UPDATE OF {_COLUMNS}"),
        *_refusing_rows("digest", "UPDATE OF digest", f"WHEN {_DIFFERS}"),
    ),
)

PROMISES = [
    never_changed("evidence_storedfigure"),
    never_changed("evidence_check"),
    _keeps_its_word,
]
