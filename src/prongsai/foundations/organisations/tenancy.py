"""The office in whose name code runs; on PostgreSQL the database is told too.

Every request, task and command runs inside ``acting_for(office)``. On PostgreSQL that
opens a transaction and sets ``prongsai.organisation`` for this transaction only, so a
pooled connection carries nothing over; row-level security reads that setting. Without
an office no owned row can be read or written.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar

from django.db import connection, transaction

_current: ContextVar[int | None] = ContextVar("organisation", default=None)


class NoOrganisation(RuntimeError):
    """Code that touches an office's rows runs in no office's name: a mistake of ours."""


def current() -> int | None:
    """Return the key of the office in whose name this runs, if any."""
    return _current.get()


def required() -> int:
    """Return the key of the office; raise ``NoOrganisation`` when there is none."""
    found = _current.get()
    if found is None:
        raise NoOrganisation
    return found


@contextmanager
def acting_for(
    organisation: int | None, *, at_one_moment: bool = False
) -> Iterator[None]:
    """Run in the name of the office with this key; ``None`` means nobody's name.

    With ``at_one_moment`` everything read inside is of the same moment, whatever others
    write meanwhile. It is for what only reads: nobody waits for it.
    """
    before = _current.get()
    token = _current.set(organisation)
    at_one_moment = at_one_moment and not connection.in_atomic_block
    try:
        if connection.vendor == "postgresql":
            is_inside = connection.in_atomic_block
            with transaction.atomic():
                if at_one_moment:
                    _hold_the_moment()
                tell_database(organisation)
                yield
                if is_inside:  # else the setting ends here, with its transaction
                    tell_database(before)
        elif at_one_moment:
            with _deferred():
                yield
        else:
            yield
    finally:
        _current.reset(token)


def _hold_the_moment() -> None:
    """Let PostgreSQL answer this transaction from one snapshot; before its first question."""
    with connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


@contextmanager
def _deferred() -> Iterator[None]:
    """Open a transaction of SQLite that locks nothing: ours usually begin as writers."""
    connection.ensure_connection()
    usual = connection.transaction_mode  # type: ignore[attr-defined]  # of SQLite only
    connection.transaction_mode = "DEFERRED"  # type: ignore[attr-defined]  # see above
    with ExitStack() as opened:
        try:
            opened.enter_context(transaction.atomic())
        finally:
            connection.transaction_mode = usual  # type: ignore[attr-defined]  # see above
        yield


def tell_database(organisation: int | None) -> None:
    """Set the office for row-level security, until the end of this transaction."""
    with connection.cursor() as cursor:
        value = "" if organisation is None else str(organisation)
        cursor.execute("SELECT set_config('prongsai.organisation', %s, true)", [value])
