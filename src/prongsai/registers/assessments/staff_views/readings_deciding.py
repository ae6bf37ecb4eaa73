"""What a person decides about a reading: its values, taking them over, putting it aside."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.submissions.http import once
from prongsai.registers.assessments.actions import readings as actions
from prongsai.registers.assessments.models.readings import Reading
from prongsai.registers.assessments.queries import readings as queries
from prongsai.registers.assessments.staff_views.readings import reading_page
from prongsai.registers.assessments.staff_views.readings_page import values_form
from prongsai.registers.assessments.staff_views.results_finding import must_write


@require_POST
@once
def values(request: StaffRequest, pk: int, year: int) -> HttpResponse:
    """Confirm the values of a year as they stand in the form: one of them, or all."""
    found = _written(request, pk)
    only = request.POST.get("only", "")
    scores = [
        score for score in queries.scores_of(found, year) if only in {"", str(score.pk)}
    ]
    form = values_form(found, year, request.POST, scores=scores)
    if not form.is_valid():
        whole = values_form(found, year, request.POST)
        return reading_page(request, found, form=whole)
    actions.confirm_typed(found, year, form.typed, by=request.user, at=timezone.now())
    messages.success(request, _("Confirmed. These values may count now."))
    return redirect(f"{found.get_absolute_url()}#year-{year}")


@require_POST
@once
def take(request: StaffRequest, pk: int, year: int) -> HttpResponse:
    """Make the confirmed values the result of a year."""
    found = _written(request, pk)
    taken = actions.take_scores(found, year, by=request.user, at=timezone.now())
    messages.success(
        request, _("The values are taken over. Look at the result and confirm it.")
    )
    return redirect(taken)


@require_POST
@once
def discard(request: StaffRequest, pk: int) -> HttpResponse:
    """Put a reading aside."""
    found = _written(request, pk)
    actions.discard(found, by=request.user, at=timezone.now())
    messages.info(request, _("The reading is discarded. Nothing was taken from it."))
    return redirect("assessments:readings")


def _written(request: StaffRequest, pk: int) -> Reading:
    """Return a reading this person may decide about, or answer 404 or 403."""
    found = get_object_or_404(queries.visible_to(request.user), pk=pk)
    must_write(request)
    return found
