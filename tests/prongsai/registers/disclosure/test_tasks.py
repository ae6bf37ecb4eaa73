"""The night of disclosure: visits, checks, reminders; packs that are made beside it."""

from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.files.actions.opening import bytes_of
from prongsai.foundations.notifications.models import Notification
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.tasks import progress
from prongsai.foundations.tasks.models import Progress
from prongsai.foundations.tasks.office import OFFICE
from prongsai.registers.disclosure import tasks
from prongsai.registers.disclosure.actions import visits
from prongsai.registers.disclosure.documents.pack_reading import verify
from prongsai.registers.disclosure.models import Check, Visit
from prongsai.registers.disclosure.queries import exporting
from prongsai.registers.disclosure.queries import visits as watched
from tests.cast import NOW, make_user
from tests.visiting import make_published, website

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def run(task: Any, **arguments) -> None:
    """Run a task as the worker does."""
    task.func(**arguments, **{OFFICE: tenancy.required()})


@pytest.fixture
def site(settings, monkeypatch):
    with website() as found:
        settings.SITE_ADDRESS = found.address
        monkeypatch.setattr(tasks, "Round", found.going)
        yield found


def test_a_round_visits_everything_public_and_tells_how_far_it_is(site):
    items = [make_published(), make_published(code="o8")]
    for item in items:
        site.serve(item.published)
    analyst = make_user(role=Role.ANALYST)
    begun = progress.begin("x", by=analyst, at=NOW)

    run(tasks.visit_items, progress=begun.pk)

    begun.refresh_from_db()
    assert (begun.state, begun.done, begun.total) == ("done", 2, 2)
    assert set(Visit.objects.values_list("item__code", flat=True)) == {"o7", "o8"}
    assert set(Visit.objects.values_list("outcome", flat=True)) == {"up"}


def test_a_round_begins_with_the_longest_unvisited_and_goes_on_the_next_night(site):
    first, second = make_published(), make_published(code="o8")
    for item in (first, second):
        site.serve(item.published)
    visits.visit(first, at=NOW, going=site.going())

    codes = [item.code for item in watched.to_visit()]
    run(tasks.visit_items)

    assert codes == ["o8", "o7"]
    assert site.heard[2][0] == "/ita/2569/o8/"


def test_a_round_that_runs_out_of_time_leaves_the_rest_and_still_ends(
    site, monkeypatch
):
    for code in ("o7", "o8"):
        site.serve(make_published(code=code).published)
    moments = iter([0.0] * 4)

    def hurried():
        going = site.going()
        going.clock = lambda: next(moments, 9999.0)
        return going

    monkeypatch.setattr(tasks, "Round", hurried)

    run(tasks.visit_items)

    assert set(Visit.objects.values_list("item__code", flat=True)) == {"o7"}


def test_one_item_is_visited_alone(site):
    item = make_published()
    make_published(code="o8")
    site.serve(item.published)

    run(tasks.visit_items, item=item.pk)

    assert set(Visit.objects.values_list("item__code", flat=True)) == {"o7"}


@pytest.mark.slow
def test_the_night_checks_what_is_public():
    make_published()

    run(tasks.check_items)

    assert Check.objects.filter(of_version__isnull=False).count() == 1


def test_the_accountable_person_is_reminded_before_and_after_the_day():
    item = make_published().year.items.get(code="o9")
    item.accountable, item.due_on = make_user(), date(2026, 4, 1)
    item.save(update_fields=["accountable", "due_on"])

    for day in (18, 20, 29):
        tasks.remind(date(2026, 3, day), NOW)
    tasks.remind(date(2026, 4, 2), NOW)

    told = Notification.objects.filter(receiver=item.accountable).order_by("pk")
    assert [one.code for one in told] == [
        "disclosure.due-soon",
        "disclosure.due-soon",
        "disclosure.overdue",
    ]


@pytest.mark.parametrize(("day", "count"), [(9, 1), (10, 0), (16, 1)])
def test_the_clerk_hears_each_monday_before_the_window(day, count):
    year = make_published().year
    year.window_starts, year.window_ends = date(2026, 4, 1), date(2026, 4, 30)
    year.save(update_fields=["window_starts", "window_ends"])
    clerk = make_user(role=Role.CLERK)

    tasks.digest(date(2026, 3, day), NOW)

    assert Notification.objects.filter(receiver=clerk).count() == count


def test_a_pack_is_made_kept_and_proves_itself(site, tmp_path):
    item = make_published()
    site.serve(item.published)
    visits.visit(item, at=NOW, going=site.going())
    analyst = make_user(role=Role.ANALYST)
    begun = progress.begin("x", by=analyst, at=timezone.now())

    run(tasks.make_pack, year=item.year_id, by=analyst.pk, progress=begun.pk)

    (kept,) = exporting.packs_of(item.year)
    shown = Progress.objects.get(pk=begun.pk)
    assert (shown.state, shown.url) == ("done", kept.get_absolute_url())
    with bytes_of(kept) as content:
        path = tmp_path / "pack.zip"
        path.write_bytes(content.read())
    assert verify(path).flaws == ()


def test_packs_are_read_by_whoever_verifies_the_year_of_their_own_office():
    item = make_published()

    assert exporting.can_read_pack(make_user(role=Role.AUDITOR), item.year_id)
    assert not exporting.can_read_pack(make_user(), item.year_id)
