"""Nobody passes into the back office without signing in."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url

from prongsai.sites.errors import signed_out

READING = {"GET", "HEAD"}


class StaffGate:
    """Sends strangers at ``/staff/`` to the sign-in page; no page can forget to.

    What somebody posts after their session ended is shown back to them, not lost.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let people of this office pass."""
        if not request.path.startswith("/staff/") or request.user.is_authenticated:
            return self.get_response(request)
        if request.method in READING:
            return redirect_to_login(request.get_full_path())
        return signed_out(request, resolve_url(settings.LOGIN_URL))
