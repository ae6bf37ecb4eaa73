"""What leaves the house for the assessor: the list of addresses, the evidence pack."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import today
from prongsai.foundations.submissions.http import once
from prongsai.foundations.tasks import progress
from prongsai.foundations.tasks.naming import path_of
from prongsai.registers.disclosure import exports, permissions, tasks
from prongsai.registers.disclosure.models import Year
from prongsai.registers.disclosure.queries import exporting, years

MOST_PACKS = 20


@require_safe
def urls(request: StaffRequest, fiscal_year: int) -> HttpResponse:
    """The address of every item, to be entered into the assessment's system."""
    year = _year_of(request, fiscal_year)
    kind = request.GET.get("form", exports.KINDS[0])
    if kind not in exports.KINDS:
        raise Http404
    return exports.addresses(year, kind)


@require_http_methods(["GET", "POST"])
@once
def pack(request: StaffRequest, fiscal_year: int) -> HttpResponse:
    """The evidence packs of a year; a new one is made in the background."""
    year = _year_of(request, fiscal_year)
    if request.method == "POST":
        begun = progress.begin(
            path_of(tasks.make_pack.func), by=request.user, at=timezone.now()
        )
        tasks.make_pack.enqueue(year=year.pk, by=request.user.pk, progress=begun.pk)
        return redirect("tasks:progress", begun.pk)
    context = {
        "year": year,
        "packs": exporting.packs_of(year)[:MOST_PACKS],
        "trail": [
            (_("Disclosure"), reverse("disclosure:years")),
            (str(year), year.get_absolute_url()),
            (_("For the assessor"), ""),
        ],
    }
    return render(request, "disclosure/staff/pack.html", context)


def _year_of(request: StaffRequest, fiscal_year: int) -> Year:
    year = get_object_or_404(years.visible_to(request.user), fiscal_year=fiscal_year)
    if not permissions.can_verify(request.user, on=today()):
        raise PermissionDenied
    return year
