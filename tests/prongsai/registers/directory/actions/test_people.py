"""People of the directory: entered and corrected by those who keep it."""

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.records.versions import StalePage
from prongsai.registers.directory.actions import people
from tests.cast import NOW, make_user
from tests.chairs import make_keeper, make_person

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

NEW = people.PersonDraft(prefix="นาง", first_name="ใหม่", last_name="สมมติ")


def test_a_person_is_entered_and_corrected():
    by = make_keeper()
    person = make_person(by)

    edited = people.edit(person, NEW, version=1, by=by, at=NOW)

    assert (str(person), str(edited)) == ("นายทดลอง สมมติ", "นางใหม่ สมมติ")
    with pytest.raises(StalePage):
        people.edit(person, NEW, version=1, by=by, at=NOW)


def test_others_enter_and_correct_nobody():
    person, other = make_person(make_keeper()), make_user()

    with pytest.raises(PermissionDenied):
        people.add(NEW, by=other, at=NOW)
    with pytest.raises(PermissionDenied):
        people.edit(person, NEW, version=1, by=other, at=NOW)
