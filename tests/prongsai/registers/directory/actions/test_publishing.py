"""The directory becomes public: everything frozen at once, with a note when it changed."""

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.publications.refusals import NothingChanged
from prongsai.registers.directory.actions import people, refusals
from prongsai.registers.directory.queries.public import snapshot
from tests.cast import NOW, make_user
from tests.chairs import (
    make_channel,
    make_keeper,
    make_person,
    make_term,
    publish,
    put_photo,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_the_first_version_needs_no_note_and_freezes_photos_too():
    by = make_keeper()
    term = make_term(by)
    put_photo(by, term.holder)

    version = publish(by, note_th="", note_en="")

    [file] = version.files.all()
    [person] = version.content["people"]
    assert (file.name, file.content_type) == (person["photo"], "image/jpeg")
    assert [table["key"] for table in version.content["tables"]] == [
        "structure", "executives", "terms", "divisions", "duties", "contact", "hours",
        "channels",
    ]  # fmt: skip


def test_what_is_public_does_not_follow_the_drafts():
    by = make_keeper()
    term = make_term(by)
    publish(by)

    new = people.PersonDraft(first_name="เปลี่ยน", last_name="แล้ว")
    people.edit(term.holder, new, version=1, by=by, at=NOW)

    public = snapshot()
    assert public is not None
    assert public.reading.content["people"][0]["name"]["th"] == "นายทดลอง สมมติ"


def test_a_person_without_a_position_is_nobodys_business():
    by = make_keeper()
    make_term(by)
    make_person(by, first_name="ยังไม่ถึงเวลา")

    version = publish(by)

    assert len(version.content["people"]) == 1


def test_the_next_version_says_what_changed_and_must_differ():
    by = make_keeper()
    make_term(by)
    publish(by)

    with pytest.raises(NothingChanged):
        publish(by)
    make_channel(by)
    with pytest.raises(refusals.NoteMissing):
        publish(by, note_en="")
    assert publish(by).number == 2


def test_an_empty_directory_is_not_published():
    with pytest.raises(refusals.NothingToPublish):
        publish(make_keeper())


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.OFFICER, Role.MAYOR])
def test_only_analyst_and_clerk_publish(role):
    make_term(make_keeper())

    with pytest.raises(PermissionDenied):
        publish(make_user(role=role))
