"""The decorator that does a form once, however often it is sent."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
)
from django.shortcuts import resolve_url
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.foundations.submissions import keys
from prongsai.ui.forms import read_submission

P = ParamSpec("P")
R = TypeVar("R", bound=HttpRequest)
View = Callable[Concatenate[R, P], HttpResponse]


def once(view: View[R, P]) -> View[R, P]:
    """Do a POST view once per form: a second send gets the redirect of the first.

    The number of the form is written in the same transaction as the deed, so both are
    there or neither. Only a redirect counts as done; a form shown again with errors,
    or a refusal, may be sent again. What else the second send says is not read.
    """

    @wraps(view)
    def inner(request: R, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        key = read_submission(request.POST) if request.method == "POST" else None
        if key is None:
            return view(request, *args, **kwargs)
        with transaction.atomic():
            record, is_first = keys.begin(key, at=timezone.now())
            if not is_first:
                return _again(request, record.location)
            response = view(request, *args, **kwargs)
            if location := _led_to(response):
                keys.finish(record, location=location)
            else:
                keys.release(record)
            return response

    return inner


def _led_to(response: HttpResponseBase) -> str:
    """Return where a finished deed leads; the way to the sign-in page finishes none."""
    for name in ("Location", "HX-Redirect"):
        if moved := response.headers.get(name):
            return "" if moved.startswith(resolve_url(settings.LOGIN_URL)) else moved
    return ""


def _again(request: HttpRequest, location: str) -> HttpResponse:
    messages.info(
        request, _("This form had been sent already. It was not done a second time.")
    )
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": location})
    return HttpResponseRedirect(location)
