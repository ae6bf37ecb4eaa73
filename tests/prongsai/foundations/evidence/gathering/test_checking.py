"""Every kind of evidence can be proved again, and says what it found."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.db import DatabaseError, transaction

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.audit.models import Event
from prongsai.foundations.evidence import gathering
from prongsai.foundations.evidence.models import Check, State
from prongsai.foundations.publications import actions as publications
from tests.cast import NOW, make_division, make_office, make_user
from tests.prongsai.foundations.evidence.counting import KEY, offered, withdrawn
from tests.prongsai.foundations.evidence.gathering_cast import (
    MINUTES,
    SOURCE,
    about,
    make_file,
    registered,
    staged,
)
from tests.prongsai.foundations.publications.publishing import PAGE, publish

pytestmark = pytest.mark.django_db
PAGE_ELSEWHERE = "https://example.org/news"


@pytest.fixture(autouse=True)
def registers():
    with registered(), offered():
        yield


def state_of(row, by=None):
    return State(gathering.check(row, by=by, at=NOW).state)


def tamper(file, content=b"something else"):
    with default_storage.open(file.key, "wb") as bytes_:
        bytes_.write(content)


def test_a_file_is_same_then_changed_then_gone():
    row = make_file(make_division(), make_user())

    found = [state_of(row)]
    tamper(row.file)
    found.append(state_of(row))
    default_storage.delete(row.file.key)
    found.append(state_of(row))

    assert found == [State.SAME, State.CHANGED, State.GONE]
    assert Event.objects.filter(verb="evidence.checked").count() == 3


def test_a_figure_is_same_then_changed_then_gone():
    alice, division = make_user(), make_division()
    row = gathering.add_figure(division, KEY, about=about(), by=alice, at=NOW)

    found = [state_of(row, alice)]
    make_division()
    found.append(state_of(row))
    with withdrawn():
        found.append(state_of(row))

    assert found == [State.SAME, State.CHANGED, State.GONE]


def test_a_published_version_is_same_then_gone_when_withdrawn():
    alice, division, version = make_user(), make_division(), publish()
    row = gathering.add_publication(division, version, about=about(), by=alice, at=NOW)

    found = [state_of(row)]
    withdraw(version)
    found.append(state_of(row))

    assert found == [State.SAME, State.GONE]


def test_a_record_is_same_then_changed_then_gone():
    alice, division = make_user(), make_division()
    row = gathering.add_record(division, SOURCE, 7, about=about(), by=alice, at=NOW)

    found = [state_of(row)]
    MINUTES[7] = {"number": "2/2569"}
    found.append(state_of(row))
    del MINUTES[7]
    found.append(state_of(row))

    assert found == [State.SAME, State.CHANGED, State.GONE]


def test_an_own_page_is_read_without_network_and_follows_its_newest_version():
    alice, division, version = make_user(), make_division(), publish()
    host = f"office{division.organisation_id}.localhost"
    row = gathering.add_link(
        division, f"http://{host}{PAGE}", about=about(), by=alice, at=NOW
    )

    found = [state_of(row)]
    publish(("โต๊ะ", 2))
    found.append(state_of(row))
    withdraw(version)
    found.append(state_of(row))

    assert (row.version, row.digest) == (version, version.digest)
    assert found == [State.SAME, State.CHANGED, State.GONE]


def test_a_page_elsewhere_is_proved_by_its_saved_copy_when_pages_are_not_visited():
    alice, division = make_user(), make_division()
    row = gathering.add_link(
        division, PAGE_ELSEWHERE, about=about(), copy=staged(alice), by=alice, at=NOW
    )

    found = [state_of(row)]
    tamper(row.file)
    found.append(state_of(row))

    assert found == [State.SAME, State.CHANGED]


def test_a_page_without_a_copy_cannot_be_checked_once_visits_are_off(settings):
    alice, division = make_user(), make_division()
    settings.PRONGSAI_CHECK_LINKS = True
    settings.TASKS = {
        "default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}
    }
    row = gathering.add_link(division, PAGE_ELSEWHERE, about=about(), by=alice, at=NOW)
    settings.PRONGSAI_CHECK_LINKS = False

    assert state_of(row) == State.UNREACHABLE


def test_only_readers_check():
    row = make_file(make_division(), make_user())
    stranger = make_user(office=make_office())

    with pytest.raises(PermissionDenied):
        gathering.check(row, by=stranger, at=NOW)


def test_a_check_is_never_changed():
    row = make_file(make_division(), make_user())
    check = gathering.check(row, by=None, at=NOW)

    with pytest.raises(DatabaseError), transaction.atomic():
        Check.objects.filter(pk=check.pk).update(state=State.GONE)


def withdraw(version):
    publications.withdraw(
        version.publication,
        reason_th="ผิด",
        reason_en="wrong",
        by=make_user(role=Role.CLERK),
        at=NOW,
    )
