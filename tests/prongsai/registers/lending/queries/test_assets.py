"""Who sees which assets, and how groups and codes are found."""

import pytest

from prongsai.foundations.accounts.models import Role
from prongsai.registers.lending.models.assets import Asset
from prongsai.registers.lending.queries import assets as queries
from prongsai.registers.lending.states.assets import AssetState
from tests.cast import TODAY, make_acting, make_division, make_office, make_user
from tests.shelf import make_asset, make_group

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def codes(user):
    return {asset.code for asset in queries.visible_to(user, on=TODAY)}


@pytest.fixture
def shelf():
    make_office()
    finance = make_division()
    supplies = make_division(parent=finance)
    works = make_division()
    make_asset(code="finance", division=finance, internal_borrowable=False)
    make_asset(code="supplies", division=supplies, internal_borrowable=False)
    make_asset(code="works", division=works, internal_borrowable=False)
    make_asset(code="tent", division=works)
    return {"finance": finance, "supplies": supplies, "works": works}


@pytest.mark.parametrize(
    "role", [Role.SUPPLY_OFFICER, Role.CLERK, Role.MAYOR, Role.AUDITOR]
)
def test_these_read_the_whole_register(shelf, role):
    assert codes(make_user(role=role)) == {"finance", "supplies", "works", "tent"}


@pytest.mark.parametrize("role", [Role.OFFICER, Role.HEAD])
def test_others_see_their_division_its_sections_and_what_is_lent(shelf, role):
    assert codes(make_user(role=role, division=shelf["finance"])) == {
        "finance",
        "supplies",
        "tent",
    }
    assert codes(make_user(role=role, division=shelf["supplies"])) == {
        "supplies",
        "tent",
    }


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, None])
def test_administrators_and_people_without_a_post_see_nothing(shelf, role):
    assert codes(make_user(role=role)) == set()


def test_a_post_for_the_whole_office_sees_all(shelf):
    assert codes(make_user(role=Role.OFFICER)) == {
        "finance",
        "supplies",
        "works",
        "tent",
    }


def test_who_acts_for_a_head_sees_what_the_head_sees(shelf):
    person = make_user(role=None)
    make_acting(person, role=Role.HEAD, division=shelf["works"])

    assert codes(person) == {"works", "tent"}


def test_what_was_struck_off_is_not_lent_to_others(shelf):
    Asset.objects.filter(code="tent").update(state=AssetState.STRUCK_OFF)

    assert "tent" not in codes(make_user(division=shelf["finance"]))
    assert "tent" in codes(make_user(division=shelf["works"]))


def test_another_office_sees_nothing(shelf):
    assert codes(make_user(role=Role.SUPPLY_OFFICER, office=make_office())) == set()


def test_groups_are_followed_down():
    make_office()
    outer = make_group()
    inner = make_group(parent=make_group(parent=outer))
    other = make_group()

    found = queries.group_with_subgroups(outer)

    assert inner.pk in found
    assert other.pk not in found


def test_taken_codes_are_those_of_this_office():
    make_office()
    make_asset(code="A")
    make_asset(code="B", office=make_office())

    assert queries.taken_codes([*"ABC", *map(str, range(1200))]) == {"A"}
