"""Each day: forget what background work need not remember."""

from datetime import date, datetime, timedelta

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.organisations import tenancy
from prongsai.foundations.tasks.models import DailyRun, Failure, Progress
from prongsai.foundations.tasks.naming import labelled
from prongsai.foundations.tasks.schedule import Daily

DAYS_OF_RUNS, DAYS_OF_PROGRESS, DAYS_OF_FAILURES = 60, 30, 180
"""How long each is kept; a failure that nobody tried again is kept for good."""


@labelled(_("Clearing up of background work"))
def forget_the_old(_day: date, at: datetime) -> None:
    """Forget days long done, long work long finished, failures long tried again.

    The last day of each work stays: it tells which days are missed after a downtime.
    """
    office = tenancy.required()
    runs = at - timedelta(days=DAYS_OF_RUNS)
    finished = at - timedelta(days=DAYS_OF_PROGRESS)
    tried = at - timedelta(days=DAYS_OF_FAILURES)
    days = DailyRun.objects.filter(organisation=office)
    newest = (
        days.order_by()
        .values("name")
        .annotate(last=Max("pk"))
        .values_list("last", flat=True)
    )
    days.filter(begun_at__lt=runs).exclude(pk__in=list(newest)).delete()
    Progress.objects.filter(organisation=office, finished_at__lt=finished).delete()
    Failure.objects.filter(organisation=office, again_at__lt=tried).delete()


DAILY: list[Daily] = [forget_the_old]
