"""The pages of the back office that belong to no register."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.sites.staff import first_run
from prongsai.sites.staff.home import sections_of


@require_safe
def home(request: StaffRequest) -> HttpResponse:
    """My work: what is due for me and what waits for my opinion."""
    today = timezone.localdate()
    steps = (
        first_run.looked_up(request.organisation, on=today)
        if first_run.leads(request.user, on=today)
        else []
    )
    done = sum(step.done for step in steps)
    facts = {
        "sections": sections_of(request.user, on=today),
        "steps": steps if done < len(steps) else [],
        "steps_done": done,
        "today": today,
    }
    return render(request, "sites/staff/home.html", facts)
