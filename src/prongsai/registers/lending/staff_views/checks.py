"""The annual check as a piece of work: order, start, report, decision, copy."""

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
from prongsai.foundations.accounts.pages import FormPage, form_page, today
from prongsai.foundations.submissions.http import once
from prongsai.ita.documents.rendering.pdf import to_pdf
from prongsai.registers.lending.actions import checks as actions
from prongsai.registers.lending.actions import memos
from prongsai.registers.lending.documents.check_memo import memo_parts, memo_title
from prongsai.registers.lending.documents.check_report import check_report
from prongsai.registers.lending.forms import checks as forms
from prongsai.registers.lending.forms.assets import LetterForm
from prongsai.registers.lending.models.checks import StockCheck
from prongsai.registers.lending.permissions import checks as permissions
from prongsai.registers.lending.queries import checks as queries
from prongsai.registers.lending.staff_views.check_page import (
    CHECK_COLUMNS,
    CheckFilters,
    check_context,
)
from prongsai.registers.lending.staff_views.finding import (
    check_of,
    checks_trail,
    counted_check,
    led_check,
    must_open_checks,
)
from prongsai.ui.listing import listing


@require_safe
def checks(request: StaffRequest) -> HttpResponse:
    """Every check this person may see."""
    found = listing(
        request,
        queries.visible_to(request.user, on=today()),
        filters=CheckFilters,
        columns=CHECK_COLUMNS,
        sort="-fiscal_year",
        name="checks",
        caption=_("Annual checks"),
        empty=_("Enter the order that appoints the committee of this year."),
    )
    context = {
        "listing": found,
        "can_open": permissions.can_open_check(request.user, on=today()),
        "trail": checks_trail(),
    }
    return found.download or render(request, "lending/staff/checks/list.html", context)


@require_http_methods(["GET", "POST"])
@once
def open_check(request: StaffRequest) -> HttpResponse:
    """The order that appoints the committee."""
    must_open_checks(request)
    form = forms.OrderForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        opened = actions.open_check(form.order, by=request.user, at=timezone.now())
        messages.success(request, _("The committee is entered."))
        return redirect(opened)
    trail = checks_trail((_("New check"), ""))
    lead = _("The head of the office appoints in the last month of the fiscal year.")
    page = FormPage(
        title=_("New check"),
        submit=_("Enter the order"),
        lead=lead,
        back=trail[0][1],
        trail=trail,
    )
    return form_page(request, form, page)


@require_safe
def check(request: StaffRequest, pk: int) -> HttpResponse:
    """One check: where it stands, its figures, what differs, what comes next."""
    found = check_of(request, pk)
    context = check_context(request.user, found, on=today())
    return render(request, "lending/staff/checks/check.html", context)


@require_POST
@once
def start(request: StaffRequest, pk: int) -> HttpResponse:
    """Freeze the list and begin to count."""
    found = check_of(request, pk)
    actions.start(found, by=request.user, at=timezone.now())
    messages.success(request, _("The list is frozen. Counting may begin."))
    return redirect("lending:count", pk=found.pk)


@require_POST
@once
def report(request: StaffRequest, pk: int) -> HttpResponse:
    """Everything is counted."""
    found = check_of(request, pk)
    actions.report(found, by=request.user, at=timezone.now())
    messages.success(
        request, _("The report is made. Put it to the head of the office.")
    )
    return redirect(found)


@require_POST
@once
def memo(request: StaffRequest, pk: int) -> HttpResponse:
    """A memo to the head of the office with its parts filled in."""
    found = counted_check(request, pk)
    document = check_report(found, office=request.organisation)
    drafted = memos.draft_memo(
        found,
        memo_parts(found),
        title=memo_title(found),
        report=to_pdf(document, made_on=today()),
        by=request.user,
        at=timezone.now(),
    )
    messages.success(request, _("The memo is drafted. Read it and send it on."))
    return redirect(drafted)


@require_http_methods(["GET", "POST"])
@once
def send_back(request: StaffRequest, pk: int) -> HttpResponse:
    """Open the count again."""
    found = check_of(request, pk)
    form = forms.RemarkForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        remark = form.cleaned_data["remark"]
        actions.send_back(found, remark=remark, by=request.user, at=timezone.now())
        messages.success(request, _("The count is open again."))
        return redirect(found)
    return form_page(request, form, _page(found, _("Count again"), _("Open the count")))


@require_http_methods(["GET", "POST"])
@once
def cancel(request: StaffRequest, pk: int) -> HttpResponse:
    """The order was revoked."""
    found = led_check(request, pk)
    form = forms.RemarkForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        remark = form.cleaned_data["remark"]
        actions.cancel(found, remark=remark, by=request.user, at=timezone.now())
        messages.info(request, _("The check is cancelled."))
        return redirect("lending:stock_checks")
    page = _page(found, _("Cancel the check"), _("Cancel the check"))
    return form_page(request, form, page)


@require_http_methods(["GET", "POST"])
@once
def tell_audit_office(request: StaffRequest, pk: int) -> HttpResponse:
    """The copy for the Audit Office."""
    found = led_check(request, pk)
    form = LetterForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        actions.tell_audit_office(
            found, **form.cleaned_data, by=request.user, at=timezone.now()
        )
        messages.success(request, _("The check is closed."))
        return redirect(found)
    page = _page(found, _("Copy to the Audit Office"), _("Save"))
    return form_page(request, form, page)


def _page(stock_check: StockCheck, title: str, submit: str) -> FormPage:
    back = stock_check.get_absolute_url()
    return FormPage(
        title=title,
        submit=submit,
        lead=str(stock_check),
        back=back,
        trail=checks_trail((str(stock_check), back), (title, "")),
    )
