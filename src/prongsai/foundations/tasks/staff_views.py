"""Background work: what failed, for the administrator; how far long work is, for anyone."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.tasks import actions, concerns, permissions, queries
from prongsai.foundations.tasks.naming import label_of

_PER_PAGE = 25
_POLL = 2
"""Seconds between two looks at running work."""


@require_safe
def index(request: StaffRequest) -> HttpResponse:
    now = timezone.now()
    if not permissions.can_look_after(request.user, on=timezone.localdate(now)):
        raise PermissionDenied
    pages = Paginator(queries.visible_to(request.user), _PER_PAGE)
    page = pages.get_page(request.GET.get("page"))
    rows = [
        {
            "failure": failure,
            "what": queries.what_failed(failure),
            "why": queries.why_failed(failure),
        }
        for failure in page
    ]
    context = {
        "rows": rows,
        "page": page,
        "health": queries.health(now),
        "concerns": concerns.concerns(),
    }
    return render(request, "tasks/staff/index.html", context)


@require_POST
def again(request: StaffRequest, pk: int) -> HttpResponse:
    failure = get_object_or_404(queries.visible_to(request.user), pk=pk)
    actions.try_again(failure, by=request.user, at=timezone.now())
    messages.success(request, _("The work is in the queue again."))
    return redirect("tasks:index")


@require_safe
def progress(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.progress_of(request.user), pk=pk)
    context = {"progress": found, "what": label_of(found.name), "every": _POLL}
    is_fragment = bool(request.headers.get("HX-Request"))
    template = "progress_part.html" if is_fragment else "progress.html"
    return render(request, f"tasks/staff/{template}", context)
