"""Why work failed: every exception becomes a code with a sentence, and no content."""

import errno
import traceback

from django.db import DatabaseError, OperationalError

from prongsai.ita.errors import ItaError

KILLED = "tasks.reason.killed"
GONE = "tasks.reason.gone"
REFUSED = "tasks.reason.refused"
DATABASE = "tasks.reason.database"
DISK_FULL = "tasks.reason.disk-full"
UNREACHABLE = "tasks.reason.unreachable"
FAULT = "tasks.reason.fault"
CODES = (KILLED, GONE, REFUSED, DATABASE, DISK_FULL, UNREACHABLE, FAULT)


class Gone(ImportError):
    """The code of a task in the queue is no longer installed."""


def is_passing(error: BaseException) -> bool:
    """Whether trying again by itself makes sense: the database was busy or away."""
    return isinstance(error, OperationalError)


def code_of(error: BaseException) -> str:
    """Return the code of the sentence that says why."""
    if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return DISK_FULL
    kinds: tuple[tuple[type[BaseException], str], ...] = (
        (Gone, GONE),
        (ItaError, REFUSED),
        (DatabaseError, DATABASE),
        (OSError, UNREACHABLE),
    )
    for kind, code in kinds:
        if isinstance(error, kind):
            return code
    return FAULT


def detail_of(error: BaseException) -> str:
    """Return what a technician needs: the class or our own code, never the message."""
    return error.code if isinstance(error, ItaError) else type(error).__qualname__


def places_of(error: BaseException) -> str:
    """Return where it happened, line by line, without the message and its values."""
    frames = traceback.extract_tb(error.__traceback__)
    return "\n".join(f"{f.filename}:{f.lineno} {f.name}" for f in frames)
