"""Pages for what went wrong: what happened, what to do, and nothing typed is lost."""

import errno
import re
import sys
from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import urlsplit

from django.db import InterfaceError, OperationalError
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponsePermanentRedirect,
)
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language

from prongsai.foundations.organisations import tenancy
from prongsai.foundations.publications.moving import way_on
from prongsai.foundations.search.queries import suggest
from prongsai.ita.errors import ItaError
from prongsai.ita.words.catalogue import speak
from prongsai.sites.troubles import (
    BUSY,
    DISK_FULL,
    REFUSED,
    STALE_FORM,
    TROUBLES,
    Trouble,
)
from prongsai.sites.typed import typed_into

STAFF, PUBLIC, BARE = (
    "sites/staff/base.html",
    "sites/public/base.html",
    "sites/bare.html",
)


class SpokenErrors:
    """Answers an ``ItaError`` with 409 and the sentence of its code."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; a deed asked for as a page gets a page."""
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content:
            page = _page(request, TROUBLES[HTTPStatus.METHOD_NOT_ALLOWED])
            page.headers["Allow"] = response.headers["Allow"]
            return page
        return response

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        """Answer a deed that came too late, or that the rules refuse."""
        if isinstance(exception, ItaError):
            sentence = speak(exception, "en" if get_language() == "en" else "th")
            return _page(request, REFUSED, sentence=sentence)
        # The handler of errors reads it: on the way there, others may follow from it.
        request.fault = exception  # type: ignore[attr-defined]  # ours
        return None


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  # Django's
    """Answer a request that makes no sense, or that is larger than any form."""
    return _plain(request, TROUBLES[HTTPStatus.BAD_REQUEST])


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  # Django's
    """Answer a deed that is not this person's to do."""
    return _page(request, TROUBLES[HTTPStatus.FORBIDDEN])


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  # Django's
    """Answer an address that leads nowhere, or nowhere this person may look.

    Who asks where something once stood, or mistypes a public address, is led on.
    """
    trouble = TROUBLES[HTTPStatus.NOT_FOUND]
    if tenancy.current() is None or _is_inside(request):
        return _page(request, trouble)
    if onward := way_on(request):
        moved = HttpResponsePermanentRedirect(onward)
        moved.headers["Cache-Control"] = "public, max-age=3600"
        return moved
    words = " ".join(re.split(r"[/._-]+", request.path))
    return _page(request, trouble, searched=True, likely=suggest(words))


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer a fault of ours; a busy database and a full disk get their own sentence."""
    fault = getattr(request, "fault", None) or sys.exc_info()[1]
    response = _plain(request, trouble_of(fault))
    if response.status_code == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = "10"
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  # Django's
    """Answer a form that was open for too long, or that another site sent."""
    return _page(request, STALE_FORM)


def too_many(request: HttpRequest) -> HttpResponse:
    """Answer whoever tried to sign in too often; sign-in asks for this page."""
    return _page(request, TROUBLES[HTTPStatus.TOO_MANY_REQUESTS])


def signed_out(request: HttpRequest, sign_in: str) -> HttpResponse:
    """Answer a form that came after its sender had been signed out."""
    return _page(request, TROUBLES[HTTPStatus.UNAUTHORIZED], sign_in=sign_in)


def trouble_of(fault: BaseException | None) -> Trouble:
    """Return what to say about an exception, or about the one it came from."""
    seen = fault
    while seen is not None:
        if isinstance(seen, OSError) and seen.errno in {errno.ENOSPC, errno.EDQUOT}:
            return DISK_FULL
        if isinstance(seen, OperationalError | InterfaceError):
            return _trouble_of_database(str(seen))
        seen = seen.__cause__ or seen.__context__
    return TROUBLES[HTTPStatus.INTERNAL_SERVER_ERROR]


def _trouble_of_database(message: str) -> Trouble:
    if "disk is full" in message or "No space left" in message:
        return DISK_FULL
    # SQLite says "no such table" in the same class; waiting would not help there.
    wrong = message.startswith("no such")
    return TROUBLES[HTTPStatus.INTERNAL_SERVER_ERROR] if wrong else BUSY


def _page(request: HttpRequest, trouble: Trouble, **facts: object) -> HttpResponse:
    """Draw the page in the shell of the side the person was on."""
    if not hasattr(request, "organisation"):
        return _plain(request, trouble, **facts)
    inside = _is_inside(request)
    shell = STAFF if inside else PUBLIC
    context = _facts(request, trouble, facts) | {"shell": shell, "inside": inside}
    return _never_kept(
        render(request, "sites/error.html", context, status=trouble.status)
    )


def _is_inside(request: HttpRequest) -> bool:
    """Whether somebody who is signed in asked for a page of the back office."""
    user = getattr(request, "user", None)
    known = user is not None and user.is_authenticated
    return known and request.path.startswith("/staff/")


def _plain(request: HttpRequest, trouble: Trouble, **facts: object) -> HttpResponse:
    """Draw the page without asking the database or the session for anything."""
    context = _facts(request, trouble, facts) | {"shell": BARE, "request": request}
    text = render_to_string("sites/error.html", context)
    return _never_kept(HttpResponse(text, status=trouble.status))


def _facts(
    request: HttpRequest, trouble: Trouble, facts: dict[str, object]
) -> dict[str, object]:
    return {
        "trouble": trouble,
        "typed": typed_into(request),
        "back": _way_back(request),
        **facts,
    }


def _way_back(request: HttpRequest) -> str:
    """Return the page the form was on; nothing when it is not known or is this one."""
    came_from = request.META.get("HTTP_REFERER", "")
    parts = urlsplit(came_from)
    known = url_has_allowed_host_and_scheme(came_from, allowed_hosts={parts.netloc})
    if not known or parts.netloc != request.META.get("HTTP_HOST"):
        return ""
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _never_kept(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store"
    return response
