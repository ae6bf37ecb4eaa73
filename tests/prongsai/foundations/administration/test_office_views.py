"""The pages on which an administrator keeps the office, as a browser meets them."""

import pytest

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.administration.queries import seal_url, shown_seals
from prongsai.foundations.organisations import queries
from prongsai.foundations.organisations.models import Closure, Division
from tests.cast import client_of, current_office, make_division, make_office, make_user
from tests.prongsai.foundations.files.samples import picture, upload

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
OFFICE = "/staff/office/"
SETTINGS = {
    "dla_code": "๑๒๓๔", "cgd_code": "6123456", "egp_code": "1234567890",
    "tambon": "ทดสอบ", "amphoe": "ทดสอบ", "province": "ทดสอบ", "postcode": "๙๔๐๐๐",
    "address_th": "หมู่ที่ ๑", "address_en": "", "phones": "073-000-000",
    "email": "office@example.org", "latitude": "6.866667", "longitude": "๑๐๑.๒๕",
    "colour": "#0B5563", "letter_code": "ทส 00001", "version": "1",
}  # fmt: skip
DIVISION = {"code": "finance", "name_th": "กองคลัง", "name_en": "Finance", "order": "๒"}


@pytest.fixture
def browser():
    return client_of(make_user(role=Role.ADMINISTRATOR))


def test_the_settings_are_saved_and_the_codes_stay_apart(browser):
    answer = browser.post(f"{OFFICE}edit/", SETTINGS)

    office = current_office()
    assert answer["Location"] == OFFICE
    assert (office.dla_code, office.cgd_code) == ("1234", "6123456")
    assert (office.egp_code, office.postcode) == ("1234567890", "94000")
    assert (str(office.longitude), office.colour) == ("101.250000", "#0b5563")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("postcode", "9400"),
        ("cgd_code", "6-12"),
        ("colour", "teal"),
        ("colour", ""),
        ("email", "office"),
        ("latitude", "north"),
        ("phones", "0" * 201),
    ],
)
def test_settings_that_make_no_sense_are_refused(browser, field, value):
    answer = browser.post(f"{OFFICE}edit/", SETTINGS | {field: value})

    assert field in answer.context["form"].errors
    assert current_office().province == ""


def test_settings_changed_by_somebody_else_are_not_overwritten(browser):
    browser.post(f"{OFFICE}edit/", SETTINGS)

    answer = browser.post(f"{OFFICE}edit/", SETTINGS | {"province": "อื่น"})

    assert answer.status_code == 409
    assert current_office().province == "ทดสอบ"


def test_the_page_shows_the_contrast_of_the_colour(browser):
    assert "8.4 : 1" in browser.get(OFFICE).content.decode()


def test_the_seal_is_shown_to_everyone_and_replaced(browser):
    outsider = client_of(None)
    for colour in ("teal", "red"):
        sent = {"seal": upload("ตรา.png", picture(code="png", colour=colour))}
        assert browser.post(f"{OFFICE}seal/", sent)["Location"] == OFFICE
        shown = seal_url()
        assert shown in browser.get("/").content.decode()
        assert shown in browser.get(OFFICE).content.decode()
        picture_of_all = outsider.get(shown)
        assert b"".join(picture_of_all).startswith(b"\x89PNG")

    assert shown_seals().count() == 1


@pytest.mark.parametrize("name", ["ตรา.pdf", "ตรา.png"])
def test_a_seal_that_is_no_picture_is_refused(browser, name):
    answer = browser.post(f"{OFFICE}seal/", {"seal": upload(name, b"%PDF-1.7 no")})

    assert answer.context["form"].errors
    assert seal_url() == ""


def test_a_new_name_keeps_the_old_one(browser):
    sent = {
        "type": "township",
        "name_th": "เทศบาลตำบลทดสอบ",
        "name_en": "Test Township",
        "since": "1 ต.ค. 2568",
        "basis": "ประกาศทดสอบ",
    }

    browser.post(f"{OFFICE}rename/", sent)
    again = browser.post(f"{OFFICE}rename/", sent | {"since": "30 ก.ย. 2568"})

    assert current_office().name_th == "เทศบาลตำบลทดสอบ"
    assert queries.former_names().count() == 1
    assert "since" in again.context["form"].errors


