"""The office in whose name code runs; on PostgreSQL the database is told too.

Every request, task and command runs inside ``acting_for(office)``. On PostgreSQL that
opens a transaction and sets ``prongsai.organisation`` for this transaction only, so a
pooled connection carries nothing over; row-level security reads that setting. Without
an office no owned row can be read or written.
"""

from collections.abc import Iterator
from contextlib import contextmanager
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
def acting_for(organisation: int | None) -> Iterator[None]:
    """Run in the name of the office with this key; ``None`` means nobody's name."""
    before = _current.get()
    token = _current.set(organisation)
    try:
        if connection.vendor == "postgresql":
            is_inside = connection.in_atomic_block
            with transaction.atomic():
                tell_database(organisation)
                yield
                if is_inside:  # else the setting ends here, with its transaction
                    tell_database(before)
        else:
            yield
    finally:
        _current.reset(token)


def tell_database(organisation: int | None) -> None:
    """Set the office for row-level security, until the end of this transaction."""
    with connection.cursor() as cursor:
        value = "" if organisation is None else str(organisation)
        cursor.execute("SELECT set_config('prongsai.organisation', %s, true)", [value])
