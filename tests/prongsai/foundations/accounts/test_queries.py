"""Who a signature belongs to, and in what right."""

from datetime import date
from typing import Any

import pytest

from prongsai.foundations.accounts import queries
from prongsai.foundations.accounts.models import ActingKind, Role
from prongsai.foundations.accounts.queries import holders, person_with_email
from tests.cast import TODAY, client_of, give_post, make_acting, make_office, make_user

pytestmark = pytest.mark.django_db


def capacity(user, role, *, on) -> Any:
    """What a person has, as the test expects it: something, or nothing."""
    return queries.capacity(user, role, on=on)


def somchai(**fields):
    return make_user(
        **{"role": None, "prefix": "นาย", "first_name": "ทดลอง", "last_name": "สมมติ"}
        | fields
    )


def test_a_holder_signs_with_name_and_post():
    clerk = somchai()
    post = give_post(clerk, role=Role.CLERK)
    post.title_th, post.title_en = "ปลัดเทศบาล", "Municipal Clerk"
    post.save()

    found = capacity(clerk, Role.CLERK, on=TODAY)

    assert found.caption() == ("นายทดลอง สมมติ", "ปลัดเทศบาล")
    assert found.caption("en") == ("นายทดลอง สมมติ", "Municipal Clerk")


@pytest.mark.parametrize(
    ("kind", "thai", "english"),
    [
        ("acting", "รักษาราชการแทนนายกเทศมนตรี", "Acting for: Mayor"),
        ("on_behalf", "ปฏิบัติราชการแทนนายกเทศมนตรี", "On behalf of: Mayor"),
        (
            "in_position",
            "รักษาการในตำแหน่งนายกเทศมนตรี",
            "Holding temporarily the post of: Mayor",
        ),
    ],
)
def test_who_acts_by_order_signs_with_the_own_post_and_the_legal_caption(
    kind, thai, english
):
    clerk = somchai()
    give_post(clerk, role=Role.CLERK)
    make_acting(
        clerk,
        role=Role.MAYOR,
        kind=ActingKind(kind),
        title_th="นายกเทศมนตรี",
        title_en="Mayor",
    )

    for found in (
        capacity(clerk, Role.MAYOR, on=TODAY),
        *holders(Role.MAYOR, on=TODAY),
    ):
        assert found.caption() == ("นายทดลอง สมมติ", "ตำแหน่งclerk", thai)
        assert found.caption("en") == ("นายทดลอง สมมติ", "ตำแหน่งclerk", english)


def test_who_acts_without_an_own_post_signs_with_the_caption_alone():
    person = somchai()
    make_acting(person, role=Role.MAYOR, title_th="นายกเทศมนตรี")

    found = capacity(person, Role.MAYOR, on=TODAY)

    assert found.caption() == ("นายทดลอง สมมติ", "รักษาราชการแทนนายกเทศมนตรี")


def test_an_own_post_comes_before_an_order():
    person = somchai()
    make_acting(person, role=Role.MAYOR)
    give_post(person, role=Role.MAYOR)

    assert capacity(person, Role.MAYOR, on=TODAY).acting is None


def test_closed_accounts_hold_nothing():
    make_user(role=Role.MAYOR, is_active=False)

    assert holders(Role.MAYOR, on=TODAY) == []


def test_posts_before_their_first_day_count_for_nothing():
    person = somchai()
    give_post(person, role=Role.HEAD, starts_on=date(2025, 11, 21))

    assert capacity(person, Role.HEAD, on=TODAY) is None
    assert capacity(person, Role.HEAD, on=date(2025, 11, 21))


def test_an_e_mail_finds_people_of_this_office_only():
    ours, theirs = make_office(), make_office()
    alice = make_user(email="same@example.org", office=ours)
    make_user(email="same@example.org", office=theirs)

    assert person_with_email("SAME@example.org") == alice
    assert person_with_email("") is None


def test_what_a_person_may_do_is_asked_once_a_request(django_assert_num_queries):
    person = make_user(role=Role.CLERK)
    person.remembered = {}

    with django_assert_num_queries(2):
        for role in Role:
            capacity(person, role, on=TODAY)


def test_nothing_is_remembered_from_one_request_to_the_next():
    person = make_user(role=Role.OFFICER)
    client = client_of(person)
    before = client.get("/staff/people/").status_code

    give_post(person, role=Role.ADMINISTRATOR)

    assert (before, client.get("/staff/people/").status_code) == (403, 200)
