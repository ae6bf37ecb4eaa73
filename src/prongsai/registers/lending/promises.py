"""One of a kind is promised once: the database refuses overlapping promises itself.

For lots (fifty tents under one code) the action counts while the asset is locked; a
constraint cannot add up. History of an asset and of loans is kept by the audit chain.
"""

from prongsai.foundations.records.promises import Promise, never_changed

_TABLE = "lending_reservation"
_NAME = "lending_reservation_no_overlap"

_OVERLAP = f"""
    SELECT RAISE(ABORT, '{_NAME}') WHERE EXISTS (
        SELECT 1 FROM {_TABLE} other
        WHERE other.asset_id = NEW.asset_id AND other.id IS NOT NEW.id
        AND other.is_single AND other.released_at IS NULL
        AND other.starts_on <= NEW.ends_on AND other.ends_on >= NEW.starts_on
    )"""  # noqa: S608  # names of ours only


def _trigger(deed: str) -> tuple[str, str]:
    name = f"{_NAME}_{deed.lower()}"
    create = (
        f"CREATE TRIGGER {name} BEFORE {deed} ON {_TABLE} "
        f"WHEN NEW.is_single AND NEW.released_at IS NULL BEGIN {_OVERLAP}; END"
    )
    return f"DROP TRIGGER IF EXISTS {name}", create


PROMISES = [
    never_changed("lending_assetevent"),
    Promise(
        table=_TABLE,
        sqlite=(*_trigger("INSERT"), *_trigger("UPDATE")),
        postgresql=(
            "CREATE EXTENSION IF NOT EXISTS btree_gist",
            f"""DO $$ BEGIN
                IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = '{_NAME}')
                THEN
                    ALTER TABLE {_TABLE} ADD CONSTRAINT {_NAME} EXCLUDE USING gist (
                        asset_id WITH =,
                        daterange(starts_on, ends_on, '[]') WITH &&
                    ) WHERE (is_single AND released_at IS NULL);
                END IF;
            END $$""",  # noqa: S608  # as above
        ),
    ),
]
