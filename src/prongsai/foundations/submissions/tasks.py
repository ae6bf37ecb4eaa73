"""What is done every day: numbers of forms are kept a week, not for ever."""

from datetime import date, datetime

from django.conf import settings

from prongsai.foundations.submissions import keys


def forget_old_submissions(_day: date, at: datetime) -> None:
    """Remove the numbers of forms sent long ago."""
    keys.forget(days=settings.SUBMISSIONS_KEPT_DAYS, at=at)


DAILY = [forget_old_submissions]
