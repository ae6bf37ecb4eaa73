"""The years, their items, and the honest page of an item that is not there yet."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_safe

from prongsai.foundations.organisations.http import OfficeRequest
from prongsai.foundations.publications import public_views as publications
from prongsai.foundations.publications.page_cache import public_page
from prongsai.foundations.publications.queries import is_address
from prongsai.registers.disclosure.queries import public
from prongsai.registers.disclosure.queries.public import Line, PublicYear
from prongsai.ui.components.status import TONES
from prongsai.ui.tables import Cell, Column, Row, Table, Tone
from prongsai.ui.writing import short_date


@require_safe
@public_page
def years(request: OfficeRequest) -> HttpResponse:
    found = [year for year in map(public.year, public.years()) if year]
    return render(request, "disclosure/public/years.html", {"years": found})


@require_safe
@public_page
def year(request: OfficeRequest, fiscal_year: int) -> HttpResponse:
    found = public.year(fiscal_year)
    if found is None:
        raise Http404
    context = {
        "year": found,
        "marks": [(line, *_mark_of(line)) for line in found.lines],
        "table": table_of(found),
        "reports": [(line, line.versions) for line in found.lines if line.versions],
        "trail": trail_of(fiscal_year),
    }
    return render(request, "disclosure/public/year.html", context)


@require_safe
@public_page
def item(request: OfficeRequest, fiscal_year: int, code: str) -> HttpResponse:
    address = f"ita/{fiscal_year}/{code}"
    if is_address(address):
        return publications.page(request, address)
    found = public.line(fiscal_year, code)
    if found is None:
        raise Http404
    context = {
        "line": found,
        "fiscal_year": fiscal_year,
        "asked": public.elements_asked(fiscal_year, code),
        "trail": trail_of(fiscal_year, code),
    }
    return render(request, "disclosure/public/missing.html", context)


def trail_of(fiscal_year: int, code: str = "") -> list[tuple[str, str]]:
    """Return the way to a year, or to one item of it."""
    way = [
        (_("Public data (ITA)"), reverse("disclosure_public:years")),
        (
            _("Fiscal year %(year)s") % {"year": fiscal_year},
            reverse("disclosure_public:year", args=[fiscal_year]),
        ),
    ]
    if code:
        url = reverse("disclosure_public:item", args=[fiscal_year, code.lower()])
        way.append((code.upper(), url))
    return way


def standing_of(line: Line) -> tuple[str, Tone]:
    """Return how an item stands in words, with its tone."""
    if line.is_complete:
        return _("Complete"), "ok"
    if line.of is not None:
        count = len(line.missing)
        words = ngettext(
            "%(count)s element missing", "%(count)s elements missing", count
        )
        return words % {"count": count}, "warn"
    if line.is_public:
        return _("Published"), "info"
    return _("Not published yet"), "bad"


def _mark_of(line: Line) -> tuple[str, Tone, str]:
    words, tone = standing_of(line)
    return words, tone, TONES[tone]


def table_of(year: PublicYear) -> Table:
    """Return every item of a year as a table."""
    return Table(
        _("All items of fiscal year %(year)s") % {"year": year.fiscal_year},
        columns=[
            Column("code", pgettext("assessment", "Item")),
            Column("title", pgettext("assessment", "Title")),
            Column("standing", _("How it stands")),
            Column("missing", _("What is missing, and why")),
            Column("published", _("Last published")),
            Column("responsible", _("Responsible")),
        ],
        rows=[_row(year, line) for line in year.lines],
        empty=_("No framework of this year is known; what is published stands below."),
    )


def _row(year: PublicYear, line: Line) -> Row:
    words, tone = standing_of(line)
    return Row(
        cells=[
            line.code.upper(),
            line.title,
            Cell(words, tone=tone),
            _missing(line),
            short_date(line.last_published) if line.last_published else "–",
            line.responsible or "–",
        ],
        href=reverse("disclosure_public:item", args=[year.fiscal_year, line.code]),
    )


def _missing(line: Line) -> str:
    if not line.is_public:
        return line.reason or _("The office has not stated a reason yet.")
    lines = [f"{m.th}: {m.reason}" if m.reason else m.th for m in line.missing]
    return "; ".join(lines) or "–"
