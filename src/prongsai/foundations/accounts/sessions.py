"""How long a sign-in lasts: some minutes without a deed, some hours in all."""

from collections.abc import Callable
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.foundations.accounts.models import User

BEGAN, SEEN = "prongsai.began", "prongsai.seen"
INSIDE = ("/staff/", "/account/")
"""Where a visit counts as work; the public pages neither ask nor note anything."""

A_MINUTE, AN_HOUR = 60, 3600


class SessionLimits:
    """Ends a session nobody used for a while, and every session after its longest time."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Note the visit, or sign out before anything is read."""
        if request.path.startswith(INSIDE) and isinstance(request.user, User):
            now = timezone.now()
            began = request.session.get(BEGAN)
            seen = request.session.get(SEEN)
            if began and seen and is_over(began=began, seen=seen, at=now):
                _sign_out(request)
            else:
                _note(request, at=now)
        return self.get_response(request)


def is_over(*, began: float, seen: float, at: datetime) -> bool:
    """Whether a session has been idle too long or has lasted too long."""
    idle, lasted = at.timestamp() - seen, at.timestamp() - began
    return (
        idle > settings.SESSION_IDLE_MINUTES * A_MINUTE
        or lasted > settings.SESSION_LONGEST_HOURS * AN_HOUR
    )


def _note(request: HttpRequest, *, at: datetime) -> None:
    """Remember the moment, at most once a minute."""
    session, moment = request.session, int(at.timestamp())
    if BEGAN not in session:
        session[BEGAN] = moment
    if moment - session.get(SEEN, 0) >= A_MINUTE:
        session[SEEN] = moment
        UserSession.objects.filter(session_key=session.session_key).update(
            last_seen_at=at
        )


def _sign_out(request: HttpRequest) -> None:
    """Sign out and say why; the door in front of the page asks to sign in again."""
    logout(request)
    messages.info(
        request,
        _("You were signed out because some time had passed. Please sign in again."),
    )
