"""The pages of decisions on paper: record, compare, confirm or reject."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.approvals import (
    actions,
    asking,
    permissions,
    presenting,
    queries,
)
from prongsai.foundations.approvals.forms import PaperForm, ReasonForm
from prongsai.foundations.approvals.models import PaperRecord
from prongsai.foundations.files import queries as files
from prongsai.foundations.submissions.http import once


def _find(request: StaffRequest, pk: int) -> PaperRecord:
    visible = queries.papers_visible_to(request.user, on=timezone.localdate())
    return get_object_or_404(visible, pk=pk)


@once
def record(request: StaffRequest, pk: int) -> HttpResponse:
    today = timezone.localdate()
    found = get_object_or_404(queries.visible_to(request.user, on=today), pk=pk)
    if found.step is None:
        return redirect(found)
    form = PaperForm(
        request.POST or None,
        request.FILES or None,
        step=found.step,
        capacities=queries.passable(found, on=today),
    )
    if request.method == "POST" and form.is_valid():
        [scan] = form.cleaned_data["scan"]
        paper, now = form.paper, timezone.now()
        actions.record_paper(found, paper, scan=scan, by=request.user, at=now)
        messages.success(request, _("Recorded. A second person has to confirm it."))
        return redirect(found)
    return render(request, "approvals/deed.html", asking.facts_of("paper", form, found))


@require_safe
def paper(request: StaffRequest, pk: int) -> HttpResponse:
    found = _find(request, pk)
    today = timezone.localdate()
    facts = {
        "paper": found,
        "memo": found.memo,
        "scans": files.of(found),
        "decisions": presenting.decisions_in_words(found.decisions),
        "may_confirm": found.is_open
        and permissions.can_confirm_paper(request.user, found, on=today),
        "form": ReasonForm(),
    }
    return render(request, "approvals/paper.html", facts)


@require_POST
@once
def confirm(request: StaffRequest, pk: int) -> HttpResponse:
    found = _find(request, pk)
    memo = actions.confirm_paper(found, by=request.user, at=timezone.now())
    messages.success(request, _("Confirmed: the decision on paper counts."))
    return redirect(memo)


@require_POST
@once
def reject(request: StaffRequest, pk: int) -> HttpResponse:
    found = _find(request, pk)
    form = ReasonForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    actions.reject_paper(found, reason=reason, by=request.user, at=timezone.now())
    return redirect(found.memo)
