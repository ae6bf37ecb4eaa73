"""The years of disclosure: opened, their items, the window, carried over, renewed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import form_page, today
from prongsai.foundations.submissions.http import once
from prongsai.registers.disclosure.actions import years as actions
from prongsai.registers.disclosure.filters import ItemFilters
from prongsai.registers.disclosure.forms.years import (
    CarryForm,
    OpenYearForm,
    WindowForm,
)
from prongsai.registers.disclosure.queries import years as queries
from prongsai.registers.disclosure.queries.items import items_of
from prongsai.registers.disclosure.staff_views import changing, year_page
from prongsai.registers.disclosure.staff_views.finding import (
    ItemPage,
    kept_year,
    must_keep,
    page_of_year,
    trail,
    year_of,
)
from prongsai.ui.listing import listing


@require_safe
def years(request: StaffRequest) -> HttpResponse:
    """Every year with how far it is."""
    found = queries.counted(queries.visible_to(request.user))
    context = year_page.years_context(request.user, found, on=today())
    return render(request, "disclosure/staff/years.html", context)


@require_http_methods(["GET", "POST"])
@once
def open_year(request: StaffRequest) -> HttpResponse:
    """A new year, from its framework."""
    must_keep(request)
    form = OpenYearForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        opened = actions.open_year(
            said.pop("fiscal_year"), **said, by=request.user, at=timezone.now()
        )
        messages.success(request, _("The year is open. Its items are listed here."))
        return redirect(opened)
    page = ItemPage(
        title=_("Open a year"),
        submit=_("Open the year"),
        lead=_("An item is made for each item of the framework."),
        back=reverse("disclosure:years"),
        trail=trail((_("Open a year"), "")),
    )
    return form_page(request, form, page)


@require_safe
def year(request: StaffRequest, fiscal_year: int) -> HttpResponse:
    """The items of a year: state, elements, who, until when, and what to do next."""
    found = year_of(request, fiscal_year)
    rows = listing(
        request,
        items_of(found),
        filters=ItemFilters,
        columns=year_page.columns_of(found, on=today()),
        sort="number",
        name="items",
        caption=_("Items of fiscal year %(year)s") % {"year": fiscal_year},
        per_page=100,
    )
    if rows.download:
        return rows.download
    context = year_page.year_context(request.user, found, on=today())
    return render(request, "disclosure/staff/year.html", {**context, "listing": rows})


@require_http_methods(["GET", "POST"])
@once
def window(request: StaffRequest, fiscal_year: int) -> HttpResponse:
    """When the assessment takes the items in."""
    found = kept_year(request, fiscal_year)
    initial = {name: getattr(found, name) for name in ("window_starts", "window_ends")}
    form = WindowForm(request.POST or None, instance=found, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.set_window(
            found,
            **form.cleaned_data,
            version=form.expected_version,
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("Saved."))
        return redirect(found)
    note = _("Items without a due date get one, counted back from the last day.")
    return form_page(
        request, form, page_of_year(found, _("Window"), _("Save"), note=note)
    )


@require_http_methods(["GET", "POST"])
@once
def carry(request: StaffRequest, fiscal_year: int) -> HttpResponse:
    """Take over from an earlier year: shown first, item by item."""
    found = kept_year(request, fiscal_year)
    form = CarryForm(request.POST or request.GET or None, year=found)
    chosen = form.cleaned_data["from_year"] if form.is_valid() else None
    if request.method == "POST" and chosen is not None:
        made = actions.carry(
            found, from_year=chosen, by=request.user, at=timezone.now()
        )
        said = _("Carried over: %(count)s parts. Nothing is published by it.")
        messages.success(request, said % {"count": made})
        return redirect(found)
    context = changing.carry_context(found, form, chosen)
    return render(request, "disclosure/staff/carry.html", context)


@require_http_methods(["GET", "POST"])
@once
def renew(request: StaffRequest, fiscal_year: int) -> HttpResponse:
    """Take the framework over as it stands now; what changes is shown first."""
    found = kept_year(request, fiscal_year)
    if request.method == "POST":
        sent = request.POST.get("revision", "")
        number = int(sent) if sent.isascii() and sent.isdecimal() else 0
        actions.renew(found, revision=number, by=request.user, at=timezone.now())
        messages.success(request, _("The framework is taken over."))
        return redirect(found)
    context = changing.renew_context(found)
    return render(request, "disclosure/staff/renew.html", context)
