"""How the asset register is searched and narrowed."""

# ruff: noqa: ANN401  # django-filter hands values over without types

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.organisations.queries import divisions, with_sections
from prongsai.registers.lending.queries import assets as queries
from prongsai.registers.lending.states.assets import (
    AssetKind,
    AssetState,
    Condition,
    DisposalHow,
)
from prongsai.ui.filtering import Filters, FiscalYearFilter


class AssetFilters(Filters):
    """By words, group with its subgroups, division with its sections, kind and state."""

    search_in = ("code", "name_th", "name_en", "serial", "brand", "model_name", "place")

    group = django_filters.ModelChoiceFilter(
        queryset=lambda _request: queries.groups(),
        label=_("Asset group"),
        method="in_group",
    )
    division = django_filters.ModelChoiceFilter(
        queryset=lambda _request: divisions(),
        label=_("Responsible division"),
        method="in_division",
    )
    kind = django_filters.ChoiceFilter(choices=AssetKind.choices, label=_("Kind"))
    condition = django_filters.ChoiceFilter(
        choices=Condition.choices, label=_("Condition")
    )
    state = django_filters.ChoiceFilter(choices=AssetState.choices, label=_("State"))

    def in_group(self, rows: QuerySet[Any], _name: str, group: Any) -> QuerySet[Any]:
        """Keep a group and what is inside it."""
        return rows.filter(group__in=queries.group_with_subgroups(group))

    def in_division(
        self, rows: QuerySet[Any], _name: str, division: Any
    ) -> QuerySet[Any]:
        """Keep a division and its sections."""
        return rows.filter(division__in=with_sections(division))


class DisposalFilters(Filters):
    """By words, way of disposal and fiscal year."""

    search_in = ("asset__code", "asset__name_th", "asset__name_en", "memo_number")

    how = django_filters.ChoiceFilter(
        choices=DisposalHow.choices, label=_("Way of disposal")
    )
    year = FiscalYearFilter(field_name="struck_off_on")
