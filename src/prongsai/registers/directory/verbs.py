"""The history of this register in words."""

from django.utils.translation import pgettext_lazy

VERBS = {
    "directory.entry-added": pgettext_lazy(
        "history", "Duty, channel or place entered in the directory"
    ),
    "directory.entry-edited": pgettext_lazy(
        "history", "Duty, channel or place of the directory corrected"
    ),
    "directory.entry-retired": pgettext_lazy(
        "history", "Duty, channel or place taken out of the directory"
    ),
    "directory.hours-set": pgettext_lazy("history", "Office hours set"),
    "directory.import-confirmed": pgettext_lazy(
        "history", "File of people and terms taken over"
    ),
    "directory.import-discarded": pgettext_lazy(
        "history", "File of people and terms thrown away"
    ),
    "directory.import-read": pgettext_lazy("history", "File of people and terms read"),
    "directory.person-added": pgettext_lazy(
        "history", "Person entered in the directory"
    ),
    "directory.person-edited": pgettext_lazy(
        "history", "Person of the directory corrected"
    ),
    "directory.photo-put": pgettext_lazy("history", "Photo put in the directory"),
    "directory.photo-taken-away": pgettext_lazy(
        "history", "Photo taken out of the directory"
    ),
    "directory.powers-written": pgettext_lazy("history", "Duties and powers written"),
    "directory.published": pgettext_lazy("history", "Directory published"),
    "directory.seat-abolished": pgettext_lazy("history", "Position abolished"),
    "directory.seat-added": pgettext_lazy("history", "Position entered"),
    "directory.seat-edited": pgettext_lazy("history", "Position corrected"),
    "directory.seat-moved": pgettext_lazy("history", "Position moved"),
    "directory.term-begun": pgettext_lazy("history", "Term of office entered"),
    "directory.term-corrected": pgettext_lazy("history", "Term of office corrected"),
    "directory.term-ended": pgettext_lazy("history", "Term of office ended"),
    "directory.term-struck": pgettext_lazy("history", "Term of office struck"),
}
