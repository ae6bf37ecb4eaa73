"""How lists are narrowed: words to search for, choices, fiscal years."""

# ruff: noqa: ANN401  # Django hands keywords and values over without types

from datetime import date, datetime, time
from functools import reduce
from operator import and_, or_
from typing import Any

import django_filters
from django.db.models import DateTimeField, Q, QuerySet
from django.utils.timezone import make_aware
from django.utils.translation import gettext_lazy as _

from prongsai.ita.thai import fiscal
from prongsai.ita.thai.digits import to_arabic, to_thai
from prongsai.ita.thai.text import clean
from prongsai.ui.fields import ThaiDateField, ThaiIntegerField
from prongsai.ui.forms import Form

EMPTY_CHOICE = "---------"
LONGEST_SEARCH = 200
MOST_WORDS = 8


class Filters(django_filters.FilterSet):  # type: ignore[misc]  # untyped library
    """Base of the filters of a list: ``search_in`` names the fields words are sought in.

    What makes no sense is not filtered by; the form beside the list says so.
    """

    search_in: tuple[str, ...] = ()
    q = django_filters.CharFilter(
        label=_("Search"), method="search", max_length=LONGEST_SEARCH
    )

    class Meta:
        form = Form

    def get_form_class(self) -> type[Form]:
        """Return the form of the filters: ours, whatever a list says of its model."""
        for each in self.filters.values():
            _name_the_empty_choice(each)
        fields = {name: each.field for name, each in self.filters.items()}
        return type(f"{type(self).__name__}Form", (Form,), fields)

    def search(self, rows: QuerySet[Any], _name: str, text: str) -> QuerySet[Any]:
        """Keep the rows that hold every word somewhere; Thai and Arabic digits are one."""
        words = clean(text).split()[:MOST_WORDS]
        if not words or not self.search_in:
            return rows
        return rows.filter(reduce(and_, (self._anywhere(word) for word in words)))

    def _anywhere(self, word: str) -> Q:
        spellings = {word, to_arabic(word), to_thai(word)}
        return reduce(
            or_,
            (
                Q(**{f"{name}__icontains": spelling})
                for name in self.search_in
                for spelling in sorted(spellings)
            ),
        )


def _name_the_empty_choice(chosen_by: django_filters.Filter) -> None:
    """Call no choice "all", unless the list calls it something of its own."""
    kinds = (django_filters.ChoiceFilter, django_filters.ModelChoiceFilter)
    said = chosen_by.extra.get("empty_label", EMPTY_CHOICE)
    if isinstance(chosen_by, kinds) and said == EMPTY_CHOICE:
        chosen_by.extra["empty_label"] = _("all")


class DateFilter(django_filters.Filter):  # type: ignore[misc]  # untyped library
    """Filters by a day that is typed as people type days."""

    field_class = ThaiDateField


class FiscalYearFilter(django_filters.Filter):  # type: ignore[misc]  # untyped library
    """Keeps the rows whose day lies in a fiscal year of the Buddhist era."""

    field_class = ThaiIntegerField

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Fiscal year"))
        super().__init__(**{"min_value": 2500, "max_value": 2599, **kwargs})

    def filter(self, qs: QuerySet[Any], value: int | None) -> QuerySet[Any]:
        """Keep the year's rows; a field with a time counts by its day here."""
        if value is None:
            return qs
        first, after = fiscal.first_day(value), fiscal.first_day(value + 1)
        since: list[date] = [first, after]
        if self._is_moment(qs):
            since = [make_aware(datetime.combine(d, time.min)) for d in (first, after)]
        bounds = {"gte": since[0], "lt": since[1]}
        return qs.filter(**{f"{self.field_name}__{k}": v for k, v in bounds.items()})

    def _is_moment(self, rows: QuerySet[Any]) -> bool:
        *way, last = self.field_name.split("__")
        model = rows.model
        for name in way:
            related = model._meta.get_field(name).related_model
            if not isinstance(related, type):
                raise TypeError(self.field_name)
            model = related
        return isinstance(model._meta.get_field(last), DateTimeField)
