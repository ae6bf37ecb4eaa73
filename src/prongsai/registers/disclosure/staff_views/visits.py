"""The watcher: visit an item now, and the history that proves the page was up."""

from urllib.parse import urlsplit

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext, pgettext_lazy
from django.views.decorators.http import require_POST, require_safe

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.pages import today
from prongsai.foundations.submissions.http import once
from prongsai.foundations.tasks import progress
from prongsai.foundations.tasks.naming import path_of
from prongsai.registers.disclosure import permissions, tasks
from prongsai.registers.disclosure.models import Item, Visit
from prongsai.registers.disclosure.queries import visits as queries
from prongsai.registers.disclosure.queries import years
from prongsai.registers.disclosure.queries.visits import History
from prongsai.registers.disclosure.states import VISIT_TONES, VisitOutcome
from prongsai.ui.filtering import DateFilter, Filters
from prongsai.ui.listing import listing
from prongsai.ui.tables import Cell, Column, Row, Table
from prongsai.ui.writing import short_date, short_moment, with_commas

_HOURS = 48
"""A longer gap between visits is said in days."""


class VisitFilters(Filters):
    """By address, outcome, and the days the assessor may have come."""

    search_in = ("url",)

    outcome = django_filters.ChoiceFilter(
        choices=VisitOutcome.choices, label=pgettext_lazy("visit", "Outcome")
    )
    since = DateFilter(
        field_name="visited_at",
        lookup_expr="date__gte",
        label=gettext_lazy("From the day"),
    )
    until = DateFilter(
        field_name="visited_at",
        lookup_expr="date__lte",
        label=gettext_lazy("To the day"),
    )


def _outcome(visit: Visit) -> Cell:
    outcome = VisitOutcome(visit.outcome)
    return Cell(str(outcome.label), tone=VISIT_TONES[outcome])


def _address(one: History | Visit) -> Cell:
    """Return where it is, without our own host: the whole address in a file."""
    text = urlsplit(one.url).path if one.is_own else one.url
    return Cell(text, href=one.url, value=one.url)


COLUMNS = (
    Column("visited_at", gettext_lazy("Visited"), sort="visited_at"),
    Column("url", pgettext_lazy("web", "Address"), sort="url", value=_address),
    Column(
        "outcome", pgettext_lazy("visit", "Outcome"), sort="outcome", value=_outcome
    ),
    Column("status", gettext_lazy("Status"), numeric=True),
    Column(
        "milliseconds", gettext_lazy("Milliseconds"), numeric=True, sort="milliseconds"
    ),
    Column("detail", gettext_lazy("Why"), value=queries.detail_of),
    Column("digest", gettext_lazy("Digest"), shown=False),
    Column("expected", gettext_lazy("Digest expected"), shown=False),
)


@require_safe
def visits(request: StaffRequest, pk: int) -> HttpResponse:
    """Every visit of an item, and what they prove address by address."""
    item = _item_of(request, pk)
    rows = queries.of_item(item)
    found = listing(
        request,
        rows,
        filters=VisitFilters,
        columns=COLUMNS,
        sort="-visited_at",
        name=f"{item.code}-visits",
        caption=_("Every visit"),
        empty=_("Nobody has visited this item yet."),
    )
    context = {
        "item": item,
        "listing": found,
        "proof": proof_of(found.filters.qs),
        "can_visit": permissions.can_verify(request.user, on=today()),
        "trail": [
            (_("Disclosure"), reverse("disclosure:years")),
            (str(item.year), item.year.get_absolute_url()),
            (item.code.upper(), item.get_absolute_url()),
            (_("Visits"), ""),
        ],
    }
    return found.download or render(request, "disclosure/staff/visits.html", context)


@require_POST
@once
def visit(request: StaffRequest, pk: int) -> HttpResponse:
    """Visit an item now; the visits are made in the background."""
    item = _item_of(request, pk)
    _must_verify(request)
    begun = progress.begin(
        path_of(tasks.visit_items.func),
        by=request.user,
        at=timezone.now(),
        url=reverse("disclosure:visits", args=[item.pk]),
    )
    tasks.visit_items.enqueue(item=item.pk, progress=begun.pk)
    return redirect("tasks:progress", begun.pk)


@require_POST
@once
def visit_year(request: StaffRequest, fiscal_year: int) -> HttpResponse:
    """Visit every public item now; the visits are made in the background."""
    year = get_object_or_404(years.visible_to(request.user), fiscal_year=fiscal_year)
    _must_verify(request)
    begun = progress.begin(
        path_of(tasks.visit_items.func),
        by=request.user,
        at=timezone.now(),
        url=year.get_absolute_url(),
    )
    tasks.visit_items.enqueue(year=year.pk, progress=begun.pk)
    return redirect("tasks:progress", begun.pk)


def proof_of(rows: QuerySet[Visit]) -> Table:
    """Return what visits prove, one row for each address."""
    return Table(
        _("What the visits prove"),
        columns=[
            Column("url", pgettext("web", "Address")),
            Column("opened", _("Opened, of all visits"), numeric=True),
            Column("first", _("First visit")),
            Column("last", _("Last visit")),
            Column("gap", _("Longest gap")),
            Column("now", _("Last outcome")),
        ],
        rows=[_proved(one) for one in queries.histories_of(rows.order_by())],
        empty=_("Nobody has visited this item yet."),
    )


def _proved(one: History) -> Row:
    return Row(
        cells=[
            _address(one),
            f"{with_commas(one.opened)}/{with_commas(one.count)} ({one.share.normalize():f}%)",
            short_date(one.first),
            short_moment(one.last),
            _gap(one),
            _outcome(one.newest),
        ]
    )


def _gap(one: History) -> str:
    hours = round(one.longest_gap.total_seconds() / 3600)
    if hours <= _HOURS:
        return ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": hours}
    days = round(hours / 24)
    return ngettext("%(n)s day", "%(n)s days", days) % {"n": days}


def _item_of(request: StaffRequest, pk: int) -> Item:
    return get_object_or_404(queries.items_visible_to(request.user), pk=pk)


def _must_verify(request: StaffRequest) -> None:
    if not permissions.can_verify(request.user, on=today()):
        raise PermissionDenied
