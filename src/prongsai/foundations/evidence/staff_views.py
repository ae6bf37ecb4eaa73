"""Stored figures: the list, one with its proof, taking a new one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.evidence import actions, permissions, queries
from prongsai.foundations.evidence.forms import TakeForm
from prongsai.foundations.evidence.lists import StoredFilters, columns
from prongsai.foundations.evidence.showing import shown, sides_of
from prongsai.foundations.submissions.http import once
from prongsai.ui.listing import listing


@require_safe
def index(request: StaffRequest) -> HttpResponse:
    found = listing(
        request,
        queries.visible_to(request.user),
        filters=StoredFilters,
        columns=columns(),
        sort="-taken_at",
        name="figures",
        caption=_("Stored figures"),
    )
    may_take = permissions.can_take(request.user, on=timezone.localdate())
    context = {"listing": found, "may_take": may_take}
    return found.download or render(request, "evidence/staff/index.html", context)


@require_safe
def stored(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.visible_to(request.user), pk=pk)
    return render(request, "evidence/staff/stored.html", {"stored": shown(found)})


@require_POST
def verify(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.visible_to(request.user), pk=pk)
    verdict = actions.verify(found, at=timezone.now(), by=request.user)
    context = {"stored": shown(found), "sides": sides_of(verdict), "verdict": verdict}
    return render(request, "evidence/staff/stored.html", context)


@once
def take(request: StaffRequest) -> HttpResponse:
    form = TakeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        found = actions.take(
            form.cleaned_data["key"],
            start=form.cleaned_data["start"],
            end=form.cleaned_data["end"],
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("The figure is stored with its proof."))
        return redirect("evidence:stored", pk=found.pk)
    return render(request, "evidence/staff/take.html", {"form": form})
