"""What people of the office are told about articles: numbers and dates, never names."""

from django.utils.translation import gettext_lazy as _

from prongsai.foundations.notifications.notices import Notice

NOTICES = {
    "news.to-publish": Notice(
        subject=_("An article waits to be published (no. %(number)s)"),
        body=_("Please read article no. %(number)s and publish it, or send it back."),
    ),
    "news.not-published": Notice(
        subject=_("An article was not published on its day (no. %(number)s)"),
        body=_(
            "The self-check found something in article no. %(number)s. Please look."
        ),
    ),
    "news.not-posted": Notice(
        subject=_("An article was not posted (no. %(number)s)"),
        body=_(
            "Please open article no. %(number)s and see what became of the posting."
        ),
    ),
}
