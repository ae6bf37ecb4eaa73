"""What the frame of every page of the back office shows: how much is unread."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from prongsai.foundations.accounts.models import User
from prongsai.foundations.notifications import queries


def unread(request: HttpRequest) -> dict[str, object]:
    """Give templates ``unread``; the database is asked only where it is shown."""
    return {"unread": SimpleLazyObject(lambda: _count(request))}


def _count(request: HttpRequest) -> int:
    user = getattr(request, "user", None)
    return queries.unread(user) if isinstance(user, User) else 0
