"""Duties, channels, landmarks, roads: lists, adding, correcting, taking out; powers, hours."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import FormPage, form_page, today
from prongsai.foundations.submissions.http import once
from prongsai.registers.directory import permissions
from prongsai.registers.directory.actions import entries as actions
from prongsai.registers.directory.actions import texts
from prongsai.registers.directory.filters import FILTERS
from prongsai.registers.directory.forms.entries import FORMS, HoursForm, PowersForm
from prongsai.registers.directory.queries import directory as queries
from prongsai.registers.directory.staff_views.finding import (
    deed_page,
    kept_entry,
    must_write,
    trail_to,
)
from prongsai.registers.directory.staff_views.tables import COLUMNS
from prongsai.ui.listing import listing

TITLES: dict[str, tuple[str | Promise, str | Promise]] = {
    "duty": (pgettext_lazy("directory", "Duties"), gettext_lazy("New duty")),
    "channel": (gettext_lazy("Channels"), gettext_lazy("New channel")),
    "landmark": (gettext_lazy("Landmarks"), gettext_lazy("New landmark")),
    "road": (gettext_lazy("Roads"), gettext_lazy("New road")),
}


@require_safe
def entries(request: StaffRequest, kind: str) -> HttpResponse:
    """Everything of one kind."""
    title, new = TITLES[kind]
    found = listing(
        request,
        queries.entries(request.user, kind),
        filters=FILTERS[kind],
        columns=COLUMNS[kind],
        sort="order",
        name=kind,
        caption=str(title),
        empty=_("Nothing is entered yet."),
    )
    context = {
        "listing": found,
        "title": title,
        "new": new,
        "new_url": reverse(f"directory:{kind}_new"),
        "can_write": permissions.can_write(request.user, today()),
        "trail": trail_to((str(title), "")),
    }
    return found.download or render(request, "directory/staff/entries.html", context)


@require_http_methods(["GET", "POST"])
@once
def add(request: StaffRequest, kind: str) -> HttpResponse:
    """One more of a kind."""
    must_write(request)
    form = FORMS[kind](request.POST or None)
    if request.method == "POST" and form.is_valid():
        model = queries.ENTRIES[kind]
        actions.add(model, form.cleaned_data, by=request.user, at=timezone.now())
        messages.success(request, _("Saved."))
        return redirect(f"directory:{kind}_list")
    return form_page(request, form, _page(kind, str(TITLES[kind][1])))


@require_http_methods(["GET", "POST"])
@once
def entry(request: StaffRequest, kind: str, pk: int) -> HttpResponse:
    """One of a kind, to be corrected or taken out."""
    row = kept_entry(request, kind, pk)
    form = FORMS[kind](request.POST or None, instance=row)
    if request.method == "POST" and form.is_valid():
        actions.edit(
            kept_entry(request, kind, pk),
            form.cleaned_data,
            version=form.expected_version,
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("Saved."))
        return redirect(f"directory:{kind}_list")
    page = _page(kind, str(row), template="directory/staff/entry.html")
    retire_url = reverse(f"directory:{kind}_retire", args=[pk])
    return form_page(request, form, page, retire_url=retire_url)


@require_POST
@once
def retire(request: StaffRequest, kind: str, pk: int) -> HttpResponse:
    """Out of the directory; versions that were public keep it."""
    row = kept_entry(request, kind, pk)
    actions.retire(row, by=request.user, at=timezone.now())
    messages.info(request, _("Taken out; it disappears with the next publication."))
    return redirect(f"directory:{kind}_list")


@require_http_methods(["GET", "POST"])
@once
def powers(request: StaffRequest) -> HttpResponse:
    """The duties and powers of the office as a text."""
    must_write(request)
    form = PowersForm(request.POST or None, instance=queries.powers())
    if request.method == "POST" and form.is_valid():
        version = form.expected_version
        said = form.cleaned_data
        texts.write_powers(**said, version=version, by=request.user, at=timezone.now())
        messages.success(request, _("Saved."))
        return redirect("directory:directory")
    return form_page(request, form, deed_page(_("Duties and powers"), _("Save")))


@require_http_methods(["GET", "POST"])
@once
def hours(request: StaffRequest) -> HttpResponse:
    """When the doors are open through the week."""
    must_write(request)
    form = HoursForm(request.POST or None, week=list(queries.hours()))
    if request.method == "POST" and form.is_valid():
        texts.set_hours(form.week, by=request.user, at=timezone.now())
        messages.success(request, _("Saved."))
        return redirect("directory:directory")
    page = deed_page(_("Office hours"), _("Save"))
    return form_page(
        request, form, replace(page, template="directory/staff/hours.html")
    )


def _page(kind: str, title: str, *, template: str = "") -> FormPage:
    back = (str(TITLES[kind][0]), reverse(f"directory:{kind}_list"))
    page = deed_page(title, _("Save"), back=back)
    if not template:
        return page
    return replace(page, template=template)
