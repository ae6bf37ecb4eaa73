"""The pages that read the register: what stands there, for whom, in how many queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from prongsai.foundations.accounts.models import Role
from prongsai.registers.lending.actions.assets import Movement, move
from prongsai.registers.lending.models.checks import CheckItem
from tests.cast import NOW, client_of, make_division, make_office, make_user
from tests.shelf import keeper_of_the_register, make_asset, make_group, start_check

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

LIST = reverse("lending:assets")


def keeper():
    return client_of(keeper_of_the_register())


def test_the_list_shows_assets_and_the_way_to_enter_more():
    make_office()
    asset = make_asset(name_th="เต็นท์ใหญ่")

    page = keeper().get(LIST)

    assert page.status_code == 200
    assert asset.name_th in page.text
    assert reverse("lending:asset_new") in page.text


def test_readers_see_no_button_that_would_refuse_them():
    make_office()
    make_asset()

    page = client_of(make_user(role=Role.AUDITOR)).get(LIST)

    assert reverse("lending:asset_new") not in page.text


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("q=ใหญ่", {"A"}),
        ("q=๔๑๖", {"416"}),
        ("kind=consumable", {"P"}),
        ("condition=damaged", {"D"}),
        ("state=struck_off", set()),
    ],
)
def test_the_list_is_searched_and_filtered(query, codes):
    make_office()
    make_asset(code="A", name_th="เต็นท์ใหญ่")
    make_asset(code="416")
    make_asset(code="P", kind="consumable")
    make_asset(code="D", condition="damaged")

    page = keeper().get(f"{LIST}?{query}")

    assert {asset.code for asset in page.context["listing"].page} == codes


def test_the_list_is_filtered_by_group_with_its_subgroups():
    make_office()
    outer = make_group()
    make_asset(code="A", group=make_group(parent=outer))
    make_asset(code="B")

    page = keeper().get(f"{LIST}?group={outer.pk}")

    assert [asset.code for asset in page.context["listing"].page] == ["A"]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_list_is_exported(kind):
    make_office()
    make_asset()

    answer = keeper().get(f"{LIST}?export={kind}")

    assert answer.headers["Content-Disposition"].endswith(f'assets.{kind}"')


def questions(client, address):
    """All queries of a page, and those about this register."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    about = [q for q in queries if '"lending_' in q["sql"]]
    return len(queries), len(about)


def test_the_list_takes_three_queries_of_its_own_however_long():
    make_office()
    client = keeper()
    make_asset()
    client.get(LIST)
    short = questions(client, LIST)
    for _n in range(30):
        make_asset()

    assert questions(client, LIST) == short
    assert short[1] == 3


def test_an_asset_shows_facts_worth_history_and_deeds():
    make_office()
    asset = make_asset()

    page = keeper().get(asset.get_absolute_url())

    assert page.status_code == 200
    for text in (asset.code, asset.place, "12,000.00"):
        assert text in page.text
    assert reverse("lending:asset_repair", args=[asset.pk]) in page.text


def test_an_asset_takes_three_queries_of_its_own_however_long_its_history():
    make_office()
    client, alice, asset = keeper(), keeper_of_the_register(), make_asset()
    client.get(asset.get_absolute_url())
    short = questions(client, asset.get_absolute_url())
    for _n in range(10):
        move(asset, Movement(division=make_division()), by=alice, at=NOW)

    assert questions(client, asset.get_absolute_url()) == short
    assert short[1] == 3


def test_an_asset_of_another_division_is_not_found():
    make_office()
    asset = make_asset(internal_borrowable=False)
    stranger = make_user(division=make_asset().division)

    assert client_of(stranger).get(asset.get_absolute_url()).status_code == 404


def test_a_label_leads_to_the_asset():
    make_office()
    asset = make_asset(code="416/69 ๑")

    answer = keeper().get(reverse("lending:asset_by_code", args=[asset.code]))

    assert answer.headers["Location"] == asset.get_absolute_url()


def test_a_label_leads_a_counting_member_to_the_line():
    make_office()
    asset = make_asset()
    opened, member = start_check()
    line = CheckItem.objects.get()

    answer = client_of(member).get(reverse("lending:asset_by_code", args=[asset.code]))

    assert answer.headers["Location"] == reverse(
        "lending:count_line", args=[opened.pk, line.pk]
    )


def test_an_unknown_code_is_not_found():
    make_office()
    keeper_of_the_register()

    answer = keeper().get(reverse("lending:asset_by_code", args=["nothing"]))

    assert answer.status_code == 404
