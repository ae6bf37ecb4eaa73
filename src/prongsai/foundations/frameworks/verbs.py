"""What the verbs of this application mean, for the pages of history."""

from django.utils.translation import pgettext_lazy

VERBS = {
    "frameworks.in-force": pgettext_lazy("history", "Framework put in force"),
    "frameworks.proposed": pgettext_lazy("history", "Framework installed to compare"),
    "frameworks.rejected": pgettext_lazy("history", "Framework not taken over"),
}
