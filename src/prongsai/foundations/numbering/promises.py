"""A number that was given stays: its place and its kind never change, it is never deleted."""

from prongsai.foundations.records.promises import Promise

FIXED = ("organisation_id", "kind", "year", "number", "given_at", "given_by_id")
"""What of a number never changes; what declares it void is added once."""

_SQLITE_SAME = " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in FIXED)
_POSTGRES_SAME = " OR ".join(
    f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in FIXED
)
_REASON = "numbering_number keeps every number"

_SQLITE_NO_DELETE = (
    "CREATE TRIGGER numbering_number_no_delete BEFORE DELETE ON numbering_number "
    f"BEGIN SELECT RAISE(ABORT, '{_REASON}'); END"
)
_SQLITE_NO_CHANGE = (
    "CREATE TRIGGER numbering_number_no_change BEFORE UPDATE ON numbering_number "
    f"WHEN {_SQLITE_SAME} OR OLD.voided_at IS NOT NULL "
    f"BEGIN SELECT RAISE(ABORT, '{_REASON}'); END"
)
_POSTGRES_REFUSE = (
    "CREATE OR REPLACE FUNCTION numbering_number_refuse() RETURNS trigger "
    "LANGUAGE plpgsql AS $$ BEGIN "
    f"IF TG_OP = 'DELETE' OR {_POSTGRES_SAME} OR OLD.voided_at IS NOT NULL THEN "
    f"RAISE EXCEPTION '{_REASON}' USING ERRCODE = 'restrict_violation'; END IF; "
    "RETURN NEW; END $$"
)
_POSTGRES_KEPT = (
    "CREATE TRIGGER numbering_number_kept BEFORE UPDATE OR DELETE ON "
    "numbering_number FOR EACH ROW EXECUTE FUNCTION numbering_number_refuse()"
)

PROMISES = [
    Promise(
        table="numbering_number",
        sqlite=(
            "DROP TRIGGER IF EXISTS numbering_number_no_delete",
            _SQLITE_NO_DELETE,
            "DROP TRIGGER IF EXISTS numbering_number_no_change",
            _SQLITE_NO_CHANGE,
        ),
        postgresql=(
            _POSTGRES_REFUSE,
            "DROP TRIGGER IF EXISTS numbering_number_kept ON numbering_number",
            _POSTGRES_KEPT,
        ),
    )
]
