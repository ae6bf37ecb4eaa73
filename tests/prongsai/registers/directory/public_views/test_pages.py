"""The public pages of the directory: drawn from what is published, and from nothing else."""

from contextlib import closing
from datetime import date

import pytest
from django.urls import reverse

from prongsai.registers.directory.actions import entries, seats, texts
from prongsai.registers.directory.models import Branch, Landmark, Road, SeatKind
from tests.cast import NOW, client_of, make_division, make_office
from tests.chairs import (
    make_channel,
    make_duty,
    make_keeper,
    make_person,
    make_seat,
    make_term,
    publish,
    put_photo,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

PAGES = ("people", "structure", "powers", "contact", "duties", "on")


def opened(name, **asked):
    return client_of(None).get(reverse(f"directory_public:{name}"), asked)


def text(answer):
    return answer.content.decode()


@pytest.mark.parametrize("name", PAGES)
def test_every_page_says_that_nothing_is_published_yet(name):
    make_term(make_keeper(), holder=make_person(make_keeper(), first_name="ร่าง"))

    answer = opened(name)

    assert answer.status_code == 200
    assert "ร่าง" not in text(answer)


def test_executives_of_both_sides_with_photo_and_contact():
    by = make_keeper()
    holder = make_person(by, phone="0 0000 0000 ต่อ 11", email="a@example.org")
    make_term(by, holder=put_photo(by, holder))
    clerk = {"branch": Branch.PERMANENT, "kind": SeatKind.CLERK, "title_th": "ปลัดว่าง"}
    make_seat(by, division=make_division(name_th="สำนักปลัดสมมติ"), **clerk)
    version = publish(by)

    page = text(opened("people"))

    photo = f"/people/directory/v1/files/{version.files.get().name}"
    assert f'src="{photo}"' in page
    assert 'alt="ภาพหน้าตรง"' in page
    assert 'href="tel:000000000"' in page
    assert "ปลัดว่าง" in page
    assert "สำนักปลัดสมมติ" in page
    with closing(client_of(None).get(photo)) as file:
        assert file.headers["Content-Type"] == "image/jpeg"


def test_the_structure_is_a_picture_and_a_list():
    by = make_keeper()
    top = make_term(by).seat
    make_seat(by, title_th="รองสมมติ", kind=SeatKind.DEPUTY_MAYOR, reports_to=top)
    publish(by)

    page = text(opened("structure"))

    assert "<svg" in page
    assert page.count("รองสมมติ") >= 2


def test_powers_are_shown_clean():
    by = make_keeper()
    make_term(by)
    texts.write_powers(
        text_th="<h2>งาน</h2><p>ดูแลถนน</p>", text_en="", law="พ.ร.บ.สมมติ มาตรา 1",
        version=0, by=by, at=NOW,
    )  # fmt: skip
    publish(by)

    page = text(opened("powers"))

    assert "<p>ดูแลถนน</p>" in page
    assert "<li>พ.ร.บ.สมมติ มาตรา 1</li>" in page


def test_contact_draws_the_way_and_links_to_the_maps_of_others():
    make_office(latitude="12.345678", longitude="100.5", phones="0 0000 0000")
    by = make_keeper()
    make_term(by)
    make_channel(by, url="https://line.example.org/x")
    place = {"name_th": "วัดสมมติ", "latitude": "12.35", "longitude": "100.51"}
    entries.add(Landmark, place, by=by, at=NOW)
    points = [["12.34", "100.50"], ["12.36", "100.52"]]
    entries.add(Road, {"name_th": "ถนน", "points": points}, by=by, at=NOW)
    publish(by)

    page = text(opened("contact"))

    assert "<svg" in page
    assert "วัดสมมติ" in page
    assert (
        page.count('rel="noreferrer">เปิดใน') + page.count('rel="noreferrer">Open in')
        == 2
    )
    assert "query=12.345678,100.500000" in page


@pytest.mark.parametrize(
    ("words", "found"),
    [("ป้าย", True), ("ภาษี ป้ายร้าน", True), ("ขยะ", False), ("<b>", False)],
)
def test_duties_are_found_by_the_words_people_use(words, found):
    by = make_keeper()
    make_duty(by, seat=make_term(by).seat, phone="0 0000 0002")
    publish(by)

    page = text(opened("duties", q=words))

    assert ("ภาษีป้าย" in page) == found
    assert "<b>" not in page


def test_who_was_in_office_on_a_typed_day():
    by = make_keeper()
    former = make_person(by, first_name="คนก่อน")
    term = make_term(by, holder=former, ends_on=date(2024, 12, 19))
    make_term(by, seat=term.seat, starts_on=date(2024, 12, 20))
    publish(by)

    page = text(opened("on", date="๑๙ ธ.ค. ๒๕๖๗"))

    assert "คนก่อน" in page
    assert "นายทดลอง" not in page


@pytest.mark.parametrize("day", ["", "31 ก.พ. 2567", "1/1/2024", "x" * 300])
def test_a_day_that_is_none_is_answered_clearly(day):
    make_term(by := make_keeper())
    publish(by)

    answer = opened("on", date=day)

    assert answer.status_code == 422
    assert 'aria-invalid="true"' in text(answer)


def test_the_version_itself_shows_cards_and_tables():
    by = make_keeper()
    make_term(by)
    publish(by)

    answer = client_of(None).get("/people/directory/")

    assert answer.status_code == 200
    assert text(answer).count("<table") == 8
    assert client_of(None).get("/people/directory.json").status_code == 200


def test_an_abolished_position_is_gone_from_the_pages_only_after_publishing():
    by = make_keeper()
    make_term(by)
    extra = make_seat(by, title_th="ที่ปรึกษาสมมติ", kind=SeatKind.ADVISER)
    publish(by)
    seats.abolish(extra, on=date(2025, 11, 1), by=by, at=NOW)
    before = text(opened("people"))

    publish(by)

    assert "ที่ปรึกษาสมมติ" in before
    assert "ที่ปรึกษาสมมติ" not in text(opened("people"))
