"""Who is sending files just now: forms ask here, because no form knows its request."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime

from prongsai.foundations.accounts.models import User


class NobodyUploads(RuntimeError):
    """A form with files is checked outside a request: a mistake of ours."""


@dataclass(frozen=True, kw_only=True)
class Uploader:
    """A person who has signed in, or the browser of a citizen (``token``); and when."""

    by: User | None
    at: datetime
    token: str = ""

    @property
    def holder(self) -> str:
        """Return what ties a staged file to a citizen's browser; nothing for staff."""
        if self.by is not None or not self.token:
            return ""
        return hashlib.sha256(self.token.encode()).hexdigest()


_current: ContextVar[Uploader | None] = ContextVar("uploader", default=None)


def uploader() -> Uploader:
    """Return who is sending; raise ``NobodyUploads`` when nobody is known."""
    found = _current.get()
    if found is None:
        raise NobodyUploads
    return found


@contextmanager
def uploading_as(who: Uploader) -> Iterator[None]:
    """Check forms in somebody's name: the middleware does it for every request."""
    token = _current.set(who)
    try:
        yield
    finally:
        _current.reset(token)
