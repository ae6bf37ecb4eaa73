"""What somebody with the keys to the database could do to history, and how to put it back.

The triggers are dropped inside the test's own transaction, on rows of the test.
"""

from django.db import connection

from prongsai.foundations.audit import actions
from prongsai.foundations.audit.models import Event
from tests.cast import NOW


def write_lines(count, *, by, **facts):
    """Write history through the only door there is."""
    return [
        actions.record("test.deed", on=by, by=by, at=NOW, step=n, **facts)
        for n in range(count)
    ]


def open_the_table() -> None:
    """Drop the triggers that keep history."""
    names = (
        ["no_update", "no_delete"]
        if connection.vendor == "sqlite"
        else ["no_change", "no_truncate"]
    )
    with connection.cursor() as cursor:
        for name in names:
            table = "" if connection.vendor == "sqlite" else " ON audit_event"
            cursor.execute(f"DROP TRIGGER audit_event_{name}{table}")


def swap(one: int, two: int) -> None:
    """Let two lines change places."""
    for old, new in ((one, 10**6), (two, one), (10**6, two)):
        Event.objects.filter(number=old).update(number=new)


def rewrite(number: int, **changes) -> Event:
    """Change a line and give it a fresh digest, as a clever forger would."""
    event = Event.objects.get(number=number)
    for name, value in changes.items():
        setattr(event, name, value)
    event.digest = actions.digest_of(event)
    Event.objects.filter(number=number).update(digest=event.digest, **changes)
    return event
