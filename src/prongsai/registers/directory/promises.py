"""One seat is held by one person at a time: the database refuses overlapping full terms.

Somebody acting may stand beside the holder; struck terms count no more. Corrections of
terms are written once.
"""

from prongsai.foundations.records.promises import Promise, never_changed

_TABLE = "directory_term"
_NAME = "directory_term_no_overlap"

_OVERLAP = f"""
    SELECT RAISE(ABORT, '{_NAME}') WHERE EXISTS (
        SELECT 1 FROM {_TABLE} other
        WHERE other.seat_id = NEW.seat_id AND other.id IS NOT NEW.id
        AND NOT other.is_acting AND other.struck_at IS NULL
        AND (NEW.ends_on IS NULL OR other.starts_on <= NEW.ends_on)
        AND (other.ends_on IS NULL OR other.ends_on >= NEW.starts_on)
    )"""  # noqa: S608  # names of ours only


def _trigger(deed: str) -> tuple[str, str]:
    name = f"{_NAME}_{deed.lower()}"
    create = (
        f"CREATE TRIGGER {name} BEFORE {deed} ON {_TABLE} "
        f"WHEN NOT NEW.is_acting AND NEW.struck_at IS NULL BEGIN {_OVERLAP}; END"
    )
    return f"DROP TRIGGER IF EXISTS {name}", create


PROMISES = [
    never_changed("directory_termcorrection"),
    Promise(
        table=_TABLE,
        sqlite=(*_trigger("INSERT"), *_trigger("UPDATE")),
        postgresql=(
            "CREATE EXTENSION IF NOT EXISTS btree_gist",
            f"""DO $$ BEGIN
                IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = '{_NAME}')
                THEN
                    ALTER TABLE {_TABLE} ADD CONSTRAINT {_NAME} EXCLUDE USING gist (
                        seat_id WITH =,
                        daterange(starts_on, ends_on, '[]') WITH &&
                    ) WHERE (NOT is_acting AND struck_at IS NULL);
                END IF;
            END $$""",  # noqa: S608  # as above
        ),
    ),
]
