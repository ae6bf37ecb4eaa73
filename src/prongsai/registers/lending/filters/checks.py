"""How the list of a count is narrowed while walking from room to room."""

# django-filter hands values over without types

from typing import Any

import django_filters
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.organisations.queries import divisions
from prongsai.registers.lending.queries.checks import DIFFERS
from prongsai.ui.filtering import Filters

_CONDITIONS: dict[str, Q] = {
    "open": Q(found__isnull=True),
    "seen": Q(found__gt=0),
    "not_found": Q(found__lt=F("expected")),
    "differs": DIFFERS,
}


class ItemFilters(Filters):
    """By words, division, and whether a line is open, seen, lacking or different."""

    search_in = ("code", "name_th", "asset__name_en", "expected_place")

    seen = django_filters.ChoiceFilter(
        choices=[
            ("open", _("Not counted yet")),
            ("seen", _("Found")),
            ("not_found", _("Not found, or not all")),
            ("differs", _("Different from the register")),
        ],
        label=_("Counted"),
        method="as_seen",
    )
    division = django_filters.ModelChoiceFilter(
        queryset=lambda _request: divisions(), label=_("Division")
    )

    def as_seen(self, rows: QuerySet[Any], _name: str, how: str) -> QuerySet[Any]:
        """Keep lines by what was seen of them."""
        return rows.filter(_CONDITIONS[how])
