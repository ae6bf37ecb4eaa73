"""How the list of articles is narrowed."""

import django_filters
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.organisations.queries import divisions
from prongsai.registers.news.states import ArticleState, Category
from prongsai.ui.filtering import Filters
from prongsai.ui.listing import FiscalYearFilter


class ArticleFilters(Filters):
    """By words, state, category, division and fiscal year."""

    search_in = ("title_th", "title_en", "summary_th", "mission")
    state = django_filters.ChoiceFilter(choices=ArticleState.choices, label=_("State"))
    category = django_filters.ChoiceFilter(
        choices=Category.choices, label=_("Category")
    )
    division = django_filters.ModelChoiceFilter(
        queryset=lambda _request: divisions(), label=_("Responsible division")
    )
    year = FiscalYearFilter(field_name="happened_on")
