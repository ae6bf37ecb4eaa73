"""The pages of the groups of assets."""

import pytest
from django.urls import reverse

from prongsai.registers.lending.models.assets import AssetGroup
from tests.cast import client_of, make_office, make_user
from tests.shelf import keeper_of_the_register, make_group

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_a_group_is_entered_and_corrected():
    make_office()
    client = client_of(keeper_of_the_register())

    client.post(
        reverse("lending:group_new"),
        {"code": "7440", "name_th": "คอมพิวเตอร์", "useful_life": "๓"},
    )
    group = AssetGroup.objects.get()
    client.post(
        reverse("lending:group_edit", args=[group.pk]),
        {"code": "7440", "name_th": "ครุภัณฑ์คอมพิวเตอร์", "useful_life": "5"},
    )

    group.refresh_from_db()
    assert (group.name_th, group.useful_life) == ("ครุภัณฑ์คอมพิวเตอร์", 5)
    assert "7440" in client.get(reverse("lending:groups")).text


@pytest.mark.parametrize(
    "wrong", [{"code": ""}, {"useful_life": "0"}, {"useful_life": "101"}]
)
def test_a_bad_group_comes_back(wrong):
    make_office()
    client = client_of(keeper_of_the_register())
    sent = {"code": "1", "name_th": "ก"} | wrong

    assert client.post(reverse("lending:group_new"), sent).status_code == 422


def test_a_code_is_given_once():
    make_office()
    make_group(code="7440")
    client = client_of(keeper_of_the_register())

    answer = client.post(reverse("lending:group_new"), {"code": "7440", "name_th": "ก"})

    assert answer.status_code == 422


def test_others_read_groups_and_change_none():
    make_office()
    group = make_group()
    client = client_of(make_user())

    assert group.code in client.get(reverse("lending:groups")).text
    assert client.get(reverse("lending:group_new")).status_code == 403
    assert (
        client.post(reverse("lending:group_edit", args=[group.pk])).status_code == 403
    )
