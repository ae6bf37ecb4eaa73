"""The self-check: one item or a year now, everything it found, the points to expect."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import today
from prongsai.foundations.submissions.http import once
from prongsai.foundations.tasks import progress
from prongsai.foundations.tasks.naming import path_of
from prongsai.registers.disclosure import permissions, tasks
from prongsai.registers.disclosure.actions import checks as actions
from prongsai.registers.disclosure.forms.checks import FindingsForm
from prongsai.registers.disclosure.queries import findings, prediction, showing
from prongsai.registers.disclosure.staff_views import checks_page
from prongsai.registers.disclosure.staff_views.finding import (
    item_of,
    year_of,
    year_trail,
)

PER_PAGE = 50
AT_ONCE = 2
"""So many files are looked through while a person waits; more in the background."""


@require_POST
@once
def check(request: StaffRequest, pk: int) -> HttpResponse:
    """Check one item now."""
    item = item_of(request, pk)
    if not actions.may_check(request.user, item, on=today()):
        raise PermissionDenied
    if showing.unread(item=item.pk) > AT_ONCE:
        return _later(request, item.get_absolute_url(), item=item.pk)
    kept = actions.run(item, by=request.user, at=timezone.now())
    if kept.findings:
        count = len(kept.findings)
        said = ngettext(
            "Checked: %(count)s finding.", "Checked: %(count)s findings.", count
        ) % {"count": count}
        messages.warning(request, said)
    else:
        messages.success(request, _("Checked: nothing is wrong."))
    return redirect(f"{item.get_absolute_url()}#self-check")


@require_POST
@once
def check_year(request: StaffRequest, fiscal_year: int) -> HttpResponse:
    """Check every item of a year now; in the background where files are to be read."""
    year = year_of(request, fiscal_year)
    if not permissions.can_verify(request.user, today()):
        raise PermissionDenied
    answer = reverse("disclosure:findings", args=[fiscal_year])
    if showing.unread(year=year.pk) > AT_ONCE:
        return _later(request, answer, year=year.pk)
    kept = actions.run_year(year, by=request.user, at=timezone.now())
    done = _("%(count)s items were checked.") % {"count": len(kept)}
    messages.success(request, done)
    return redirect(answer)


@require_safe
def found(request: StaffRequest, fiscal_year: int) -> HttpResponse:
    """Everything the newest checks of a year found, by severity and division."""
    year = year_of(request, fiscal_year)
    form = FindingsForm(request.GET)
    chosen = form.chosen()
    everything = findings.of_year(year, **chosen)
    export = request.GET.get("export", "")
    if export in checks_page.KINDS:
        return checks_page.as_file(year, everything, export)
    page = Paginator(everything.rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "year": year,
        "form": form,
        "page": page,
        "everything": everything,
        "is_narrowed": any(chosen.values()),
        "table": checks_page.findings_table(list(page)),
        "counts": checks_page.counts(everything),
        "exports": checks_page.exports(request.GET),
        "can_verify": permissions.can_verify(request.user, today()),
        "trail": year_trail(year, (_("Findings of the self-check"), "")),
    }
    return render(request, "disclosure/staff/findings.html", context)


@require_safe
def expected(request: StaffRequest, fiscal_year: int) -> HttpResponse:
    """The points to expect, what is lost, and the step that gains most."""
    year = year_of(request, fiscal_year)
    found = prediction.of_year(year)
    context = {
        "year": year,
        **checks_page.prediction_context(year, found),
        "can_verify": permissions.can_verify(request.user, today()),
        "trail": year_trail(year, (_("Points to expect"), "")),
    }
    return render(request, "disclosure/staff/prediction.html", context)


def _later(request: StaffRequest, answer: str, **chosen: int) -> HttpResponse:
    """Check in the background and show how far it is."""
    begun = progress.begin(
        path_of(tasks.check_some.func),
        by=request.user,
        at=timezone.now(),
        url=answer,
    )
    tasks.check_some.enqueue(**chosen, by=request.user.pk, progress=begun.pk)
    return redirect("tasks:progress", begun.pk)
