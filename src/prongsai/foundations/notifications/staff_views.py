"""A person's own inbox."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.notifications import actions, queries
from prongsai.foundations.notifications.forms import PreferenceForm
from prongsai.foundations.notifications.models import Mail

_PER_PAGE = 25


@require_safe
def inbox(request: StaffRequest) -> HttpResponse:
    pages = Paginator(queries.visible_to(request.user), _PER_PAGE)
    context = {
        "page": pages.get_page(request.GET.get("page")),
        "count": queries.unread(request.user),
    }
    return render(request, "notifications/staff/inbox.html", context)


@require_safe
def open_notice(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.visible_to(request.user), pk=pk)
    actions.mark_read(found, by=request.user, at=timezone.now())
    return redirect(found.url)


@require_POST
def read(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.visible_to(request.user), pk=pk)
    actions.mark_read(found, by=request.user, at=timezone.now())
    return redirect("notifications:inbox")


@require_POST
def read_all(request: StaffRequest) -> HttpResponse:
    actions.mark_all_read(by=request.user, at=timezone.now())
    messages.success(request, _("Everything is marked as read."))
    return redirect("notifications:inbox")


def preferences(request: StaffRequest) -> HttpResponse:
    wishes = queries.preference_of(request.user)
    form = PreferenceForm(request.POST or None, instance=wishes)
    if request.method == "POST" and form.is_valid():
        actions.prefer(
            mail=Mail(form.cleaned_data["mail"]),
            language=form.cleaned_data["language"],
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("Kept. It holds for notices from now on."))
        return redirect("notifications:inbox")
    return render(request, "notifications/staff/preferences.html", {"form": form})
