"""The list of all evidence of an office: its columns and what it can be narrowed by."""

# django-filter hands values over without types

from datetime import date
from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from prongsai.foundations.evidence import owners, panels
from prongsai.foundations.evidence.models import SOON, Evidence, Kind, State
from prongsai.ui.filtering import Filters, FiscalYearFilter
from prongsai.ui.tables import Cell, Column

CURRENT, ENDING, OVER, FORMER = "current", "soon", "expired", "former"


class EvidenceFilters(Filters):
    """By words, kind, validity, the last check, and the year the period begins in."""

    search_in = ("title", "note", "url")
    kind = django_filters.ChoiceFilter(
        choices=Kind.choices, label=pgettext_lazy("evidence", "Kind")
    )
    holds = django_filters.ChoiceFilter(
        choices=[
            (CURRENT, pgettext_lazy("evidence", "current")),
            (ENDING, _("expires soon")),
            (OVER, _("expired")),
            (FORMER, _("replaced or withdrawn")),
        ],
        label=pgettext_lazy("evidence", "Validity"),
        method="by_validity",
    )
    last_state = django_filters.ChoiceFilter(
        choices=State.choices, label=_("Last check")
    )
    year = FiscalYearFilter(field_name="start")

    def by_validity(self, rows: QuerySet[Any], _name: str, value: str) -> QuerySet[Any]:
        """Keep what holds, ends soon, is over, or is out of use."""
        return rows.filter(_validity(value, timezone.localdate()))


def columns(*, on: date) -> list[Column]:
    """Return the columns of the list."""
    titles = _Titles()
    return [
        Column("title", str(_("What it shows")), sort="title"),
        Column("kind", str(pgettext_lazy("evidence", "Kind")), sort="kind"),
        Column("owner", str(_("Belongs to")), value=titles),
        Column("period", str(_("Period")), sort="start end", value=panels.period_of),
        Column("collected_at", str(_("Collected")), sort="collected_at"),
        Column(
            "holds",
            str(pgettext_lazy("evidence", "Validity")),
            sort="expires_on",
            value=lambda row: _badge(row, on),
        ),
    ]


class _Titles:
    """What the rows of evidence are called, asked once for each kind of row."""

    def __init__(self) -> None:
        self.known: dict[str, dict[int, str]] = {}

    def __call__(self, row: Evidence) -> Cell:
        owner = owners.owner_of(row.owner_kind)
        if row.owner_kind not in self.known:
            pks = Evidence.objects.filter(
                organisation=row.organisation_id, owner_kind=row.owner_kind
            )
            every = set(pks.order_by().values_list("owner_pk", flat=True).distinct())
            self.known[row.owner_kind] = dict(owner.titles(every))
        title = self.known[row.owner_kind].get(row.owner_pk, "")
        return Cell(title, href=owner.url_of(row.owner_pk))


def _badge(row: Evidence, on: date) -> Cell:
    badges = panels.badges_of(row, on=on)
    return Cell(badges[-1].label, tone=badges[-1].tone)


def _validity(value: str, on: date) -> Q:
    in_use = Q(replaced_at__isnull=True, withdrawn_at__isnull=True)
    over = Q(expires_on__lt=on)
    if value == FORMER:
        return ~in_use
    if value == OVER:
        return in_use & over
    if value == ENDING:
        return in_use & Q(expires_on__gte=on, expires_on__lte=on + SOON)
    return in_use & (Q(expires_on__isnull=True) | Q(expires_on__gte=on))
