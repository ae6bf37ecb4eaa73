"""How the list of posters is narrowed."""

import django_filters
from django.utils.translation import gettext_lazy as _

from prongsai.registers.news.models.poster_contents import Subject
from prongsai.registers.news.models.posters import PosterKind
from prongsai.ui.filtering import Filters


class PosterFilters(Filters):
    """By subject and sheet; words in the title."""

    search_in = ("title",)
    subject = django_filters.ChoiceFilter(choices=Subject.choices, label=_("Subject"))
    kind = django_filters.ChoiceFilter(choices=PosterKind.choices, label=_("Sheet"))
