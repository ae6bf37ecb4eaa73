"""People who approve, or who may read what others may not, prove it is them twice."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from prongsai.foundations.accounts import queries
from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.organisations.models import Organisation

REQUIRED_FOR = frozenset(
    {Role.HEAD, Role.CLERK, Role.MAYOR, Role.AUDITOR, Role.ADMINISTRATOR}
)
"""Whoever has one of these, by an own post or by an order, needs a second factor."""

ALWAYS_OPEN = ("/static/", "/style-", "/language/", "/text-size/")
"""Paths that stay open: without them the page of set-up could not be read."""

OPEN_PAGES = ("account_logout", "account_reauthenticate", "account_change_password")


class SecondFactorGate:
    """Lets those who need a second factor and have none reach its set-up only."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass everyone else, and those pages; send the rest to the set-up."""
        if _is_open(request.path) or not _must_set_up(request):
            return self.get_response(request)
        messages.warning(
            request,
            _("Your post needs a second factor at sign-in. Please set one up now."),
        )
        page = reverse("mfa_index")
        if getattr(request, "htmx", False):
            return HttpResponseClientRedirect(page)
        return HttpResponseRedirect(page)


def _is_open(path: str) -> bool:
    """Whether a page may be read without the second factor."""
    if path.startswith((*ALWAYS_OPEN, reverse("mfa_index"))):
        return True
    return path in {reverse(name) for name in OPEN_PAGES}


def _must_set_up(request: HttpRequest) -> bool:
    """Whether who asks has a post that needs a second factor, and has none.

    Without a cookie nobody has signed in, and the session is not even opened: a public
    page stays the same for everybody.
    """
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    user = request.user
    if not isinstance(user, User):
        return False
    user.remembered = {}
    office = getattr(request, "organisation", None)
    if isinstance(office, Organisation) and is_waived(office):
        return False
    return queries.lacks_second_factor(user, REQUIRED_FOR, on=timezone.localdate())


def is_waived(office: Organisation) -> bool:
    """Whether an invented office may show itself without second factors.

    ``SECOND_FACTOR_WAIVED_IN_DEMONSTRATIONS`` is never on in production.
    """
    return office.is_demonstration and settings.SECOND_FACTOR_WAIVED_IN_DEMONSTRATIONS
