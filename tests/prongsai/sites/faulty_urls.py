"""Addresses where something goes wrong, beside those of the sites."""

import errno

from django.contrib import messages
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_POST

from prongsai.config import urls
from prongsai.ita.errors import UnreadableDate

FAULTS = {
    "locked": OperationalError("database is locked"),
    "gone": OperationalError("no such table: nothing"),
    "full": OSError(errno.ENOSPC, "No space left on device"),
    "full-database": OperationalError("database or disk is full"),
    "broken": ValueError("a secret detail"),
    "refused": UnreadableDate(text="ไม่มีวันนี้"),
    "denied": PermissionDenied(),
    "odd": SuspiciousOperation("odd"),
}


def fail(request: HttpRequest, how: str) -> HttpResponse:
    raise FAULTS[how]


def follow(request: HttpRequest) -> HttpResponse:
    """A fault that another one follows from."""
    try:
        raise FAULTS["locked"]
    except OperationalError as fault:
        raise ValueError from fault


@require_POST
def only_post(request: HttpRequest) -> HttpResponse:
    return HttpResponse("done")


def told(request: HttpRequest) -> HttpResponse:
    messages.success(request, "<b>saved</b>")
    return render(request, "sites/public/home.html")


handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500
urlpatterns = [
    path("fail/<str:how>/", fail),
    path("staff/fail/<str:how>/", fail),
    path("follow/", follow),
    path("only-post/", only_post),
    path("token/", csrf_protect(only_post)),
    path("told/", told),
    path("", include(urls)),
]
