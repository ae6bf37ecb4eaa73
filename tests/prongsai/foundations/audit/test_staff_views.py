"""The auditor reads, exports and verifies the history; nobody else does."""

from datetime import date

import pytest

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.audit import actions, tasks
from prongsai.foundations.audit.models import ChainHead, Event, Verification
from prongsai.foundations.organisations import tenancy
from tests.cast import NOW, client_of, make_acting, make_office, make_user
from tests.prongsai.foundations.audit.tampering import open_the_table, write_lines

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
URL = "/staff/audit/"


def make_auditor():
    return make_user(role=Role.AUDITOR)


def test_the_auditor_reads_the_history_in_words():
    auditor = make_auditor()
    actions.record_reading(on=auditor, by=auditor, at=NOW, fields="citizen_id")

    page = client_of(auditor).get(URL).content.decode()

    assert auditor.username in page
    assert f"accounts.user:{auditor.pk}" in page
    assert "citizen_id" in page
    assert "audit.read" not in page.split("<table", 1)[-1]


@pytest.mark.parametrize(
    "role",
    [Role.ADMINISTRATOR, Role.MAYOR, Role.CLERK, Role.HEAD, Role.OFFICER, None],
)
def test_nobody_else_reads_or_verifies_it(role):
    client = client_of(make_user(role=role))

    answers = {
        client.get(URL).status_code,
        client.get(f"{URL}verifications/").status_code,
        client.post(f"{URL}verify/").status_code,
    }

    assert answers == {403}
    assert not Verification.objects.exists()


def test_who_acts_for_the_auditor_reads_it():
    user = make_user()
    make_acting(user, role=Role.AUDITOR, ends_on=date(2100, 9, 30))

    assert client_of(user).get(URL).status_code == 200


def test_the_history_is_narrowed_down_by_deed_person_and_day():
    auditor, bob = make_auditor(), make_user()
    write_lines(2, by=bob)
    actions.record_reading(on=bob, by=auditor, at=NOW, fields="citizen_id")
    client = client_of(auditor)

    by_deed = client.get(URL, {"verb": "audit.read"}).content.decode()
    by_person = client.get(URL, {"q": bob.username}).content.decode()
    later = client.get(URL, {"since": "21/11/2568"}).content.decode()

    assert "test.deed" not in by_deed.split("<tbody", 1)[-1]
    assert "test.deed" in by_person
    assert "<tbody" not in later


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_export_is_itself_written_down(kind):
    auditor = make_auditor()
    write_lines(2, by=auditor)

    response = client_of(auditor).get(URL, {"export": kind})

    assert response.status_code == 200
    assert "attachment" in response["Content-Disposition"]
    assert Event.objects.filter(verb="audit.exported", actor=auditor.username).exists()


def test_verifying_says_that_the_history_is_whole():
    auditor = make_auditor()
    write_lines(3, by=auditor)

    response = client_of(auditor).post(f"{URL}verify/", follow=True)

    found = Verification.objects.get()
    assert found.is_intact
    assert found.asked_by == auditor
    assert f"{found.number}:{found.digest}" in response.content.decode()


def test_verifying_says_what_was_done_to_it():
    auditor = make_auditor()
    write_lines(5, by=auditor)
    open_the_table()
    Event.objects.filter(number=3).update(verb="other")

    response = client_of(auditor).post(f"{URL}verify/", follow=True)

    assert not Verification.objects.get().is_intact
    assert "รายการที่ 3 ถูกแก้ไข" in response.content.decode()


def test_a_later_verification_remembers_an_earlier_end():
    auditor = make_auditor()
    write_lines(3, by=auditor)
    client_of(auditor).post(f"{URL}verify/")
    open_the_table()
    Event.objects.all().delete()
    ChainHead.objects.all().delete()
    write_lines(9, by=auditor)

    client_of(auditor).post(f"{URL}verify/")

    latest = Verification.objects.latest("pk")
    assert [problem["damage"] for problem in latest.problems] == ["not-as-noted"]


def test_a_long_history_is_verified_in_the_background(monkeypatch):
    auditor = make_auditor()
    write_lines(3, by=auditor)
    monkeypatch.setattr(tasks, "MOST_AT_ONCE", 2)

    client_of(auditor).post(f"{URL}verify/")

    assert Verification.objects.get().is_intact


def test_a_verification_is_finished_once():
    auditor = make_auditor()
    asked = actions.ask(by=auditor, at=NOW)
    done = actions.finish(asked, by=auditor, at=NOW)

    again = actions.finish(done, by=auditor, at=NOW)

    assert again.finished_at == NOW
    assert Event.objects.filter(verb="audit.verified").count() == 1


def test_another_offices_verification_is_not_there():
    auditor, other = make_auditor(), make_office()
    with tenancy.acting_for(other.pk):
        asked = actions.ask(by=None, at=NOW)

    assert client_of(auditor).get(asked.get_absolute_url()).status_code == 404


def test_verifications_are_listed():
    auditor = make_auditor()
    asked = actions.ask(by=auditor, at=NOW)

    page = client_of(auditor).get(f"{URL}verifications/").content.decode()

    assert asked.get_absolute_url() in page
