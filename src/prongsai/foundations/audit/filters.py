"""How the history is narrowed down."""

from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.audit.models import Event
from prongsai.foundations.audit.words import verbs
from prongsai.ui.filtering import DateFilter, Filters


def _verbs() -> list[tuple[str, str]]:
    """Return every deed there are words for, in the order of the words."""
    return sorted(
        ((verb, str(words)) for verb, words in verbs().items()), key=lambda p: p[1]
    )


class EventFilters(Filters):
    """By words in person, deed or thing; by deed; by day."""

    search_in = ("actor", "target", "verb")

    verb = django_filters.ChoiceFilter(label=_("Deed"), choices=_verbs)
    since = DateFilter(label=_("From day"), field_name="at", lookup_expr="date__gte")
    until = DateFilter(label=_("To day"), field_name="at", lookup_expr="date__lte")

    class Meta(Filters.Meta):
        model = Event
        fields: list[Any] = []
