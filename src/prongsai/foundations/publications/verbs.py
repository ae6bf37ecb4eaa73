"""What the verbs of this application mean, for the pages of history."""

from django.utils.translation import pgettext_lazy

VERBS = {
    "publications.published": pgettext_lazy("history", "Page published"),
    "publications.withdrawn": pgettext_lazy("history", "Published page withdrawn"),
    "publications.moved": pgettext_lazy("history", "Address moved"),
}
