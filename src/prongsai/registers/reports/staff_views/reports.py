"""The reports of the years, and beginning one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import FormPage, form_page, today
from prongsai.foundations.submissions.http import once
from prongsai.ita.thai.fiscal import fiscal_year_of
from prongsai.registers.reports import permissions
from prongsai.registers.reports.actions import writing
from prongsai.registers.reports.forms import BeginForm
from prongsai.registers.reports.queries import reports as queries
from prongsai.registers.reports.queries.reports import Place, Year
from prongsai.registers.reports.staff_views.finding import must_write, trail
from prongsai.registers.reports.staff_views.report_page import missing_in_words
from prongsai.registers.reports.states import REPORT_TONES, ReportKind, ReportState
from prongsai.ui.tables import Cell, Column, Row, Table


@require_safe
def reports(request: StaffRequest) -> HttpResponse:
    """Year by year: each kind of report with its state, or what is missing."""
    writes = permissions.can_write(request.user, today())
    years = queries.years(on=today())
    context = {
        "trail": trail(),
        "table": _table(years, writes=writes),
        "can_write": writes,
    }
    return render(request, "reports/staff/list.html", context)


@require_http_methods(["GET", "POST"])
@once
def begin(request: StaffRequest) -> HttpResponse:
    """Which report, of which year, up to which day."""
    must_write(request)
    form = BeginForm(request.POST or None, initial=_asked(request))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        begun = writing.begin(
            said["fiscal_year"],
            ReportKind(said["kind"]),
            said["cut_off"],
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("The report is begun from the records."))
        return redirect(begun)
    page = FormPage(
        title=_("Begin a report"),
        submit=pgettext("report", "Begin"),
        lead=_("It is composed from the records; you can write in it."),
        back=reverse("reports:reports"),
        trail=trail((_("Begin a report"), "")),
    )
    return form_page(request, form, page)


def _asked(request: StaffRequest) -> dict[str, object]:
    """Return what the link of the list asked for, with the usual day of its round."""
    kind = request.GET.get("kind", "")
    year = request.GET.get("year", "")
    number = int(year) if year.isascii() and year.isdecimal() else 0
    known = number if 2560 <= number <= 2619 else fiscal_year_of(today())  # noqa: PLR2004  # the bounds of the form
    kind = kind if kind in ReportKind.values else ReportKind.ANALYSIS.value
    day = queries.usual_cut_off(known, kind, on=today())
    return {"fiscal_year": known, "kind": kind, "cut_off": day}


def _table(years: list[Year], *, writes: bool) -> Table:
    columns = [Column("year", _("Fiscal year"))]
    columns += [Column(kind.value, str(kind.label)) for kind in ReportKind]
    rows = [
        Row(cells=[str(y.year), *(_cell(y.year, p, writes=writes) for p in y.places)])
        for y in years
    ]
    return Table(_("Reports of the years"), columns=columns, rows=rows)


def _cell(year: int, place: Place, *, writes: bool) -> Cell:
    if place.report is not None:
        state = ReportState(place.report.state)
        href = place.report.get_absolute_url()
        return Cell(str(state.label), href=href, tone=REPORT_TONES[state])
    if place.missing:
        return Cell(" ".join(missing_in_words(place.missing)))
    if not writes:
        return Cell(_("Not begun yet"))
    asked = urlencode([("year", str(year)), ("kind", place.kind.value)])
    return Cell(pgettext("report", "Begin"), href=f"{reverse('reports:begin')}?{asked}")
