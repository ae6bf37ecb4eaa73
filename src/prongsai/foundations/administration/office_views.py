"""The pages on which an administrator keeps the office: settings, name, days and hours."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.administration import tables
from prongsai.foundations.administration.actions import office as actions
from prongsai.foundations.administration.actions.seal import set_seal
from prongsai.foundations.administration.forms.office import (
    ClosureForm,
    HoursForm,
    OfficeForm,
    RenameForm,
    SealForm,
)
from prongsai.foundations.administration.guards import administrators_only
from prongsai.foundations.administration.queries import seal_url
from prongsai.foundations.organisations import queries
from prongsai.foundations.submissions.http import once

read_or_send = require_http_methods(["GET", "HEAD", "POST"])


@require_GET
@administrators_only
def office(request: StaffRequest) -> HttpResponse:
    found = queries.current_office()
    page = {
        "facts": tables.facts_of_office(found),
        "seal": seal_url(),
        "hosts": queries.host_names(),
        "names": tables.names_table(queries.former_names()),
        "hours": tables.hours_facts(queries.hours()),
        "closures": [
            (closure, tables.closure_line(closure)) for closure in queries.closures()
        ],
        "palette": tables.palette_facts(found),
        "divisions": tables.divisions_table(queries.tree()),
        "trail": [(_("The office"), "")],
    }
    return render(request, "administration/office.html", page)


@read_or_send
@administrators_only
@once
def edit(request: StaffRequest) -> HttpResponse:
    form = OfficeForm(request.POST or None, instance=queries.current_office())
    if request.method == "POST" and form.is_valid():
        actions.edit(
            form.cleaned_data,
            version=form.expected_version,
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("Saved."))
        return redirect("office:office")
    return _form(request, form, _("Settings of the office"))


@read_or_send
@administrators_only
@once
def seal(request: StaffRequest) -> HttpResponse:
    form = SealForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        set_seal(form.cleaned_data["seal"], by=request.user, at=timezone.now())
        messages.success(request, _("Saved."))
        return redirect("office:office")
    return _form(request, form, _("Seal of the office"))


@read_or_send
@administrators_only
@once
def rename(request: StaffRequest) -> HttpResponse:
    form = RenameForm(
        request.POST or None,
        instance=queries.current_office(),
        last=queries.former_names().first(),
    )
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        actions.rename(
            values,
            since=values["since"],
            basis=values["basis"],
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("The office has its new name."))
        return redirect("office:office")
    return _form(request, form, _("New name or type"))


@read_or_send
@administrators_only
@once
def hours(request: StaffRequest) -> HttpResponse:
    form = HoursForm(request.POST or None, rows=list(queries.hours()))
    if request.method == "POST" and form.is_valid():
        actions.set_hours(form.hours(), by=request.user, at=timezone.now())
        messages.success(request, _("Saved."))
        return redirect("office:office")
    return _form(request, form, _("Working hours"))


@read_or_send
@administrators_only
@once
def add_closure(request: StaffRequest) -> HttpResponse:
    form = ClosureForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.add_closure(form.cleaned_data, by=request.user, at=timezone.now())
        messages.success(request, _("Saved."))
        return redirect("office:office")
    return _form(request, form, _("A day unlike the calendar"))


@require_POST
@administrators_only
@once
def remove_closure(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.closures(), pk=pk)
    actions.remove_closure(found, by=request.user, at=timezone.now())
    messages.success(request, _("Removed."))
    return redirect("office:office")


def _form(request: StaffRequest, form: object, title: str) -> HttpResponse:
    page = {
        "form": form,
        "title": title,
        "trail": [(_("The office"), reverse("office:office")), (title, "")],
    }
    return render(request, "administration/form.html", page)
