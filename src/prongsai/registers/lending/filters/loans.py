"""How the list of loans is searched and narrowed."""

# ruff: noqa: ANN401  # django-filter hands values over without types

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.organisations.queries import divisions, with_sections
from prongsai.registers.lending.models.loan_choices import BorrowerKind
from prongsai.registers.lending.queries import loans as queries
from prongsai.registers.lending.states.loans import LoanState
from prongsai.ui.filtering import Filters
from prongsai.ui.listing import FiscalYearFilter


class LoanFilters(Filters):
    """By words, state, borrower, division with its sections, year, and what is overdue."""

    search_in = ("number", "borrower_name", "borrower_position", "purpose", "place")

    state = django_filters.ChoiceFilter(choices=LoanState.choices, label=_("State"))
    overdue = django_filters.ChoiceFilter(
        choices=[("yes", _("Overdue")), ("unchased", _("Overdue and not chased"))],
        label=_("Due date"),
        method="is_overdue",
    )
    kind = django_filters.ChoiceFilter(
        field_name="borrower_kind", choices=BorrowerKind.choices, label=_("Borrower")
    )
    division = django_filters.ModelChoiceFilter(
        queryset=lambda _request: divisions(),
        label=_("Responsible division"),
        method="in_division",
    )
    year = FiscalYearFilter(field_name="requested_at")

    def is_overdue(self, rows: QuerySet[Any], _name: str, value: str) -> QuerySet[Any]:
        """Keep what should be back by now; perhaps only what nobody has chased."""
        today = timezone.localdate()
        if value == "unchased":
            return queries.not_chased(rows, on=today)
        return queries.overdue(rows, on=today)

    def in_division(
        self, rows: QuerySet[Any], _name: str, division: Any
    ) -> QuerySet[Any]:
        """Keep a division and its sections."""
        return rows.filter(division__in=with_sections(division))
