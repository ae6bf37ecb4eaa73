"""What the verbs of this application mean, for the pages of history."""

from django.utils.translation import pgettext_lazy

VERBS = {
    "evidence.taken": pgettext_lazy("history", "Figure taken"),
    "evidence.verified": pgettext_lazy("history", "Figure verified"),
    "evidence.added": pgettext_lazy("history", "Evidence added"),
    "evidence.replaced": pgettext_lazy("history", "Evidence replaced"),
    "evidence.withdrawn": pgettext_lazy("history", "Evidence withdrawn"),
    "evidence.checked": pgettext_lazy("history", "Evidence checked"),
}
