"""The page of background work, and the page of long work."""

import pytest

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.tasks import progress
from prongsai.foundations.tasks.models import Failure
from prongsai.foundations.tasks.naming import path_of
from tests.cast import NOW, client_of, make_office, make_user
from tests.prongsai.foundations.tasks import marking
from tests.prongsai.foundations.tasks.queues import (
    jobs_of_tests,
    queued,  # noqa: F401  # a fixture
    work_off,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("queued"),
    pytest.mark.slow,
]


def test_the_administrator_reads_what_failed_and_why_in_words():
    make_office()
    marking.fail_after_mark.enqueue(word="x")
    work_off()
    administrator = make_user(role=Role.ADMINISTRATOR)

    page = client_of(administrator).get("/staff/tasks/")

    text = page.content.decode()
    assert page.status_code == 200
    assert "Fail after a mark" in text
    assert "โปรแกรมมีข้อผิดพลาด" in text
    assert "ValueError" in text
    assert "1-2345" not in text


def test_the_page_says_when_nobody_does_the_work():
    administrator = make_user(role=Role.ADMINISTRATOR)

    page = client_of(administrator).get("/staff/tasks/")

    assert "prongsai manage worker" in page.content.decode()


def test_an_officer_does_not_see_the_page():
    alice = make_user()

    assert client_of(alice).get("/staff/tasks/").status_code == 403


def test_the_button_puts_the_work_into_the_queue():
    make_office()
    marking.fail_after_mark.enqueue(word="x")
    work_off()
    client = client_of(make_user(role=Role.ADMINISTRATOR))
    address = f"/staff/tasks/{Failure.objects.get().pk}/again/"

    answer, second = client.post(address), client.post(address)

    assert (answer.status_code, second.status_code) == (302, 409)
    assert jobs_of_tests().filter(status="READY").count() == 1


def test_long_work_is_followed_by_who_began_it():
    alice = make_user()
    bob = make_user()
    long = progress.begin(path_of(marking.work_long.func), by=alice, at=NOW)
    progress.tell(long.pk, done=1, total=4)

    whole = client_of(alice).get(f"/staff/tasks/progress/{long.pk}/")
    part = client_of(alice).get(
        f"/staff/tasks/progress/{long.pk}/", headers={"HX-Request": "true"}
    )

    assert "25%" in whole.content.decode()
    assert "hx-get" in part.content.decode()
    assert "<html" not in part.content.decode()
    assert client_of(bob).get(f"/staff/tasks/progress/{long.pk}/").status_code == 404


def test_finished_work_asks_no_more_and_shows_where_the_result_is():
    alice = make_user()
    long = progress.begin(path_of(marking.work_long.func), by=alice, at=NOW)
    progress.finish(long.pk, at=NOW, url="/staff/inbox/")

    page = client_of(alice).get(f"/staff/tasks/progress/{long.pk}/").content.decode()

    assert "hx-get" not in page
    assert 'href="/staff/inbox/"' in page
