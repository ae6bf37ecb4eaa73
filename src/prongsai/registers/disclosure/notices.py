"""What people of the office are told about disclosure: numbers and days, never names."""

from django.utils.translation import gettext_lazy as _

from prongsai.foundations.notifications.notices import Notice

NOTICES = {
    "disclosure.broke": Notice(
        subject=_("Item %(number)s of %(year)s does not open as published"),
        body=_(
            "The watcher visited item %(number)s of fiscal year %(year)s as a stranger. "
            "Addresses that do not open, or show something else: %(count)s."
        ),
    ),
    "disclosure.opened-again": Notice(
        subject=_("Item %(number)s of %(year)s opens again"),
        body=_(
            "Every address of item %(number)s of fiscal year %(year)s opens again and "
            "shows what was published."
        ),
    ),
    "disclosure.due-soon": Notice(
        subject=_("Item %(number)s of %(year)s is due on %(due)s"),
        body=_(
            "Item %(number)s of fiscal year %(year)s is not published yet. "
            "It is due on %(due)s."
        ),
    ),
    "disclosure.overdue": Notice(
        subject=_("Item %(number)s of %(year)s is overdue since %(due)s"),
        body=_(
            "Item %(number)s of fiscal year %(year)s was due on %(due)s and is not "
            "published yet."
        ),
    ),
    "disclosure.window": Notice(
        subject=_("Disclosure of %(year)s: %(count)s items are not ready"),
        body=_(
            "The assessment's window opens on %(date)s. Items of fiscal year %(year)s "
            "that are not published, outdated or broken: %(count)s."
        ),
    ),
}
