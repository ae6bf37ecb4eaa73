"""Visits are written down for good; an item breaks and mends by what strangers meet."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.audit.models import Event
from prongsai.foundations.notifications.models import Notification
from prongsai.foundations.publications.actions import Attached, publish, withdraw
from prongsai.registers.disclosure.actions import visits
from prongsai.registers.disclosure.actions.visiting import walk
from prongsai.registers.disclosure.models import Visit
from prongsai.registers.disclosure.states import ItemState, VisitOutcome
from tests.cast import NOW, make_user
from tests.visiting import make_published, moves, sends, website

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
PAPER = Attached(name="o7.pdf", content_type="application/pdf", content=b"%PDF-1.7 o7")
DAY = timedelta(days=1)


@pytest.fixture
def site(settings):
    with website() as found:
        settings.SITE_ADDRESS = found.address
        yield found


def night(item, site, n=0, **manners):
    """One round on the n-th night; return the outcomes by the end of the address."""
    found = visits.visit(item, at=NOW + n * DAY, going=site.going(**manners))
    item.refresh_from_db()
    return {one.url.rsplit("/", 1)[-1]: one.outcome for one in found}


def served(site, **fields):
    item = make_published(**fields)
    site.serve(item.published)
    return item


def told():
    return list(Notification.objects.order_by("pk").values_list("code", flat=True))


def test_visit_records_page_data_and_files_with_their_digests(site):
    item = served(site, files=[PAPER])

    assert night(item, site) == {"": "up", "o7.json": "up", "o7.pdf": "up"}

    rows = {row.url.rsplit("/", 1)[-1]: row for row in Visit.objects.all()}
    assert rows["o7.pdf"].digest == rows["o7.pdf"].expected == PAPER.sha256
    assert rows["o7.json"].digest == item.published.digest
    assert all(row.is_own and row.status == 200 for row in rows.values())
    assert item.state == ItemState.PUBLISHED
    assert told() == []


def test_a_visit_is_never_changed_and_never_removed(site):
    night(served(site), site)

    for deed in (lambda rows: rows.update(outcome="up"), lambda rows: rows.delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            deed(Visit.objects.all())


def test_other_bytes_break_the_item_and_the_right_ones_mend_it(site):
    item = served(site, files=[PAPER])
    accountable = make_user()
    item.accountable = accountable
    item.save(update_fields=["accountable"])
    path = f"{item.published.publication.get_absolute_url()}files/o7.pdf"
    right, site.pages[path] = site.pages[path], sends(b"%PDF-1.7 forged")

    assert night(item, site)["o7.pdf"] == VisitOutcome.CHANGED
    assert item.state == ItemState.BROKEN
    night(item, site, 1)
    site.pages[path] = right
    night(item, site, 2)

    assert item.state == ItemState.PUBLISHED
    assert set(told()) == {"disclosure.broke", "disclosure.opened-again"}
    mine = Notification.objects.filter(receiver=accountable)
    assert [n.code for n in mine.order_by("pk")] == [
        "disclosure.broke",
        "disclosure.opened-again",
    ]
    verbs = Event.objects.filter(
        verb__in=["disclosure.broke", "disclosure.opened-again"]
    )
    assert verbs.count() == 2


def test_an_outdated_item_may_break_and_a_draft_keeps_its_state(site):
    item = make_published()  # nothing is served: everything is missing
    for state, after in (("outdated", "broken"), ("draft", "draft")):
        item.state = state
        item.save(update_fields=["state"])

        assert set(night(item, site).values()) == {"missing"}
        assert item.state == after


def test_a_night_without_a_website_does_not_fill_the_inbox(site):
    analyst = make_user(role=Role.ANALYST)
    for n in range(1, visits.MOST_TOLD + 3):
        night(make_published(code=f"o{n}"), site)

    heard = Notification.objects.filter(receiver=analyst)
    assert heard.count() == visits.MOST_TOLD


def test_links_elsewhere_are_visited_only_where_that_is_switched_on(site, settings):
    link = f"http://www.example.org:{site.port}/manual"
    item = served(site, links=[link])
    site.pages["/manual"] = moves(f"http://www.example.org:{site.port}/new")
    site.pages["/new"] = sends(b"<h1>Manual</h1>")

    settings.PRONGSAI_CHECK_LINKS = False
    assert "manual" not in night(item, site)
    settings.PRONGSAI_CHECK_LINKS = True
    assert night(item, site, 1)["manual"] == VisitOutcome.MOVED

    assert not Visit.objects.get(url=link).is_own


def test_another_site_has_one_bad_night_but_not_two(site, settings):
    settings.PRONGSAI_CHECK_LINKS = True
    item = served(site, links=[f"http://www.example.org:{site.port}/manual"])
    site.pages["/manual"] = sends(b"-", 503)

    assert night(item, site)["manual"] == VisitOutcome.DOWN
    assert item.state == ItemState.PUBLISHED
    night(item, site, 1)
    assert item.state == ItemState.BROKEN
    night(
        item, site, 2, most_links=0
    )  # not asked this time: nothing is known to be well
    assert item.state == ItemState.BROKEN


def test_what_is_gone_elsewhere_breaks_the_item_at_once(site, settings):
    settings.PRONGSAI_CHECK_LINKS = True
    item = served(site, links=[f"http://www.example.org:{site.port}/gone"])

    night(item, site)

    assert item.state == ItemState.BROKEN


def test_what_was_published_anew_during_the_visit_makes_it_worthless(site):
    item = served(site)
    plan = visits.planned(item)
    assert plan is not None
    seen = list(walk(plan, going=site.going()))
    item.published = publish(
        address="ita/2569/o7", title_th="ใหม่", title_en="New",
        content={"parts": []}, by=None, at=NOW + DAY,
    )  # fmt: skip
    item.save(update_fields=["published"])

    assert visits.keep(plan, seen, by=None, at=NOW + DAY) == []
    assert not Visit.objects.exists()


def test_what_was_taken_back_or_never_published_is_not_visited(site):
    item = served(site)
    clerk = make_user(role=Role.CLERK)
    withdraw(
        item.published.publication, reason_th="ผิด", reason_en="Wrong", by=clerk, at=NOW
    )
    never = item.year.items.get(code="o8")

    assert visits.visit(item, at=NOW, going=site.going()) == []
    assert visits.visit(never, at=NOW, going=site.going()) == []
    assert site.heard == []


def test_visit_is_refused_to_whoever_may_not_verify(site):
    item = served(site)

    with pytest.raises(PermissionDenied):
        visits.visit(item, by=make_user(), at=NOW, going=site.going())
    assert site.heard == []
