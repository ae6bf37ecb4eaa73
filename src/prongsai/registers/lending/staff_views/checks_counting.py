"""Counting: the list, one line on a phone, things beyond the list, the papers."""

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
from prongsai.foundations.accounts.pages import FormPage, form_page, today
from prongsai.foundations.submissions.http import once
from prongsai.ita.documents.rendering.docx import to_docx
from prongsai.ita.documents.rendering.pdf import to_pdf
from prongsai.registers.lending.actions import counting as actions
from prongsai.registers.lending.documents.check_report import check_report
from prongsai.registers.lending.documents.count_sheet import (
    MOST_LINES,
    count_sheet_pdf,
)
from prongsai.registers.lending.filters.checks import ItemFilters
from prongsai.registers.lending.forms import checks as forms
from prongsai.registers.lending.models.checks import Surplus
from prongsai.registers.lending.permissions import checks as permissions
from prongsai.registers.lending.queries import checks as queries
from prongsai.registers.lending.staff_views.check_page import (
    ITEM_COLUMNS,
    line_page,
)
from prongsai.registers.lending.staff_views.finding import (
    check_of,
    checks_trail,
    counted_check,
)
from prongsai.ui import exporting
from prongsai.ui.listing import listing

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def count(request: StaffRequest, pk: int) -> HttpResponse:
    """The list of a check, line by line, and the field for a code."""
    found = check_of(request, pk)
    rows = listing(
        request,
        queries.items(found),
        filters=ItemFilters,
        columns=ITEM_COLUMNS,
        sort="code",
        name="count",
        caption=_("Lines of the count"),
    )
    context = {
        "stock_check": found,
        "listing": rows,
        "summary": queries.summary(found),
        "can_count": permissions.can_count(request.user, found),
        "code_form": forms.CodeForm(),
        "trail": checks_trail((str(found), found.get_absolute_url()), (_("Count"), "")),
    }
    return rows.download or render(request, "lending/staff/checks/count.html", context)


@require_safe
def line_by_code(request: StaffRequest, pk: int) -> HttpResponse:
    """Where a typed code leads: to its line, or back with a sentence."""
    found = check_of(request, pk)
    code = request.GET.get("code", "")
    item = queries.item_with_code(found, code)
    if item is None:
        words = _("%(code)s is not on the list of this check. Is it a surplus?")
        messages.warning(request, words % {"code": code[:60]})
        return redirect("lending:count", pk=found.pk)
    return redirect("lending:count_line", pk=found.pk, item=item.pk)


@require_http_methods(["GET", "POST"])
@once
def line(request: StaffRequest, pk: int, item: int) -> HttpResponse:
    """One line: how many, how they are, where."""
    found = counted_check(request, pk)
    row = get_object_or_404(queries.items(found), pk=item)
    form = forms.CountForm(request.POST or None, request.FILES or None, instance=row)
    if request.method == "POST" and form.is_valid():
        actions.count(
            row,
            form.sighting,
            version=form.expected_version,
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("Counted: %(asset)s") % {"asset": row.asset})
        return redirect("lending:count", pk=found.pk)
    return line_page(request, row, form)


@require_POST
@once
def rest_missing(request: StaffRequest, pk: int) -> HttpResponse:
    """What nobody saw is not there."""
    found = check_of(request, pk)
    lines = actions.mark_rest_missing(found, by=request.user, at=timezone.now())
    words = _("%(lines)s lines are entered as not found.")
    messages.success(request, words % {"lines": lines})
    return redirect(found)


@require_http_methods(["GET", "POST"])
@once
def surplus(request: StaffRequest, pk: int) -> HttpResponse:
    """Something no line of the list describes."""
    found = counted_check(request, pk)
    draft = Surplus(stock_check=found)
    form = forms.SurplusForm(request.POST or None, instance=draft)
    if request.method == "POST" and form.is_valid():
        actions.add_surplus(draft, by=request.user, at=timezone.now())
        messages.success(request, _("The surplus is noted."))
        return redirect("lending:count", pk=found.pk)
    back = found.get_absolute_url()
    title = _("Found beyond the list")
    page = FormPage(
        title=title,
        submit=_("Enter"),
        back=back,
        trail=checks_trail((str(found), back), (title, "")),
    )
    return form_page(request, form, page)


@require_POST
@once
def remove_surplus(request: StaffRequest, pk: int, surplus: int) -> HttpResponse:
    """Noted by mistake."""
    found = counted_check(request, pk)
    row = get_object_or_404(queries.surplus(found), pk=surplus)
    actions.remove_surplus(row, by=request.user, at=timezone.now())
    messages.info(request, _("The surplus is taken back."))
    return redirect(found)


@require_safe
def sheet(request: StaffRequest, pk: int) -> HttpResponse:
    """The sheet to walk with."""
    found = check_of(request, pk)
    rows = ItemFilters(request.GET, queryset=queries.items(found), request=request).qs
    content = count_sheet_pdf(
        found,
        rows.order_by("code")[:MOST_LINES],
        office=request.organisation,
        site=request.build_absolute_uri("/"),
        on=today(),
    )
    name = f"count-sheet-{found.fiscal_year}.pdf"
    return exporting.answer(content, content_type="application/pdf", name=name)


@require_safe
def report_file(request: StaffRequest, pk: int, kind: str) -> HttpResponse:
    """The report as PDF, or as DOCX to be edited."""
    found = check_of(request, pk)
    document = check_report(found, office=request.organisation)
    name = f"check-report-{found.fiscal_year}.{kind}"
    if kind == "pdf":
        content = to_pdf(document, made_on=today())
        return exporting.answer(content, content_type="application/pdf", name=name)
    return exporting.answer(to_docx(document), content_type=DOCX, name=name)
