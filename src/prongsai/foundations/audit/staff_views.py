"""The auditor's pages: the history, and its verifications."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.audit import actions, permissions, queries, tasks
from prongsai.foundations.audit.columns import COLUMNS
from prongsai.foundations.audit.filters import EventFilters
from prongsai.foundations.audit.saying import say_problem
from prongsai.ita.words.catalogue import Language
from prongsai.ui.listing import listing


def _only_for_auditors(request: StaffRequest) -> None:
    if not permissions.can_read_history(request.user, on=timezone.localdate()):
        raise PermissionDenied


@require_safe
def history(request: StaffRequest) -> HttpResponse:
    _only_for_auditors(request)
    found = listing(
        request,
        queries.events(),
        filters=EventFilters,
        columns=COLUMNS,
        sort="-number",
        name="history",
        caption=_("History"),
    )
    if found.download is not None:
        actions.note_export(request.organisation, by=request.user, at=timezone.now())
        return found.download
    context = {"listing": found, "latest": queries.verifications().first()}
    return render(request, "audit/staff/history.html", context)


@require_safe
def verifications(request: StaffRequest) -> HttpResponse:
    _only_for_auditors(request)
    context = {"verifications": queries.verifications()[:100]}
    return render(request, "audit/staff/verifications.html", context)


@require_safe
def verification(request: StaffRequest, pk: int) -> HttpResponse:
    _only_for_auditors(request)
    found = get_object_or_404(queries.verifications(), pk=pk)
    language: Language = "en" if get_language() == "en" else "th"
    problems = [say_problem(problem, language) for problem in found.problems]
    context = {"verification": found, "problems": problems}
    return render(request, "audit/staff/verification.html", context)


@require_POST
def verify(request: StaffRequest) -> HttpResponse:
    _only_for_auditors(request)
    asked = actions.ask(by=request.user, at=timezone.now())
    if queries.length() > tasks.MOST_AT_ONCE:
        tasks.verify_later(asked)
        messages.info(
            request, _("The history is long; it is verified in the background.")
        )
    else:
        actions.finish(asked, by=request.user, at=timezone.now())
    return redirect(asked)
