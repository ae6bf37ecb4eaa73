"""A form is carried out whole: the new evidence and the end of the old, or neither."""

import pytest

from prongsai.foundations.audit.models import Event
from prongsai.foundations.evidence import collecting, gathering
from prongsai.foundations.evidence.models import Evidence, StoredFigure
from prongsai.foundations.evidence.refusals import NoLongerStands
from tests.cast import NOW, make_division, make_user
from tests.prongsai.foundations.evidence.counting import KEY, offered
from tests.prongsai.foundations.evidence.gathering_cast import make_file, registered

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def registers():
    with registered(), offered():
        yield


def form_of(alice, division, *, replaces):
    form = collecting.FigureForm(
        {"key": KEY, "start": "1/10/2568", "end": "30/9/2569", "reason": "ใหม่กว่า"},
        user=alice,
        owner=division,
        replaces=replaces,
    )
    assert form.is_valid(), form.errors
    return form


def test_the_new_one_takes_the_place_and_the_slot_of_the_old():
    alice, division = make_user(), make_division()
    old = make_file(division, alice, slot="output")

    new = collecting.collect(
        form_of(alice, division, replaces=True), replaces=old, by=alice, at=NOW
    )

    old.refresh_from_db()
    assert (old.replaced_with, new.slot, new.kind) == (new, "output", "figure")


def test_when_the_old_one_no_longer_stands_nothing_new_is_kept_either():
    alice, division = make_user(), make_division()
    old = make_file(division, alice)
    gathering.withdraw(old, reason="ผิด", by=alice, at=NOW)
    before = Event.objects.count()

    with pytest.raises(NoLongerStands):
        collecting.collect(
            form_of(alice, division, replaces=True), replaces=old, by=alice, at=NOW
        )

    assert Evidence.objects.get() == old
    assert not StoredFigure.objects.exists()
    assert Event.objects.count() == before


def test_a_fresh_form_proposes_the_period_of_the_row_and_the_words_of_the_old():
    alice, division = make_user(), make_division()
    old = make_file(division, alice, title="เดิม")

    assert collecting.proposed(division, None)["start"] == old.start
    assert collecting.proposed(division, old)["title"] == "เดิม"
