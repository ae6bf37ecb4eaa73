"""How the register of numbers is narrowed down."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.numbering import queries
from prongsai.foundations.numbering.kinds import label_of
from prongsai.foundations.numbering.models import Number
from prongsai.ui.fields import ThaiIntegerField
from prongsai.ui.filtering import Filters


def _kinds() -> list[tuple[str, str]]:
    return [(kind, label_of(kind)) for kind in queries.kinds()]


class _Whole(django_filters.Filter):  # type: ignore[misc]  # the library has no types
    """A whole number, typed in either digits."""

    field_class = ThaiIntegerField


class NumberFilters(Filters):
    """By kind, by year, and only those that are void."""

    search_in = ("kind", "void_reason")

    kind = django_filters.ChoiceFilter(label=_("Series"), choices=_kinds)
    year = _Whole(label=_("Year"), min_value=2500, max_value=2599)
    void = django_filters.ChoiceFilter(
        label=_("State"),
        choices=[("no", _("in force")), ("yes", _("void"))],
        method="by_state",
    )

    class Meta(Filters.Meta):
        model = Number
        fields: list[Any] = []

    def by_state(
        self, rows: QuerySet[Number], _name: str, value: str
    ) -> QuerySet[Number]:
        """Keep those in force, or those that are void."""
        return rows.filter(voided_at__isnull=value == "no")
