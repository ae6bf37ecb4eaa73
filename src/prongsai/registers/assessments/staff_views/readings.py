"""Readings of old reports: the list, a new file, one reading, its text, its findings."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import today
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.files.rules import MEGABYTE
from prongsai.foundations.submissions.http import once
from prongsai.registers.assessments import permissions
from prongsai.registers.assessments.actions import readings as actions
from prongsai.registers.assessments.forms.readings import ReadForm, ValuesForm
from prongsai.registers.assessments.models.readings import Reading
from prongsai.registers.assessments.queries import readings as queries
from prongsai.registers.assessments.staff_views import readings_page as page
from prongsai.registers.assessments.staff_views.results_finding import (
    must_write,
    results_trail,
    section_tabs,
)
from prongsai.registers.assessments.states import READING_TONES, ReadingState
from prongsai.registers.assessments.tasks import read_report
from prongsai.ui.filtering import Filters
from prongsai.ui.listing import listing
from prongsai.ui.tables import Cell, Column

AT_ONCE = 2 * MEGABYTE
"""Larger files are read in the background."""

LINES = 400
"""Lines of the text on one page."""


class ReadingFilters(Filters):
    """Found by the name of the file."""

    search_in = ("name",)


def _state(reading: Reading) -> Cell:
    tone = READING_TONES[ReadingState(reading.state)]
    return Cell(reading.get_state_display(), tone=tone)


COLUMNS = (
    Column("name", gettext_lazy("File"), sort="name", value=str),
    Column("fiscal_year", gettext_lazy("Fiscal year"), sort="fiscal_year",
           value=lambda reading: str(reading.fiscal_year or "–")),
    Column("waiting", gettext_lazy("Values to check"), numeric=True,
           value=lambda reading: reading.values_waiting),
    Column("state", gettext_lazy("State"), sort="state", value=_state),
    Column("read_at", gettext_lazy("Read"), sort="read_at"),
)  # fmt: skip


@require_safe
def listed(request: StaffRequest) -> HttpResponse:
    """Every report that was read."""
    found = listing(
        request,
        queries.visible_to(request.user).defer("content", "lines"),
        filters=ReadingFilters,
        columns=COLUMNS,
        sort="-pk",
        name="readings",
        caption=_("Reports read"),
        empty=_("Bring in the report of an earlier year to begin with its values."),
    )
    context = {
        "listing": found,
        "can_write": permissions.can_write(request.user, today()),
        "tabs": section_tabs("readings"),
        "trail": readings_trail(),
    }
    template = "assessments/staff/readings/list.html"
    return found.download or render(request, template, context)


@require_http_methods(["GET", "POST"])
@once
def read(request: StaffRequest) -> HttpResponse:
    """Choose a report; nothing counts before a person has looked at it."""
    must_write(request)
    form = ReadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return redirect(_begun(request, form.file))
    trail = readings_trail((_("Read a report"), ""))
    context = {"form": form, "trail": trail, "back": reverse("assessments:readings")}
    status = 422 if form.is_bound else 200
    template = "assessments/staff/readings/new.html"
    return render(request, template, context, status=status)


@require_safe
def reading(request: StaffRequest, pk: int) -> HttpResponse:
    """One reading: what was found, its values beside their places."""
    found = get_object_or_404(queries.visible_to(request.user), pk=pk)
    return reading_page(request, found)


@require_safe
def text(request: StaffRequest, pk: int) -> HttpResponse:
    """The text it was read from, for those who check it; reading it is written down."""
    found = get_object_or_404(queries.visible_to(request.user), pk=pk)
    must_write(request)
    actions.open_text(found, by=request.user, at=timezone.now())
    lines = Paginator(queries.lines_of(found), LINES)
    shown = lines.get_page(request.GET.get("page", "1"))
    first = (shown.number - 1) * LINES
    rows = [(page.where_words(line, first + n), line) for n, line in enumerate(shown)]
    context = {
        "reading": found,
        "rows": rows,
        "shown": shown,
        "unplaced": page.warning_table(found) if shown.number == 1 else None,
        "trail": readings_trail(
            (str(found), found.get_absolute_url()), (_("Text"), "")
        ),
    }
    return render(request, "assessments/staff/readings/text.html", context)


@require_safe
def findings(request: StaffRequest, pk: int) -> HttpResponse:
    """What the rules find in the report, part by part."""
    found = get_object_or_404(queries.visible_to(request.user), pk=pk)
    way = (str(found), found.get_absolute_url())
    context = {
        "reading": found,
        "tables": page.finding_tables(found),
        "trail": readings_trail(way, (_("Findings"), "")),
    }
    return render(request, "assessments/staff/readings/findings.html", context)


def reading_page(
    request: StaffRequest, found: Reading, form: ValuesForm | None = None
) -> HttpResponse:
    """Draw the page of a reading; 422 when values came back with errors."""
    context = page.reading_context(found, request.user, form=form) | {
        "trail": readings_trail((str(found), "")),
    }
    status = 422 if form is not None else 200
    template = "assessments/staff/readings/reading.html"
    return render(request, template, context, status=status)


def readings_trail(*more: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the way from the list of results over that of readings to this page."""
    return results_trail((_("Reports read"), reverse("assessments:readings")), *more)


def _begun(request: StaffRequest, file: StoredFile) -> Reading:
    """Read a small file now, a large one in the background."""
    at = timezone.now()
    begin = actions.read if file.size <= AT_ONCE else actions.read_later
    found = begin(file, by=request.user, at=at)
    if found.read_at != at:
        messages.info(request, _("This file was read before. Here it is."))
    elif found.state == ReadingState.WAITING:
        read_report.enqueue(reading=found.pk)
    return found
