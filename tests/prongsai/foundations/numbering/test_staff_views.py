"""The register of numbers is read by the office and changed by its clerk."""

import pytest

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.numbering import actions, kinds
from prongsai.foundations.numbering.models import Counter, Number
from prongsai.foundations.organisations import tenancy
from tests.cast import NOW, client_of, make_office, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
URL = "/staff/numbers/"


@pytest.fixture(autouse=True)
def named():
    """One kind of number that people have a word for."""
    kinds.register("memo", "Memos")
    yield
    kinds._KINDS.pop("memo")


def make_number(**options):
    return actions.take("memo", by=make_user(), at=NOW, **options)


def test_the_register_shows_given_and_void_numbers():
    clerk = make_user(role=Role.CLERK)
    make_number()
    actions.void(make_number(), reason="wrong sheet", by=clerk, at=NOW)

    page = client_of(make_user()).get(URL).content.decode()

    assert "1/2568" in page
    assert "2/2568" in page
    assert "wrong sheet" in page
    assert "Memos" in page


def test_the_register_can_be_taken_away_as_a_file():
    make_number()

    response = client_of(make_user()).get(URL, {"export": "csv"})

    assert response["Content-Type"].startswith("text/csv")
    assert "Memos" in response.content.decode()


def test_the_register_says_nothing_when_all_are_there():
    make_number()

    page = client_of(make_user()).get(URL)

    assert "memo 2568" not in page.content.decode()


def test_the_register_says_when_a_number_is_missing():
    make_number()
    Counter.objects.update(last=2)

    page = client_of(make_user()).get(URL)

    assert "memo 2568" in page.content.decode()


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, None])
def test_the_register_is_not_for_people_without_a_post_in_the_work(role):
    assert client_of(make_user(role=role)).get(URL).status_code == 403


def test_the_clerk_declares_a_number_void():
    number = make_number()
    client = client_of(make_user(role=Role.CLERK))

    shown = client.get(number.get_absolute_url()).content.decode()
    response = client.post(f"{URL}{number.pk}/void/", {"reason": "พิมพ์ผิดฉบับ"})

    assert f"{URL}{number.pk}/void/" in shown
    assert response.status_code == 302
    assert Number.objects.get().void_reason == "พิมพ์ผิดฉบับ"


@pytest.mark.parametrize("reason", ["", "x", "ก" * 301])
def test_a_reason_is_asked_for(reason):
    number = make_number()
    client = client_of(make_user(role=Role.CLERK))

    response = client.post(f"{URL}{number.pk}/void/", {"reason": reason})

    assert response.status_code == 200
    assert Number.objects.get().voided_at is None


def test_an_officer_may_not():
    number = make_number()
    client = client_of(make_user())

    assert client.get(f"{URL}{number.pk}/void/").status_code == 403
    assert (
        client.post(f"{URL}{number.pk}/void/", {"reason": "abcdef"}).status_code == 403
    )
    assert "/void/" not in client.get(number.get_absolute_url()).content.decode()


def test_another_offices_number_is_not_there():
    make_office()
    other = make_office()
    with tenancy.acting_for(other.pk):
        number = actions.take("memo", by=None, at=NOW)
    client = client_of(make_user(role=Role.CLERK))

    answers = {
        client.get(f"{URL}{number.pk}/").status_code,
        client.get(f"{URL}{number.pk}/void/").status_code,
        client.post(f"{URL}{number.pk}/void/", {"reason": "abcdef"}).status_code,
    }

    assert answers == {404}