def test_divisions_are_added_moved_and_retired(browser):
    browser.post(f"{OFFICE}divisions/add/", DIVISION)
    finance = Division.objects.get(code="finance")
    browser.post(
        f"{OFFICE}divisions/add/",
        DIVISION | {"code": "supplies", "name_th": "งานพัสดุ", "parent": str(finance.pk)},
    )
    supplies = Division.objects.get(code="supplies")

    held = browser.post(f"{OFFICE}divisions/{finance.pk}/retire/")
    browser.post(f"{OFFICE}divisions/{supplies.pk}/retire/")
    freed = browser.post(f"{OFFICE}divisions/{finance.pk}/retire/")
    browser.post(f"{OFFICE}divisions/{finance.pk}/restore/")

    assert (held.status_code, freed.status_code) == (409, 302)
    assert supplies.parent == finance
    assert Division.objects.get(pk=finance.pk).is_active


def test_a_division_may_not_be_put_under_itself_or_take_a_taken_code(browser):
    finance = make_division(code="finance")
    make_division(code="works")
    address = f"{OFFICE}divisions/{finance.pk}/"

    for wrong in ({"parent": str(finance.pk)}, {"code": "works"}):
        answer = browser.post(address, DIVISION | {"version": "1"} | wrong)
        assert answer.context["form"].errors


def test_a_division_of_another_office_is_no_parent(browser):
    current_office()
    foreign = make_division(office=make_office())

    answer = browser.post(
        f"{OFFICE}divisions/add/", DIVISION | {"parent": str(foreign.pk)}
    )

    assert "parent" in answer.context["form"].errors


def test_hours_are_entered_as_offices_write_them(browser):
    browser.post(
        f"{OFFICE}hours/", {"opens_0": "๐๘.๓๐ น.", "closes_0": "16:30", "opens_1": ""}
    )

    (row,) = queries.hours()
    assert (row.weekday, str(row.opens), str(row.closes)) == (0, "08:30:00", "16:30:00")


@pytest.mark.parametrize(
    "wrong",
    [
        {"opens_0": "08:30"},
        {"closes_0": "08:30"},
        {"opens_0": "16:30", "closes_0": "08:30"},
        {"opens_0": "25:00", "closes_0": "26:00"},
    ],
)
def test_hours_that_make_no_sense_are_refused(browser, wrong):
    answer = browser.post(f"{OFFICE}hours/", wrong)

    assert answer.context["form"].errors
    assert not queries.hours().exists()


def test_a_day_is_closed_and_opened_again(browser):
    sent = {"day": "2 ม.ค. 2569", "reason_th": "วันหยุดพิเศษ"}

    browser.post(f"{OFFICE}days/add/", sent)
    twice = browser.post(f"{OFFICE}days/add/", sent)
    closure = Closure.objects.get()
    page = browser.get(OFFICE).content.decode()
    browser.post(f"{OFFICE}days/{closure.pk}/remove/")

    assert twice.context["form"].errors
    assert "วันหยุดพิเศษ" in page
    assert not Closure.objects.exists()


PAGES = ["", "edit/", "seal/", "rename/", "hours/", "days/add/", "divisions/add/"]


@pytest.mark.parametrize("role", [r for r in Role if r != Role.ADMINISTRATOR])
def test_nobody_else_opens_any_of_these_pages(role):
    client = client_of(make_user(role=role))
    pk = make_division().pk

    for page in [*PAGES, f"divisions/{pk}/", f"divisions/{pk}/retire/"]:
        assert client.post(OFFICE + page).status_code in {403, 405}
        assert client.get(OFFICE + page).status_code in {403, 405}


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_page_opens_in_both_languages(browser, language):
    browser.cookies["django_language"] = language
    pages = [*PAGES, f"divisions/{make_division(parent=make_division()).pk}/"]

    assert {browser.get(OFFICE + page).status_code for page in pages} == {200}
