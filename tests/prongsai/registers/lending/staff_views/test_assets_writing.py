"""Every deed through its page: shown, refused, done, sent twice, sent from a stale page."""

import uuid

import pytest
from django.urls import reverse

from prongsai.foundations.accounts.models import Role
from prongsai.registers.lending.models.assets import Asset, AssetEvent
from tests.cast import client_of, make_division, make_office, make_user
from tests.shelf import keeper_of_the_register, make_asset, make_group

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

DEEDS = {
    "edit": {"name_th": "เต็นท์แก้ไข"},
    "move": {"place": "ห้อง 9"},
    "repair": {"on": "20 พ.ย. 2568", "note": "ผ้าขาด"},
    "condition": {"condition": "damaged", "note": "ขาด"},
    "missing": {"quantity": "๑", "note": "ไม่พบ"},
    "strike_off": {
        "how": "sold",
        "quantity": "1",
        "memo_number": "ทส 1/2569",
        "memo_date": "1/11/2568",
        "on": "๒๐ พฤศจิกายน ๒๕๖๘",
    },
}


def page_of(name, asset):
    return reverse(f"lending:asset_{name}", args=[asset.pk])


def filled(client, address, **changes):
    """What a browser would send: the form as it was shown, with some fields changed."""
    form = client.get(address).context["form"]
    shown = {
        name: "" if (value := form[name].value()) is None else value
        for name in form.fields
        if name != "photos"
    }
    kept = {n: v for n, v in shown.items() if v is not False}
    sent = {"submission": form.submission, "version": form.version or ""}
    return kept | sent | changes


def keeper():
    return client_of(keeper_of_the_register())


@pytest.mark.parametrize("name", DEEDS)
def test_a_deed_is_shown_and_done_and_leads_back(name):
    make_office()
    asset, client = make_asset(), keeper()
    address = page_of(name, asset)

    answer = client.post(address, filled(client, address, **DEEDS[name]))

    assert (answer.status_code, answer.headers.get("Location")) == (
        302,
        asset.get_absolute_url(),
    )
    assert AssetEvent.objects.filter(asset=asset).count() == 2


@pytest.mark.parametrize("name", [*DEEDS, "repaired", "found", "lost", "photos"])
def test_nobody_else_gets_so_far_as_the_form(name):
    make_office()
    asset = make_asset()
    head = make_user(role=Role.HEAD, division=asset.division)

    assert client_of(head).get(page_of(name, asset)).status_code == 403
    assert client_of(head).post(page_of(name, asset)).status_code == 403


@pytest.mark.parametrize("name", DEEDS)
def test_an_empty_form_comes_back_with_its_errors(name):
    make_office()
    asset = make_asset()

    answer = keeper().post(page_of(name, asset), {"submission": uuid.uuid4()})

    assert answer.status_code == 422
    assert AssetEvent.objects.filter(asset=asset).count() == 1


def test_a_form_sent_twice_is_done_once():
    make_office()
    asset, client = make_asset(quantity=5), keeper()
    address = page_of("missing", asset)
    sent = filled(client, address, quantity="1", note="หาย")

    first, second = client.post(address, sent), client.post(address, sent)

    asset.refresh_from_db()
    assert first.url == second.url
    assert asset.missing == 1


def test_a_correction_from_a_stale_page_is_told_and_nothing_is_lost():
    make_office()
    asset, client = make_asset(), keeper()
    address = page_of("edit", asset)
    early = filled(client, address, name_th="ช้าไป")
    client.post(address, filled(client, address, name_th="ทันเวลา"))

    answer = client.post(address, early)

    asset.refresh_from_db()
    assert (answer.status_code, asset.name_th) == (409, "ทันเวลา")
    assert "ช้าไป" in answer.text


def test_a_new_asset_is_entered_with_thai_digits():
    make_office()
    group, division = make_group(), make_division()
    client, address = keeper(), reverse("lending:asset_new")
    sent = filled(
        client,
        address,
        code="416-69-0009",
        name_th="เครื่องขยายเสียง",
        group=group.pk,
        division=division.pk,
        quantity="๓",
        unit="เครื่อง",
        acquired_on="๘ ตุลาคม ๒๕๖๘",
        unit_price="๑๒,๕๐๐.๕๐",
    )

    answer = client.post(address, sent)

    asset = Asset.objects.get()
    assert answer.url == asset.get_absolute_url()
    assert (asset.quantity, str(asset.unit_price)) == (3, "12500.50")
    assert str(asset.acquired_on) == "2025-10-08"


BAD = {
    "a code that is taken": {"code": "416-69-0001"},
    "no such day": {"acquired_on": "31 ก.พ. 2568"},
    "no number": {"quantity": "สาม"},
    "none of a durable thing": {"quantity": "0"},
    "a price below zero": {"unit_price": "-1"},
    "a very long name": {"name_th": "ก" * 201},
    "a group of nobody": {"group": "999999"},
    "lost from the start": {"condition": "lost"},
}


@pytest.mark.parametrize("what", BAD)
def test_a_bad_entry_comes_back_with_a_sentence(what):
    make_office()
    first = make_asset(code="416-69-0001")
    client, address = keeper(), reverse("lending:asset_new")
    good = {
        "code": "416-69-0002",
        "name_th": "โต๊ะ",
        "group": first.group_id,
        "division": first.division_id,
        "unit": "ตัว",
    }

    answer = client.post(address, filled(client, address, **good) | BAD[what])

    assert answer.status_code == 422
    assert answer.context["form"].errors
    assert Asset.objects.count() == 1


def test_groups_and_divisions_of_another_office_are_not_offered():
    make_office()
    theirs = make_asset(office=make_office())
    keeper_of_the_register()

    page = keeper().get(reverse("lending:asset_new"))

    assert theirs.group.code not in page.text
    assert theirs.division.name_th not in page.text
