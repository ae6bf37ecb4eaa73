"""How the items of a year are narrowed down."""

# ruff: noqa: ANN401  # django-filter hands values over without types

from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.accounts.queries import capacities
from prongsai.foundations.organisations.queries import divisions, with_sections
from prongsai.registers.disclosure.states import ItemState
from prongsai.ui.filtering import Filters


class ItemFilters(Filters):
    """By words, state and division; only one's own, only what is not public."""

    search_in = ("code", "title_th", "title_en")

    state = django_filters.ChoiceFilter(choices=ItemState.choices, label=_("State"))
    division = django_filters.ModelChoiceFilter(
        queryset=lambda _request: divisions(),
        label=_("Responsible division"),
        method="in_division",
    )
    show = django_filters.ChoiceFilter(
        choices=[("mine", _("only mine")), ("missing", _("only what is not public"))],
        label=_("Show only"),
        method="narrowed",
    )

    def in_division(
        self, rows: QuerySet[Any], _name: str, division: Any
    ) -> QuerySet[Any]:
        """Keep a division and its sections."""
        return rows.filter(division__in=with_sections(division))

    def narrowed(self, rows: QuerySet[Any], _name: str, choice: str) -> QuerySet[Any]:
        """Keep what a person or their division keeps, or what is not public."""
        if choice == "missing":
            return rows.filter(published__isnull=True)
        user = getattr(self.request, "user", None)
        if not isinstance(user, User):
            return rows
        held = capacities(user, on=localdate())
        own = [one.division.pk for one in held if one.division is not None]
        return rows.filter(Q(accountable=user) | Q(division__in=own))
