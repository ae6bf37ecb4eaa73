"""Counting on a phone: the list, the code, the line, what is beyond, the papers."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from prongsai.foundations.files import queries as files
from prongsai.registers.lending.models.checks import CheckItem, Surplus
from tests.cast import client_of, make_office
from tests.shelf import keeper_of_the_register, make_asset, start_check

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def counting():
    make_office()
    make_asset(code="416-69-0001", place="คลัง")
    make_asset(code="416-69-0002", place="คลัง", quantity=20)
    opened, member = start_check()
    return opened, client_of(member)


def line_page(opened, code="416-69-0001"):
    item = CheckItem.objects.get(stock_check=opened, asset__code=code)
    return item, reverse("lending:count_line", args=[opened.pk, item.pk])


def sent(**changes):
    return {"version": "1", "found": "1", "condition": "usable"} | changes


def photo():
    picture = io.BytesIO()
    Image.new("RGB", (30, 20), "navy").save(picture, "PNG")
    return SimpleUploadedFile("a.png", picture.getvalue(), "image/png")


def test_the_list_shows_what_is_left(counting):
    opened, client = counting

    page = client.get(reverse("lending:count", args=[opened.pk]), {"seen": "open"})

    assert len(page.context["listing"].page) == 2


@pytest.mark.parametrize("seen", ["open", "seen", "not_found", "differs", "nonsense"])
def test_the_list_is_narrowed(counting, seen):
    opened, client = counting
    address = reverse("lending:count", args=[opened.pk])

    assert client.get(address, {"seen": seen}).status_code == 200
    assert client.get(address, {"seen": seen, "export": "csv"}).status_code == 200


def test_a_typed_code_leads_to_its_line(counting):
    opened, client = counting
    _item, address = line_page(opened)

    answer = client.get(
        reverse("lending:count_code", args=[opened.pk]), {"code": "๔๑๖-๖๙-๐๐๐๑"}
    )

    assert answer.url == address


def test_an_unknown_code_leads_back_with_a_sentence(counting):
    opened, client = counting

    answer = client.get(
        reverse("lending:count_code", args=[opened.pk]), {"code": "x"}, follow=True
    )

    assert "x" in [str(message).split()[0] for message in answer.context["messages"]]


def test_a_line_is_shown_as_the_register_says_and_counted(counting):
    opened, client = counting
    item, address = line_page(opened)

    form = client.get(address).context["form"]
    answer = client.post(address, sent(place="ห้อง 2", photos=photo()))

    item.refresh_from_db()
    assert (form["found"].value(), form["place"].value()) == (1, "คลัง")
    assert answer.url == reverse("lending:count", args=[opened.pk])
    assert (item.found, item.place) == (1, "ห้อง 2")
    assert files.of(item).count() == 1


def test_two_members_on_one_line_the_second_is_told_what_they_typed(counting):
    opened, client = counting
    item, address = line_page(opened)
    client.post(address, sent())

    answer = client.post(address, sent(found="0", note="ไม่พบจริง ๆ"))

    item.refresh_from_db()
    assert (answer.status_code, item.found) == (409, 1)
    assert "ไม่พบจริง ๆ" in answer.text


@pytest.mark.parametrize("wrong", [{"found": ""}, {"found": "-1"}, {"condition": "x"}])
def test_a_bad_count_comes_back(counting, wrong):
    opened, client = counting
    _item, address = line_page(opened)

    assert client.post(address, sent(**wrong)).status_code == 422


def test_a_line_of_another_check_is_not_found(counting):
    opened, client = counting

    address = reverse("lending:count_line", args=[opened.pk, 999999])

    assert client.get(address).status_code == 404


def test_only_members_see_the_form(counting):
    opened, _client = counting
    _item, address = line_page(opened)

    assert client_of(keeper_of_the_register()).get(address).status_code == 403


def test_a_surplus_is_noted_and_taken_back(counting):
    opened, client = counting
    facts = {"description": "ตู้", "quantity": "๑", "place": "ห้อง", "condition": "usable"}

    client.post(reverse("lending:stock_check_surplus", args=[opened.pk]), facts)
    row = Surplus.objects.get()
    page = client.get(opened.get_absolute_url())
    client.post(reverse("lending:surplus_remove", args=[opened.pk, row.pk]))

    assert "ตู้" in page.text
    assert not Surplus.objects.exists()


@pytest.mark.parametrize(
    ("name", "args", "begins"),
    [
        ("count_sheet", [], b"%PDF-"),
        ("stock_check_paper", ["pdf"], b"%PDF-"),
        ("stock_check_paper", ["docx"], b"PK"),
    ],
)
def test_the_papers_of_a_check(counting, name, args, begins):
    opened, client = counting

    answer = client.get(reverse(f"lending:{name}", args=[opened.pk, *args]))

    assert answer.content.startswith(begins)
