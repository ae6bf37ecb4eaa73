"""How the lists of meetings, committees, resolutions and circulars are narrowed."""

# ruff: noqa: ANN401  # django-filter hands values over without types

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from prongsai.foundations.organisations.queries import divisions, with_sections
from prongsai.registers.meetings.queries import committees, resolutions
from prongsai.registers.meetings.states import (
    CircularState,
    MeetingState,
    ResolutionState,
)
from prongsai.ui.filtering import Filters
from prongsai.ui.listing import FiscalYearFilter


class CommitteeFilters(Filters):
    """There are few: words are enough."""

    search_in = ("title",)


class MeetingFilters(Filters):
    """By words, state, committee and fiscal year."""

    search_in = ("committee__title", "subject", "place", "number")
    state = django_filters.ChoiceFilter(choices=MeetingState.choices, label=_("State"))
    committee = django_filters.ModelChoiceFilter(
        queryset=lambda request: committees.visible_to(request.user),
        label=_("Committee"),
    )
    year = FiscalYearFilter(field_name="day")


class ResolutionFilters(Filters):
    """By words, state, what is late, and division with its sections."""

    search_in = ("text", "note", "meeting__committee__title")
    state = django_filters.ChoiceFilter(
        choices=ResolutionState.choices, label=_("State")
    )
    late = django_filters.ChoiceFilter(
        choices=[("yes", pgettext_lazy("resolution", "Overdue"))],
        label=_("Due date"),
        method="is_late",
    )
    division = django_filters.ModelChoiceFilter(
        queryset=lambda _request: divisions(),
        label=_("Responsible division"),
        method="in_division",
    )
    year = FiscalYearFilter(field_name="meeting__day")

    def is_late(self, rows: QuerySet[Any], _name: str, _value: str) -> QuerySet[Any]:
        """Keep what should be done by now."""
        return resolutions.overdue(rows, on=timezone.localdate())

    def in_division(
        self, rows: QuerySet[Any], _name: str, division: Any
    ) -> QuerySet[Any]:
        """Keep a division and its sections."""
        return rows.filter(division__in=with_sections(division))


class CircularFilters(Filters):
    """By words, state and fiscal year."""

    search_in = ("subject", "text", "number")
    state = django_filters.ChoiceFilter(choices=CircularState.choices, label=_("State"))
    year = FiscalYearFilter(field_name="sent_at")
