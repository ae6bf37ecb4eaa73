"""To publish is to freeze; to withdraw is to say so, when and why."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.audit.models import Event
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.publications import actions, contents, queries
from prongsai.foundations.publications.contents import BadDocument
from prongsai.foundations.publications.models import Version, Withdrawal
from prongsai.foundations.publications.refusals import (
    AlreadyWithdrawn,
    NothingChanged,
    ReasonMissing,
)
from prongsai.foundations.publications.stamps import stamp_of
from prongsai.foundations.publications.templates import UnknownTemplate
from tests.cast import NOW, make_office, make_user, settle
from tests.prongsai.foundations.publications.publishing import (
    ADDRESS,
    content,
    publish,
)

pytestmark = pytest.mark.django_db
WHY = {"reason_th": "มีข้อผิดพลาด", "reason_en": "It was wrong"}


def test_publish_freezes_the_content_with_its_digest():
    alice = make_user()

    version = publish(by=alice)

    whole = contents.document(
        address=ADDRESS,
        title_th="ทะเบียนการยืม",
        title_en="Register of loans",
        content=content(),
    )
    version.refresh_from_db()
    assert (version.number, version.content) == (1, content())
    assert version.digest == contents.digest_of(whole)
    assert Event.objects.get(verb="publications.published").facts["version"] == 1


def test_publish_refuses_what_says_the_same():
    publish()

    with pytest.raises(NothingChanged):
        publish()

    assert Version.objects.count() == 1


def test_publish_makes_a_correction_a_new_version_with_its_note():
    publish()

    version = publish(("เต็นท์", 5), note_th="แก้จำนวน", note_en="Number corrected")

    assert (version.number, version.note_en) == (2, "Number corrected")
    assert [s.is_newest for s in queries.versions_of(version.publication)] == [
        True,
        False,
    ]


def test_publish_moves_the_stamp_of_the_office_alone():
    alice, charlie = make_office(), make_office()

    publish()

    assert (stamp_of(alice.pk), stamp_of(charlie.pk)) == (2, 1)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "/a",
        "a/",
        "A",
        "a b",
        "a/versions",
        "a/v3",
        "a//b",
        "ก",
        "x" * 201,
        "a/../b",
    ],
)
def test_publish_refuses_an_address_that_cannot_stay(address):
    make_office()

    with pytest.raises(BadDocument):
        publish(address=address)


def test_publish_refuses_a_template_no_register_named():
    with pytest.raises(UnknownTemplate):
        publish(template="somewhere/else.html")


@pytest.mark.parametrize("deed", ["update", "delete"])
@pytest.mark.parametrize("model", [Version, Withdrawal])
def test_the_database_refuses_to_change_what_was_published(deed, model):
    alice = make_user(role=Role.CLERK)
    version = publish()
    actions.withdraw(version.publication, **WHY, by=alice, at=NOW)

    rows = model.objects.all()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        rows.update(number=9) if deed == "update" else rows.delete()


def test_withdraw_takes_every_version_back_and_keeps_why():
    alice = make_user(role=Role.CLERK)
    first = publish()
    publish(("เต็นท์", 5))

    withdrawal = actions.withdraw(first.publication, **WHY, by=alice, at=NOW)

    standings = queries.versions_of(first.publication)
    assert [s.withdrawal for s in standings] == [withdrawal, withdrawal]
    assert queries.standing_versions() == []
    assert stamp_of(tenancy.required()) == 4


def test_withdraw_refuses_an_officer():
    alice = make_user()
    version = publish()

    with pytest.raises(PermissionDenied):
        actions.withdraw(version.publication, **WHY, by=alice, at=NOW)

    assert len(queries.standing_versions()) == 1


def test_withdraw_refuses_a_second_time():
    alice = make_user(role=Role.MAYOR)
    version = publish()
    actions.withdraw(version.publication, **WHY, by=alice, at=NOW)

    with pytest.raises(AlreadyWithdrawn):
        actions.withdraw(version.publication, **WHY, by=alice, at=NOW)


@pytest.mark.parametrize("missing", ["reason_th", "reason_en"])
def test_withdraw_refuses_without_a_reason_in_both_languages(missing):
    alice = make_user(role=Role.HEAD)
    version = publish()

    with pytest.raises(ReasonMissing):
        actions.withdraw(version.publication, **WHY | {missing: " "}, by=alice, at=NOW)


def test_publish_after_a_withdrawal_may_say_the_same_again():
    alice = make_user(role=Role.CLERK)
    version = publish()
    actions.withdraw(version.publication, **WHY, by=alice, at=NOW)

    again = publish()

    standings = queries.versions_of(version.publication)
    assert again.number == 2
    assert [bool(s.withdrawal) for s in standings] == [False, True]


def test_the_same_address_of_two_offices_is_two_publications():
    make_office()
    mine = publish()
    charlie = make_office()
    settle(charlie)

    other = publish()

    assert mine.publication_id != other.publication_id
    assert other.number == 1
