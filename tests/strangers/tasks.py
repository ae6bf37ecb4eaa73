"""Alice's failed work and her long work, for the wall test."""

from prongsai.foundations.tasks import progress
from prongsai.foundations.tasks.models import Failure
from tests.cast import NOW, make_user


def index(office):
    return {"secrets": [failure(office)["work"]]}


def failure(office):
    row = Failure.objects.create(
        organisation=office,
        name="prongsai.foundations.tasks.schedule.run_daily",
        arguments={"office": office.pk, "work": "alices.secret.work"},
        code="tasks.reason.fault",
        failed_at=NOW,
    )
    return {"pk": row.pk, "work": "alices.secret.work"}


def again(office):
    found = failure(office)
    return {"kwargs": {"pk": found["pk"]}, "secrets": [found["work"]]}


def long_work(office):
    alice = make_user(office=office)
    row = progress.begin("alices.secret.work", by=alice, at=NOW)
    return {"kwargs": {"pk": row.pk}, "secrets": ["alices.secret.work"]}


CASES = {"tasks:index": index, "tasks:again": again, "tasks:progress": long_work}
