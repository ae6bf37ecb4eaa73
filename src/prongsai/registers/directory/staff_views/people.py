"""The people of the directory: list, page, adding, correcting, the photo."""

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import form_page, today
from prongsai.foundations.submissions.http import once
from prongsai.registers.directory import permissions
from prongsai.registers.directory.actions import people as actions
from prongsai.registers.directory.actions import portraits
from prongsai.registers.directory.filters import PeopleFilters
from prongsai.registers.directory.forms import people as forms
from prongsai.registers.directory.queries import directory as queries
from prongsai.registers.directory.staff_views.finding import (
    deed_page,
    kept_person,
    must_write,
    person_deed,
    person_of,
    trail_to,
)
from prongsai.registers.directory.staff_views.tables import (
    PEOPLE_COLUMNS,
    terms_table,
)
from prongsai.ui.listing import listing


@require_safe
def people(request: StaffRequest) -> HttpResponse:
    """Everybody in the directory."""
    sitting = Prefetch("terms", queryset=queries.terms_on(today()), to_attr="sitting")
    found = listing(
        request,
        queries.people(request.user).prefetch_related(sitting),
        filters=PeopleFilters,
        columns=PEOPLE_COLUMNS,
        sort="first_name",
        name="people",
        caption=_("People of the directory"),
        empty=_("Enter people, or bring in a file."),
    )
    context = {
        "listing": found,
        "can_write": permissions.can_write(request.user, today()),
        "trail": trail_to((pgettext("directory", "People"), "")),
    }
    return found.download or render(request, "directory/staff/people.html", context)


@require_safe
def person(request: StaffRequest, pk: int) -> HttpResponse:
    """One person: contact, photo, terms."""
    row = person_of(request, pk)
    writes = permissions.can_write(request.user, today())
    rows = queries.terms(request.user).filter(holder=row)
    context = {
        "person": row,
        "facts": [
            (_("Name in English"), row.name_en),
            (_("Public telephone"), row.phone),
            (_("Public e-mail"), row.email),
            (_("Person of this office"), row.user),
        ],
        "terms": terms_table(rows, of_seat=False, edits=writes),
        "can_write": writes,
        "trail": trail_to(
            (pgettext("directory", "People"), reverse("directory:people")),
            (str(row), ""),
        ),
    }
    return render(request, "directory/staff/person.html", context)


@require_http_methods(["GET", "POST"])
@once
def add(request: StaffRequest) -> HttpResponse:
    """Somebody new."""
    must_write(request)
    form = forms.PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        row = actions.add(form.draft, by=request.user, at=timezone.now())
        messages.success(request, _("%(name)s is entered.") % {"name": row})
        return redirect(row)
    return form_page(request, form, deed_page(_("New person"), _("Save")))


@require_http_methods(["GET", "POST"])
@once
def edit(request: StaffRequest, pk: int) -> HttpResponse:
    """Name and contact."""
    row = kept_person(request, pk)
    form = forms.PersonForm(request.POST or None, instance=row)
    if request.method == "POST" and form.is_valid():
        version = form.expected_version
        actions.edit(
            row, form.draft, version=version, by=request.user, at=timezone.now()
        )
        messages.success(request, _("Saved."))
        return redirect("directory:person", pk=pk)
    page = person_deed(row, _("Correct name and contact"), _("Save"))
    return form_page(request, form, page)


@require_http_methods(["GET", "POST"])
@once
def photo(request: StaffRequest, pk: int) -> HttpResponse:
    """A portrait, in place of an earlier one."""
    row = kept_person(request, pk)
    form = forms.PhotoForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        [received] = said.pop("photo")
        portraits.put(row, received, **said, by=request.user, at=timezone.now())
        messages.success(request, _("The photo is kept."))
        return redirect(row)
    page = person_deed(row, _("Photo"), _("Keep the photo"))
    return form_page(request, form, page)


@require_POST
@once
def no_photo(request: StaffRequest, pk: int) -> HttpResponse:
    """Without a photo from now on."""
    row = kept_person(request, pk)
    portraits.take_away(row, by=request.user, at=timezone.now())
    messages.info(
        request, _("The photo is taken away; versions that were public keep it.")
    )
    return redirect(row)
