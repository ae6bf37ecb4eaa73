"""What the verbs of this application mean, for the pages of history."""

from django.utils.translation import pgettext_lazy

VERBS = {
    "tasks.tried_again": pgettext_lazy("history", "Failed work tried again"),
}
