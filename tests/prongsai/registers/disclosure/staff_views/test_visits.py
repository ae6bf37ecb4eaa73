"""The pages of the watcher and of what leaves the house, each for the right people."""

import io
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_tasks import task_backends
from openpyxl import load_workbook

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.tasks.models import Progress
from prongsai.registers.disclosure.actions import visits
from prongsai.registers.disclosure.actions.visiting import Seen
from prongsai.registers.disclosure.states import VisitOutcome
from tests.cast import NOW, client_of, make_user
from tests.visiting import make_published

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
DUMMY = "django_tasks.backends.dummy.DummyBackend"


def visited(item, outcome=VisitOutcome.UP, detail=""):
    plan = visits.planned(item)
    assert plan is not None
    seen = [
        Seen(target=one, outcome=outcome, status=200, detail=detail)
        for one in plan.targets
    ]
    visits.keep(plan, seen, by=None, at=NOW)
    item.refresh_from_db()
    return item


def test_history_shows_every_visit_and_what_they_prove():
    item = visited(make_published())
    visited(item, VisitOutcome.CHANGED, "wrong-document")
    client = client_of(make_user())

    page = client.get(
        reverse("disclosure:visits", args=[item.pk]), headers={"accept-language": "en"}
    )
    file = client.get(reverse("disclosure:visits", args=[item.pk]) + "?export=csv")

    assert page.status_code == 200
    text = page.content.decode()
    assert "50%" in text
    assert "/ita/2569/o7.json" in text
    rows = file.content.decode("utf-8-sig").splitlines()
    assert len(rows) == 5
    assert item.published.digest in file.content.decode()


def test_history_asks_no_more_for_more_visits():
    item = visited(make_published())
    client = client_of(make_user())
    address = reverse("disclosure:visits", args=[item.pk])
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for _n in range(5):
        visited(item)
    with CaptureQueriesContext(connection) as many:
        client.get(address)

    assert len(many) == len(few)


@pytest.mark.parametrize("name", ["visit", "visit_year", "pack"])
def test_what_takes_long_is_put_into_the_queue_by_whoever_verifies(
    name, settings, django_capture_on_commit_callbacks
):
    settings.TASKS = {"default": {"BACKEND": DUMMY}}
    waiting: Any = task_backends["default"]
    waiting.clear()
    item = make_published()
    args = [item.pk] if name == "visit" else [2569]
    address = reverse(f"disclosure:{name}", args=args)

    refused = client_of(make_user()).post(address)
    with django_capture_on_commit_callbacks(execute=True):
        begun = client_of(make_user(role=Role.AUDITOR)).post(address)

    assert refused.status_code == 403
    (shown,) = Progress.objects.all()
    assert begun.headers["location"] == reverse("tasks:progress", args=[shown.pk])
    assert [one.kwargs["progress"] for one in waiting.results] == [shown.pk]


def test_addresses_are_exactly_what_the_assessment_asks_for(settings):
    settings.SITE_ADDRESS = "https://example.org"
    item = make_published()
    item.title_th = "=cmd()|title"
    item.save(update_fields=["title_th"])
    client = client_of(make_user(role=Role.MAYOR))
    address = reverse("disclosure:urls", args=[2569])

    answer = client.get(f"{address}?form=xlsx")
    sheet: Any = load_workbook(io.BytesIO(answer.content)).active
    plain = client.get(f"{address}?form=csv").content.decode("utf-8-sig")

    rows = list(sheet.iter_rows(values_only=True))
    assert len(rows) == 1 + item.year.items.count()
    found = next(row for row in rows if row[0] == "O7")
    assert found[1] == "=cmd()|title"
    assert sheet.cell(rows.index(found) + 1, 2).data_type == "s"
    assert found[2].endswith("/ita/2569/o7/")
    assert found[2].startswith("https://")
    assert (found[3], found[5]) == (1, item.published.digest)
    assert "'=cmd()|title" in plain
    assert client.get(f"{address}?form=exe").status_code == 404
    assert client_of(make_user()).get(address).status_code == 403


def test_page_for_the_assessor_opens_for_whoever_verifies():
    make_published()
    address = reverse("disclosure:pack", args=[2569])

    assert client_of(make_user(role=Role.ANALYST)).get(address).status_code == 200
    assert client_of(make_user()).get(address).status_code == 403
    assert (
        client_of(make_user(role=Role.ANALYST))
        .get(reverse("disclosure:pack", args=[2560]))
        .status_code
        == 404
    )
