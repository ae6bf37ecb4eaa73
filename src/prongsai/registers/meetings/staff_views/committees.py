"""The committees: list, page, orders, members, the annex as a paper."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_safe,
)

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import FormPage, form_page, today
from prongsai.foundations.submissions.http import once
from prongsai.registers.meetings.actions import committees as actions
from prongsai.registers.meetings.documents import papers
from prongsai.registers.meetings.filters import CommitteeFilters
from prongsai.registers.meetings.forms import committees as forms
from prongsai.registers.meetings.permissions import meetings as permissions
from prongsai.registers.meetings.queries import committees as queries
from prongsai.registers.meetings.staff_views.committee_page import committee_context
from prongsai.registers.meetings.staff_views.finding import (
    committee_of,
    committees_trail,
    deed_page,
    kept_committee,
    kept_member,
    kept_order,
    must_keep,
)
from prongsai.registers.meetings.staff_views.tables import COMMITTEE_COLUMNS
from prongsai.ui import exporting
from prongsai.ui.listing import listing


@require_safe
def committees(request: StaffRequest) -> HttpResponse:
    """Every committee of the office."""
    found = listing(
        request,
        queries.visible_to(request.user),
        filters=CommitteeFilters,
        columns=COMMITTEE_COLUMNS,
        sort="-pk",
        name="committees",
        caption=_("Committees"),
        empty=_("Enter the order that appoints the committee."),
    )
    context = {
        "listing": found,
        "can_keep": permissions.can_keep_committees(request.user, on=today()),
        "trail": committees_trail(),
    }
    return found.download or render(request, "meetings/staff/committees.html", context)


@require_http_methods(["GET", "POST"])
@once
def found(request: StaffRequest) -> HttpResponse:
    """A committee with its first order."""
    must_keep(request)
    form = forms.CommitteeForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        committee = actions.found(
            said["title"],
            said["duties"],
            form.order,
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("The committee is entered. Now add its members."))
        return redirect(committee)
    trail = committees_trail((_("New committee"), ""))
    page = FormPage(
        title=_("New committee"),
        submit=_("Enter the order"),
        trail=trail,
        back=trail[1][1],
    )
    return form_page(request, form, page)


@require_safe
def committee(request: StaffRequest, pk: int) -> HttpResponse:
    """One committee: who is in it, by which orders, its meetings."""
    row = committee_of(request, pk)
    context = committee_context(request.user, row, on=today())
    return render(request, "meetings/staff/committee.html", context)


@require_http_methods(["GET", "POST"])
@once
def correct(request: StaffRequest, pk: int) -> HttpResponse:
    """Name and duties."""
    row = kept_committee(request, pk)
    form = forms.CorrectForm(request.POST or None, instance=row)
    if request.method == "POST" and form.is_valid():
        actions.correct(
            row,
            **form.cleaned_data,
            version=form.expected_version,
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("Saved."))
        return redirect("meetings:committee", pk=pk)
    return form_page(
        request, form, deed_page(row, _("Correct name and duties"), _("Save"))
    )


@require_http_methods(["GET", "POST"])
@once
def order_anew(request: StaffRequest, pk: int) -> HttpResponse:
    """A new order in place of the one before."""
    row = kept_committee(request, pk)
    form = forms.OrderForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        actions.order_anew(
            row,
            form.order,
            keep_members=form.cleaned_data["keep_members"],
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("The new order is entered."))
        return redirect(row)
    return form_page(
        request, form, deed_page(row, _("New order"), _("Enter the order"))
    )


@require_http_methods(["GET", "POST"])
@once
def dissolve(request: StaffRequest, pk: int) -> HttpResponse:
    """The end of a committee."""
    row = kept_committee(request, pk)
    form = forms.DissolveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.dissolve(row, **form.cleaned_data, by=request.user, at=timezone.now())
        messages.info(request, _("The committee is dissolved."))
        return redirect(row)
    page = deed_page(row, _("Dissolve the committee"), _("Dissolve"))
    return form_page(request, form, page)


@require_http_methods(["GET", "POST"])
@once
def add_member(request: StaffRequest, pk: int) -> HttpResponse:
    """Someone the order appoints."""
    order = kept_order(request, pk)
    form = forms.MemberForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        added = actions.add_member(
            order, form.member, by=request.user, at=timezone.now()
        )
        messages.success(request, _("%(name)s is entered.") % {"name": added.name})
        return redirect(order.committee)
    page = deed_page(order.committee, _("Add a member"), _("Add"))
    return form_page(request, form, page)


@require_http_methods(["GET", "POST"])
@once
def edit_member(request: StaffRequest, pk: int) -> HttpResponse:
    """Correct what was entered of a member."""
    member = kept_member(request, pk)
    form = forms.MemberForm(request.POST or None, instance=member)
    if request.method == "POST" and form.is_valid():
        actions.edit_member(member, form.member, by=request.user, at=timezone.now())
        messages.success(request, _("Saved."))
        return redirect(member.order.committee)
    page = deed_page(member.order.committee, _("Correct a member"), _("Save"))
    return form_page(request, form, page)


@require_http_methods(["GET", "POST"])
@once
def end_member(request: StaffRequest, pk: int) -> HttpResponse:
    """The last day of a member."""
    member = kept_member(request, pk)
    form = forms.LastDayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        on = form.cleaned_data["on"]
        actions.end_member(member, on=on, by=request.user, at=timezone.now())
        messages.success(request, _("Saved."))
        return redirect(member.order.committee)
    page = deed_page(
        member.order.committee, _("A member leaves"), _("Save"), lead=member.name
    )
    return form_page(request, form, page)


@require_safe
def annex(request: StaffRequest, pk: int) -> HttpResponse:
    """The list of members, as it hangs on the order."""
    row = committee_of(request, pk)
    content = papers.annex_pdf(row, office=request.organisation, on=today())
    return exporting.answer(content, content_type=papers.PDF, name="committee.pdf")
