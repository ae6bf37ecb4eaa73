"""The analysis of a result: the whole and each indicator, drafted and edited."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import today
from prongsai.foundations.submissions.http import once
from prongsai.registers.assessments import permissions
from prongsai.registers.assessments.actions import narratives as actions
from prongsai.registers.assessments.forms.narratives import NarrativeForm
from prongsai.registers.assessments.models.narratives import Narrative
from prongsai.registers.assessments.queries import narratives as queries
from prongsai.registers.assessments.staff_views import narratives_page as page
from prongsai.registers.assessments.staff_views.results_finding import (
    must_write,
    result_of,
    written_result,
)
from prongsai.ui.forms import Form


@require_safe
def listed(request: StaffRequest, pk: int) -> HttpResponse:
    """What is said of the whole and of each indicator of a year."""
    found = result_of(request, pk)
    context = page.analysis_context(found) | {
        "can_write": permissions.can_write(request.user, today())
    }
    return render(request, "assessments/staff/narratives/list.html", context)


@require_POST
@once
def draft(request: StaffRequest, pk: int) -> HttpResponse:
    """Draft from the figures whatever nobody has edited."""
    found = written_result(request, pk)
    written = actions.draft_all(found, by=request.user, at=timezone.now())
    if written:
        messages.success(
            request, _("%(count)s drafts are written.") % {"count": len(written)}
        )
    else:
        messages.info(request, _("There is nothing to draft: every text stands."))
    return redirect("assessments:narratives", pk=found.pk)


@require_http_methods(["GET", "POST"])
@once
def narrative(request: StaffRequest, pk: int) -> HttpResponse:
    """Edit one text; the rules say beside it what they find."""
    found = _written(request, pk)
    form = NarrativeForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        actions.edit(
            found,
            form.cleaned_data["text"],
            version=form.expected_version,
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("Saved. See beside it what the rules find."))
        return redirect("assessments:narrative", pk=found.pk)
    context = page.narrative_context(found) | {"form": form}
    status = 422 if form.is_bound else 200
    template = "assessments/staff/narratives/narrative.html"
    return render(request, template, context, status=status)


@require_POST
@once
def again(request: StaffRequest, pk: int) -> HttpResponse:
    """Replace a text by a new draft."""
    found = _written(request, pk)
    form = Form(request.POST, instance=found)
    actions.draft_again(
        found, version=form.expected_version, by=request.user, at=timezone.now()
    )
    messages.success(request, _("The text is drafted anew from the figures."))
    return redirect("assessments:narrative", pk=found.pk)


def _written(request: StaffRequest, pk: int) -> Narrative:
    """Return an analysis this person may write, or answer 404 or 403."""
    found = get_object_or_404(queries.visible_to(request.user), pk=pk)
    must_write(request)
    return found
