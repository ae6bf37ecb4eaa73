"""Deeds on a whole plan: begin, rename, propose, take back, close, open again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import FormPage, form_page, today
from prongsai.foundations.submissions.http import once
from prongsai.registers.measures.actions import plans as actions
from prongsai.registers.measures.forms.plans import BeginForm, ReasonForm, RenameForm
from prongsai.registers.measures.staff_views.plans_finding import (
    must_write,
    plan_trail,
    plans_trail,
    written_plan,
)


@require_http_methods(["GET", "POST"])
@once
def begin(request: StaffRequest) -> HttpResponse:
    """The plan of a year that has none yet."""
    must_write(request)
    form = BeginForm(request.POST or None, on=today())
    if request.method == "POST" and form.is_valid():
        begun = actions.begin(**form.cleaned_data, by=request.user, at=timezone.now())
        messages.success(request, _("The plan is begun. Add its measures."))
        return redirect(begun)
    trail = plans_trail((_("New plan"), ""))
    page = FormPage(
        title=_("New plan"), submit=_("Begin the plan"), back=trail[0][1], trail=trail
    )
    return form_page(request, form, page)


@require_http_methods(["GET", "POST"])
@once
def rename(request: StaffRequest, pk: int) -> HttpResponse:
    """Title, and the result it answers."""
    found = written_plan(request, pk)
    form = RenameForm(request.POST or None, instance=written_plan(request, pk))
    if request.method == "POST" and form.is_valid():
        actions.rename(
            found,
            **form.cleaned_data,
            version=form.expected_version,
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("The plan is changed."))
        return redirect(found)
    title, back = _("Title and result"), found.get_absolute_url()
    page = FormPage(
        title=title,
        submit=_("Save"),
        lead=str(found),
        back=back,
        trail=plan_trail(found, (title, "")),
    )
    return form_page(request, form, page)


@require_POST
@once
def propose(request: StaffRequest, pk: int) -> HttpResponse:
    """A memo with its parts filled in from the plan; its proposer submits it there."""
    found = written_plan(request, pk)
    memo = actions.propose(found, by=request.user, at=timezone.now())
    messages.success(request, _("The memo is drafted. Read it and send it on."))
    return redirect(memo)


@require_POST
@once
def take_back(request: StaffRequest, pk: int) -> HttpResponse:
    """Drafts again, before anybody was asked."""
    found = written_plan(request, pk)
    actions.take_back(found, by=request.user, at=timezone.now())
    messages.success(request, _("The measures are drafts again."))
    return redirect(found)


@require_POST
@once
def close(request: StaffRequest, pk: int) -> HttpResponse:
    """The end of the year."""
    found = written_plan(request, pk)
    actions.close(found, by=request.user, at=timezone.now())
    messages.success(request, _("The plan is closed."))
    return redirect(found)


@require_http_methods(["GET", "POST"])
@once
def reopen(request: StaffRequest, pk: int) -> HttpResponse:
    """Something was missed."""
    found = written_plan(request, pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        actions.reopen(found, reason=reason, by=request.user, at=timezone.now())
        messages.success(request, _("The plan is open again."))
        return redirect(found)
    title, back = _("Open the plan again"), found.get_absolute_url()
    page = FormPage(
        title=title,
        submit=title,
        lead=str(found),
        back=back,
        trail=plan_trail(found, (title, "")),
    )
    return form_page(request, form, page)
