"""The pages on which an administrator keeps the tree of divisions."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.administration.actions import divisions as actions
from prongsai.foundations.administration.forms.office import DivisionForm
from prongsai.foundations.administration.guards import administrators_only
from prongsai.foundations.organisations import queries
from prongsai.foundations.submissions.http import once

read_or_send = require_http_methods(["GET", "HEAD", "POST"])


@read_or_send
@administrators_only
@once
def add(request: StaffRequest) -> HttpResponse:
    form = DivisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.add(form.cleaned_data, by=request.user, at=timezone.now())
        messages.success(request, _("The division is added."))
        return redirect("office:office")
    return _form(request, form, {"title": _("Add a division")})


@read_or_send
@administrators_only
@once
def division(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.divisions(), pk=pk)
    form = DivisionForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        actions.edit(
            found,
            form.cleaned_data,
            version=form.expected_version,
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("Saved."))
        return redirect("office:office")
    return _form(request, form, {"title": str(found), "division": found})


@require_POST
@administrators_only
@once
def retire(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.divisions(), pk=pk)
    actions.retire(found, by=request.user, at=timezone.now())
    messages.success(request, _("The division is no longer used."))
    return redirect("office:office")


@require_POST
@administrators_only
@once
def restore(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.divisions(), pk=pk)
    actions.restore(found, by=request.user, at=timezone.now())
    messages.success(request, _("The division is used again."))
    return redirect("office:office")


def _form(
    request: StaffRequest, form: DivisionForm, page: dict[str, object]
) -> HttpResponse:
    office = (_("The office"), reverse("office:office"))
    page |= {"form": form, "trail": [office, (page["title"], "")]}
    return render(request, "administration/division.html", page)
