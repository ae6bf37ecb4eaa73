"""What the administrator should know about mail: letters that could not be sent yet."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from prongsai.foundations.notifications import queries
from prongsai.foundations.tasks.concerns import Concern
from prongsai.ui.writing import short_moment


def waiting_letters() -> list[Concern]:
    """Say how many letters the mail server has not taken, and since when."""
    count, since = queries.refused_letters()
    if not count or since is None:
        return []
    text = ngettext(
        "%(count)d letter waits since %(since)s and is tried again by itself. "
        "The inbox works meanwhile.",
        "%(count)d letters wait since %(since)s and are tried again by themselves. "
        "The inbox works meanwhile.",
        count,
    )
    return [
        Concern(
            title=_("The mail server does not take letters"),
            text=text % {"count": count, "since": short_moment(since)},
        )
    ]
