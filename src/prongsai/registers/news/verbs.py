"""The history of this register in words."""

from django.utils.translation import pgettext_lazy

VERBS = {
    "news.drafted": pgettext_lazy("history", "Article begun"),
    "news.edited": pgettext_lazy("history", "Article changed"),
    "news.handed-in": pgettext_lazy("history", "Article handed in"),
    "news.outlet-switched-off": pgettext_lazy(
        "history", "Posting elsewhere switched off"
    ),
    "news.outlet-switched-on": pgettext_lazy(
        "history", "Posting elsewhere switched on"
    ),
    "news.photo-described": pgettext_lazy("history", "Photo described"),
    "news.photo-removed": pgettext_lazy("history", "Photo removed"),
    "news.photos-added": pgettext_lazy("history", "Photos added"),
    "news.pinned": pgettext_lazy("history", "Article put on top or taken down"),
    "news.poster-changed": pgettext_lazy("history", "Poster changed"),
    "news.poster-made": pgettext_lazy("history", "Poster made"),
    "news.poster-removed": pgettext_lazy("history", "Poster removed"),
    "news.posting-asked": pgettext_lazy("history", "Posting asked for"),
    "news.posting-settled": pgettext_lazy("history", "Posting settled by hand"),
    "news.posting-tried": pgettext_lazy("history", "Posting tried"),
    "news.published": pgettext_lazy("history", "Article published"),
    "news.scheduled": pgettext_lazy("history", "Article set for a day"),
    "news.unscheduled": pgettext_lazy("history", "Article no longer set for a day"),
    "news.withdrawn": pgettext_lazy("history", "Article withdrawn"),
}
