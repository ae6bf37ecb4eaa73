"""The pages of chains: which there are, and a form for one."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.approvals import actions, permissions, queries
from prongsai.foundations.approvals.forms import (
    ChainForm,
    ChainSteps,
    lines_of,
    plan_of,
)
from prongsai.foundations.approvals.models import ChainTemplate
from prongsai.foundations.submissions.http import once


def _may(request: StaffRequest) -> None:
    if not permissions.can_keep_chains(request.user, on=timezone.localdate()):
        raise PermissionDenied


@require_safe
def templates(request: StaffRequest) -> HttpResponse:
    _may(request)
    facts = {
        "chains": queries.chains(),
        "vacancies": queries.vacancies(on=timezone.localdate()),
    }
    return render(request, "approvals/templates.html", facts)


@once
def template_new(request: StaffRequest) -> HttpResponse:
    _may(request)
    return _edited(request, None)


@once
def template(request: StaffRequest, pk: int) -> HttpResponse:
    _may(request)
    return _edited(request, get_object_or_404(queries.chains(), pk=pk))


def _edited(request: StaffRequest, chain: ChainTemplate | None) -> HttpResponse:
    form = ChainForm(request.POST or None, instance=chain)
    lines = ChainSteps(request.POST or None, initial=lines_of(chain))
    if request.method == "POST" and form.is_valid() and lines.is_valid():
        plan, who, now = plan_of(form, lines), request.user, timezone.now()
        if chain is None:
            actions.make_chain(plan, by=who, at=now)
        else:
            version = form.expected_version
            actions.change_chain(chain, plan, version=version, by=who, at=now)
        return redirect("approvals:templates")
    facts = {"form": form, "lines": lines, "chain": chain}
    return render(request, "approvals/template.html", facts)
