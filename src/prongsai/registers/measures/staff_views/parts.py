"""Parts of divisions: given, written, submitted, returned, accepted."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import form_page, today
from prongsai.foundations.submissions.http import once
from prongsai.registers.measures import permissions
from prongsai.registers.measures.actions import parts as actions
from prongsai.registers.measures.forms import following as forms
from prongsai.registers.measures.models import Part
from prongsai.registers.measures.queries.work import WITH_THE_DIVISION
from prongsai.registers.measures.staff_views.following_finding import (
    followed_measure,
    page_of,
    part_of,
)
from prongsai.registers.measures.staff_views.plans_finding import plans_trail
from prongsai.registers.measures.states import PART_TONES, PartState
from prongsai.ui.writing import short_date, short_moment


@require_http_methods(["GET", "POST"])
@once
def give(request: StaffRequest, pk: int) -> HttpResponse:
    """A division gets its part, with the one person who answers for it."""
    measure = followed_measure(request, pk)
    form = forms.GiveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.give(measure, **form.cleaned_data, by=request.user, at=timezone.now())
        messages.success(request, _("The division has its part."))
        return redirect(measure)
    page = page_of(measure, _("Give a division its part"), _("Give the part"))
    return form_page(request, form, page)


@require_http_methods(["GET", "POST"])
@once
def part(request: StaffRequest, pk: int) -> HttpResponse:
    """One part: what the division did, and how it stands."""
    found = part_of(request, pk)
    form = forms.PartForm(
        request.POST or None, instance=found, initial={"text": found.text}
    )
    if request.method == "POST" and form.is_valid():
        text, version = form.cleaned_data["text"], form.expected_version
        now = timezone.now()
        actions.write(found, text, version=version, by=request.user, at=now)
        if request.POST.get("then") == "submit":
            actions.submit(found, by=request.user, at=now)
        messages.success(request, _("Written down."))
        return redirect(found)
    context = _context(request, found) | {"form": form}
    return render(request, "measures/staff/part.html", context)


@require_POST
@once
def submit(request: StaffRequest, pk: int) -> HttpResponse:
    """A part is handed in as it is."""
    found = part_of(request, pk)
    actions.submit(found, by=request.user, at=timezone.now())
    messages.success(request, _("The part is submitted."))
    return redirect(found)


@require_http_methods(["GET", "POST"])
@once
def return_(request: StaffRequest, pk: int) -> HttpResponse:
    """A part goes back to its division, with the reason."""
    found = part_of(request, pk)
    form = forms.ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        actions.return_(found, reason, by=request.user, at=timezone.now())
        messages.info(request, _("The part went back to the division."))
        return redirect(found)
    page = page_of(found.measure, _("Return the part"), _("Return the part"))
    return form_page(request, form, page)


@require_POST
@once
def accept(request: StaffRequest, pk: int) -> HttpResponse:
    """A part is accepted as it is."""
    found = part_of(request, pk)
    actions.accept(found, by=request.user, at=timezone.now())
    messages.success(request, _("The part is accepted."))
    return redirect(found)


def _context(request: StaffRequest, found: Part) -> dict[str, object]:
    state = PartState(found.state)
    measure = found.measure
    judges = permissions.can_judge_part(request.user, found, on=today())
    writes = permissions.can_write_part(request.user, found)
    return {
        "part": found,
        "tone": PART_TONES[state],
        "facts": [
            (_("Measure"), measure.title),
            (_("Division"), str(found.division)),
            (_("Accountable person"), str(found.accountable)),
            (_("Due"), short_date(found.due_on) if found.due_on else ""),
            (
                _("Submitted"),
                short_moment(found.submitted_at) if found.submitted_at else "",
            ),
        ],
        "can_write": writes and state in WITH_THE_DIVISION,
        "can_accept": judges and state == PartState.SUBMITTED,
        "can_return": judges and state in {PartState.SUBMITTED, PartState.ACCEPTED},
        "trail": plans_trail(
            (str(measure), measure.get_absolute_url()), (str(found.division), "")
        ),
    }
