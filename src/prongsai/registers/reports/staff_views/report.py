"""One report: read, written, submitted, taken back, published."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import form_page, today
from prongsai.foundations.submissions.http import once
from prongsai.registers.reports import forms
from prongsai.registers.reports.actions import passing, publishing, running, writing
from prongsai.registers.reports.queries import checking
from prongsai.registers.reports.staff_views.finding import (
    must_override,
    must_publish,
    page_about,
    report_of,
    written_report,
)
from prongsai.registers.reports.staff_views.papers import renderer
from prongsai.registers.reports.staff_views.report_page import (
    report_context,
    shown_of,
)


@require_safe
def report(request: StaffRequest, pk: int) -> HttpResponse:
    """The findings beside the preview, and the next step."""
    found = report_of(request, pk)
    context = report_context(request.user, found, on=today())
    return render(request, "reports/staff/report.html", context)


@require_http_methods(["GET", "POST"])
@once
def cover(request: StaffRequest, pk: int) -> HttpResponse:
    """The title, and the day up to which the report speaks."""
    found = written_report(request, pk)
    initial = {"title": found.title, "cut_off": found.cut_off}
    form = forms.CoverForm(request.POST or None, instance=found, initial=initial)
    if request.method == "POST" and form.is_valid():
        version = form.expected_version
        writing.set_cover(
            found, form.cover, version=version, by=request.user, at=timezone.now()
        )
        messages.success(request, _("Saved."))
        return redirect(found)
    return form_page(request, form, page_about(found, _("Title and day"), _("Save")))


@require_POST
@once
def run_figures(request: StaffRequest, pk: int) -> HttpResponse:
    """Every figure again, up to the day of the report."""
    found = written_report(request, pk)
    taken = running.run_figures(found, by=request.user, at=timezone.now())
    said = _("Figures run again up to the day of the report: %(count)s.")
    messages.success(request, said % {"count": len(taken)})
    return redirect(found)


@require_http_methods(["GET", "POST"])
@once
def override(request: StaffRequest, pk: int) -> HttpResponse:
    """The chief permanent officer lets the report go on, and says why."""
    found = report_of(request, pk)
    must_override(request)
    form = forms.OverrideForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        passing.override(found, reason=reason, by=request.user, at=timezone.now())
        messages.success(request, _("The report may be submitted with these errors."))
        return redirect(found)
    errors = checking.errors_in(checking.flaws_of(shown_of(found).content))
    page = page_about(
        found,
        _("Allow the errors"),
        _("Allow exactly these errors"),
        note=_("Valid for exactly these findings:"),
        listed=tuple(f"{error.where}: {error.said}" for error in errors),
    )
    return form_page(request, form, page)


@require_POST
@once
def submit(request: StaffRequest, pk: int) -> HttpResponse:
    """Freeze it and draft its memo, which the proposer reads and sends on."""
    found = written_report(request, pk)
    memo = passing.submit(found, by=request.user, at=timezone.now())
    messages.success(
        request, _("The report is frozen and its memo is drafted. Read it and send it.")
    )
    return redirect(memo)


@require_POST
@once
def take_back(request: StaffRequest, pk: int) -> HttpResponse:
    """Open it again; what was said of it no longer counts."""
    found = written_report(request, pk)
    passing.take_back(found, by=request.user, at=timezone.now())
    messages.info(request, _("The report is open again. Its memo no longer counts."))
    return redirect(found)


@require_http_methods(["GET", "POST"])
@once
def publish(request: StaffRequest, pk: int) -> HttpResponse:
    """Make it public; a corrected version says what changed."""
    found = report_of(request, pk)
    must_publish(request)
    is_first = found.published is None
    kind = forms.FirstForm if is_first else forms.CorrectedForm
    form = kind(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        version = publishing.publish(
            found,
            render=renderer(request, on=today()),
            **form.cleaned_data,
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("The report is public."))
        return redirect(version.get_absolute_url())
    note = _("The page, its data and its files are frozen and open to everybody.")
    page = page_about(found, _("Publish the report"), _("Publish"), note=note)
    return form_page(request, form, page)
