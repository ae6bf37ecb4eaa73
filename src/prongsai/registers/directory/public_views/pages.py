"""The pages of the directory for anyone, drawn from the newest published version only."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from prongsai.foundations.organisations.http import OfficeRequest
from prongsai.foundations.publications.page_cache import public_page
from prongsai.registers.directory.forms.public import DayForm
from prongsai.registers.directory.public_views import drawing, showing
from prongsai.registers.directory.public_views.words import day
from prongsai.registers.directory.queries.public import Snapshot, snapshot

UNPROCESSABLE = 422
_LONGEST = 100


@require_safe
@public_page
def people(request: OfficeRequest) -> HttpResponse:
    """The executives of both sides."""
    found = snapshot()
    sections = showing.sections(found, timezone.localdate()) if found else []
    return _page(request, "people", found, sections=sections)


@require_safe
@public_page
def structure(request: OfficeRequest) -> HttpResponse:
    """Who reports to whom, and the divisions."""
    found = snapshot()
    on = timezone.localdate()
    chart = drawing.chart(found.reading, on) if found else None
    divisions = showing.divisions(found.reading) if found else []
    return _page(request, "structure", found, chart=chart, divisions=divisions)


@require_safe
@public_page
def powers(request: OfficeRequest) -> HttpResponse:
    """What the office may and must do."""
    found = snapshot()
    powers = showing.powers(found.reading.content) if found else None
    return _page(request, "powers", found, powers=powers)


@require_safe
@public_page
def contact(request: OfficeRequest) -> HttpResponse:
    """Address, hours, channels and the way there."""
    found = snapshot()
    if found is None:
        return _page(request, "contact", found)
    content = found.reading.content
    return _page(
        request,
        "contact",
        found,
        facts=showing.office_facts(content),
        hours=showing.hours(content),
        ways=showing.ways(content),
        maps=showing.maps(content),
        picture=drawing.place_map(found.reading),
    )


@require_safe
@public_page
def duties(request: OfficeRequest) -> HttpResponse:
    """Which desk does what, found by words."""
    found = snapshot()
    words = request.GET.get("q", "")[:_LONGEST].strip()
    rows = showing.found_duties(found.reading.content, words) if found else []
    lines = showing.duty_lines(rows)
    return _page(request, "duties", found, words=words, lines=lines)


@require_safe
@public_page
def on(request: OfficeRequest) -> HttpResponse:
    """Who was in office on a day."""
    found = snapshot()
    form = DayForm(request.GET if "date" in request.GET else None)
    asked: date | None = form.cleaned_data["date"] if form.is_valid() else None
    tables = showing.in_office(found, asked) if found and asked else []
    first = day(found.reading.first_day()) if found else ""
    status = UNPROCESSABLE if form.is_bound and asked is None else 200
    response = _page(
        request, "on", found, form=form, asked=asked, tables=tables, first=first
    )
    response.status_code = status
    return response


def _page(
    request: OfficeRequest, name: str, found: Snapshot | None, **more: object
) -> HttpResponse:
    version = found.version if found else None
    context = {"version": version, "tabs": showing.tabs(name), **more}
    return render(request, f"directory/public/{name}.html", context)
