"""Posters are made, changed and removed by those who may."""

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.audit.models import Event
from prongsai.foundations.records.versions import StalePage
from prongsai.registers.news.actions import posters
from prongsai.registers.news.models import Poster
from prongsai.registers.news.models.poster_contents import BadPoster, Subject
from tests.cast import NOW, make_user
from tests.posters import draft_of, make_poster

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_make_keeps_the_parts_complete_and_records_it():
    alice = make_user()

    made = make_poster(Subject.BUDGET, by=alice)

    assert made.data["amounts"][0] == ["ด้านบริหารทั่วไป", "1200000.00"]
    assert made.made_by == alice
    assert Event.objects.filter(verb="news.poster-made").count() == 1


def test_make_refuses_people_without_a_post_and_parts_that_cannot_be_printed():
    stranger = make_user(role=None)

    with pytest.raises(PermissionDenied):
        make_poster(by=stranger)
    with pytest.raises(BadPoster):
        make_poster(data={"paragraphs": []})
    assert not Poster.objects.exists()


def test_the_maker_and_the_editors_change_it_once_a_version():
    made = make_poster()
    clerk = make_user(role=Role.CLERK)

    posters.change(made, draft_of(title="ใหม่"), version=1, by=made.made_by, at=NOW)
    changed = posters.change(made, draft_of(title="ล่าสุด"), version=2, by=clerk, at=NOW)

    assert (changed.title, changed.changed_by, changed.version) == ("ล่าสุด", clerk, 3)
    with pytest.raises(StalePage):
        posters.change(made, draft_of(), version=2, by=clerk, at=NOW)


def test_colleagues_change_and_remove_nothing_of_each_other():
    made = make_poster()
    bob = make_user()

    with pytest.raises(PermissionDenied):
        posters.change(made, draft_of(), version=1, by=bob, at=NOW)
    with pytest.raises(PermissionDenied):
        posters.remove(made, by=bob, at=NOW)


def test_remove_leaves_only_the_record():
    made = make_poster()

    posters.remove(made, by=made.made_by, at=NOW)

    assert not Poster.objects.exists()
    assert Event.objects.filter(verb="news.poster-removed").exists()
