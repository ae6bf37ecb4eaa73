"""How the list of people is narrowed."""

import django_filters
from django.utils.translation import gettext_lazy as _

from prongsai.ui.listing import Filters


class PeopleFilters(Filters):
    """By words, and by whether they may sign in."""

    search_in = ("first_name", "last_name", "username", "email", "posts__title_th")
    is_active = django_filters.ChoiceFilter(
        label=_("May sign in"),
        choices=[("True", _("yes")), ("False", _("no"))],
        empty_label=_("all"),
    )
