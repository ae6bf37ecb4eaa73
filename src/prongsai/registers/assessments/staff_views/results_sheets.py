"""Results as files, in and out: the sheet to fill in, what a filled sheet would do, all years."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
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
from prongsai.registers.assessments.actions import sheets as actions
from prongsai.registers.assessments.exports.results import template_file, years_file
from prongsai.registers.assessments.forms.sheets import SheetForm
from prongsai.registers.assessments.imports.result_sheets import check
from prongsai.registers.assessments.models import ResultSheet
from prongsai.registers.assessments.queries import results as queries
from prongsai.registers.assessments.staff_views.results_finding import (
    must_write,
    newest_known_year,
    results_trail,
    year_asked,
    years_to_enter,
)
from prongsai.registers.assessments.staff_views.sheet_page import sheet_context
from prongsai.ui import exporting


@require_safe
def export(request: StaffRequest, kind: str) -> HttpResponse:
    """All years, value by value, as they can be brought in again."""
    content = years_file(queries.visible_to(request.user), kind=kind)
    content_type = exporting.CSV_TYPE if kind == "csv" else exporting.XLSX_TYPE
    return exporting.answer(content, content_type=content_type, name=f"results.{kind}")


@require_safe
def template(request: StaffRequest) -> HttpResponse:
    """The sheet of a year to fill in."""
    must_write(request)
    framework = year_asked(request, otherwise=newest_known_year())
    return exporting.answer(
        template_file(framework),
        content_type=exporting.XLSX_TYPE,
        name=f"result-{framework.year}.xlsx",
    )


@require_http_methods(["GET", "POST"])
@once
def upload(request: StaffRequest) -> HttpResponse:
    """Choose a file; nothing is written yet."""
    must_write(request)
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        draft = form.cleaned_data["file"]
        return redirect(actions.keep_file(draft, by=request.user, at=timezone.now()))
    context = {
        "form": form,
        "years": years_to_enter(),
        "back": reverse("assessments:results"),
        "trail": results_trail((_("Bring in a sheet"), "")),
    }
    status = 422 if form.is_bound else 200
    page = "assessments/staff/results/upload.html"
    return render(request, page, context, status=status)


@require_safe
def sheet(request: StaffRequest, pk: int) -> HttpResponse:
    """What a sheet would do: the years it holds, and what is wrong with its rows."""
    context = sheet_context(_sheet(request, pk), on=today())
    return render(request, "assessments/staff/results/sheet.html", context)


@require_POST
@once
def take(request: StaffRequest, pk: int) -> HttpResponse:
    """All years as drafts, or none."""
    found = _sheet(request, pk)
    values = []
    if found.taken_at is None:
        checked = check(found, on=today())
        if not checked.is_fine:
            return redirect(found)
        values = checked.values
    entered = actions.take(found, values, by=request.user, at=timezone.now())
    messages.success(request, _("The values are kept as drafts. Compare them with the announcement, then confirm them."))  # fmt: skip
    return redirect(entered[0] if len(entered) == 1 else "assessments:results")


@require_POST
@once
def discard(request: StaffRequest, pk: int) -> HttpResponse:
    """Throw the sheet away."""
    actions.discard(_sheet(request, pk), by=request.user, at=timezone.now())
    messages.info(request, _("The file is thrown away. Nothing was written."))
    return redirect("assessments:results")


def _sheet(request: StaffRequest, pk: int) -> ResultSheet:
    """Return a sheet of this office, or answer 404 or 403."""
    found = get_object_or_404(queries.sheets_of(request.user), pk=pk)
    must_write(request)
    return found
