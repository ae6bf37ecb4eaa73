"""Adopted minutes stand: the database itself refuses to change meeting, agenda and roll."""

from prongsai.foundations.records.promises import Promise

_MEETING, _ITEM = "meetings_meeting", "meetings_agendaitem"
_ROLL = "meetings_attendance"


def _sqlite(table: str, condition: str) -> tuple[str, ...]:
    return tuple(
        statement
        for deed in ("UPDATE", "DELETE")
        for statement in (
            f"DROP TRIGGER IF EXISTS {table}_adopted_{deed.lower()}",
            (
                f"CREATE TRIGGER {table}_adopted_{deed.lower()} BEFORE {deed} "
                f"ON {table} WHEN {condition} "
                f"BEGIN SELECT RAISE(ABORT, '{table}: the minutes are adopted'); END"
            ),
        )
    )


def _postgresql(table: str, condition: str) -> tuple[str, ...]:
    return (
        (
            f"CREATE OR REPLACE FUNCTION {table}_adopted() RETURNS trigger "
            f"LANGUAGE plpgsql AS $$ BEGIN IF {condition} THEN "
            f"RAISE EXCEPTION '{table}: the minutes are adopted' "
            "USING ERRCODE = 'restrict_violation'; END IF; "
            "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$"
        ),
        f"DROP TRIGGER IF EXISTS {table}_adopted ON {table}",
        (
            f"CREATE TRIGGER {table}_adopted BEFORE UPDATE OR DELETE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {table}_adopted()"
        ),
    )


def _stands(table: str, condition: str) -> Promise:
    return Promise(
        table=table,
        sqlite=_sqlite(table, condition),
        postgresql=_postgresql(table, condition),
    )


_OF_ADOPTED = (
    f"EXISTS (SELECT 1 FROM {_MEETING} m "  # noqa: S608  # names of ours only
    "WHERE m.id = OLD.meeting_id AND m.state = 'adopted')"
)

PROMISES = [
    _stands(_MEETING, "OLD.state = 'adopted'"),
    _stands(_ITEM, _OF_ADOPTED),
    _stands(_ROLL, _OF_ADOPTED),
]
