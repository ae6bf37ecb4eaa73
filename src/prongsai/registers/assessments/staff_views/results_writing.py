"""Writing results: enter a year, correct it, confirm it, open it again, throw it away."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import FormPage, form_page
from prongsai.foundations.submissions.http import once
from prongsai.registers.assessments.actions import results as actions
from prongsai.registers.assessments.forms.results import ReopenForm, ResultForm
from prongsai.registers.assessments.queries import results as queries
from prongsai.registers.assessments.queries.codes import framework_of
from prongsai.registers.assessments.staff_views.results_finding import (
    must_write,
    newest_known_year,
    result_of,
    results_trail,
    written_result,
    year_asked,
    years_to_enter,
)

LONG_FORM = "assessments/staff/results/form.html"


@require_safe
def choose_year(request: StaffRequest) -> HttpResponse:
    """Which year is to be entered, and in which way."""
    must_write(request)
    entered = {one.fiscal_year: one for one in queries.visible_to(request.user)}
    context = {
        "years": [(year, entered.get(year)) for year in years_to_enter()],
        "trail": results_trail((_("Enter a result"), "")),
    }
    return render(request, "assessments/staff/results/choose.html", context)


@require_http_methods(["GET", "POST"])
@once
def enter(request: StaffRequest) -> HttpResponse:
    """Type the result of a year in."""
    must_write(request)
    framework = year_asked(request, otherwise=newest_known_year())
    form = ResultForm(request.POST or None, framework=framework)
    if request.method == "POST" and form.is_valid():
        made = actions.enter(form.values, by=request.user, at=timezone.now())
        messages.success(request, _("The result is kept as a draft. Compare it with the announcement, then confirm it."))  # fmt: skip
        return redirect(made)
    title = _("Result of fiscal year %(year)s") % {"year": framework.year}
    back = reverse("assessments:result_new")
    page = FormPage(
        title=title, submit=_("Keep as a draft"), back=back,
        trail=results_trail((title, "")), template=LONG_FORM,
    )  # fmt: skip
    return form_page(request, form, page)


@require_http_methods(["GET", "POST"])
@once
def edit(request: StaffRequest, pk: int) -> HttpResponse:
    """Correct a draft; the history keeps what stood there."""
    found = written_result(request, pk)
    framework = framework_of(found.fiscal_year)
    if framework is None or found.confirmed_at is not None:
        raise actions.AlreadyConfirmed(year=found.fiscal_year)
    form = ResultForm(request.POST or None, framework=framework, instance=found)
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        actions.change(
            found, form.values, version=form.expected_version, by=request.user, at=now
        )
        messages.success(request, _("The values are corrected."))
        return redirect(found)
    trail = results_trail((str(found), found.get_absolute_url()), (_("Correct"), ""))
    page = FormPage(
        title=str(found), submit=_("Save"), back=found.get_absolute_url(),
        trail=trail, template=LONG_FORM,
    )  # fmt: skip
    return form_page(request, form, page)


@require_POST
@once
def confirm(request: StaffRequest, pk: int) -> HttpResponse:
    """The values are those announced."""
    found = result_of(request, pk)
    seen = request.POST.get("version", "")
    actions.confirm(
        found,
        by=request.user,
        at=timezone.now(),
        version=int(seen) if seen.isascii() and seen.isdecimal() else 0,
    )
    messages.success(request, _("The result is confirmed and counts from now on."))
    return redirect(found)


@require_http_methods(["GET", "POST"])
@once
def reopen(request: StaffRequest, pk: int) -> HttpResponse:
    """Something in a confirmed result is wrong."""
    found = written_result(request, pk)
    form = ReopenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        actions.reopen(found, reason=reason, by=request.user, at=timezone.now())
        messages.success(request, _("The result is a draft again. Correct it, then confirm it."))  # fmt: skip
        return redirect(found)
    title = _("Open again")
    trail = results_trail((str(found), found.get_absolute_url()), (title, ""))
    page = FormPage(
        title=title, submit=title, lead=str(found),
        back=found.get_absolute_url(), trail=trail,
    )  # fmt: skip
    return form_page(request, form, page)


@require_POST
@once
def discard(request: StaffRequest, pk: int) -> HttpResponse:
    """Throw a draft away."""
    found = result_of(request, pk)
    actions.discard(found, by=request.user, at=timezone.now())
    messages.info(request, _("The draft is thrown away."))
    return redirect("assessments:results")
