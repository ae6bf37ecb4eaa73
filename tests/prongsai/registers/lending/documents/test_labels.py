"""Labels carry a code that leads to the asset, and Thai that can be read back."""

import pypdfium2
import pytest

from prongsai.registers.lending.documents import labels
from tests.cast import TODAY, make_office
from tests.shelf import make_asset

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

SITE = "https://tambon.example.go.th/"


def sheet(assets, *, skipped=0):
    return labels.labels_pdf(
        assets, office=assets[0].organisation, site=SITE, skipped=skipped, on=TODAY
    )


def pages(content):
    with pypdfium2.PdfDocument(content) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf]


def test_a_label_says_office_code_and_name():
    make_office(name_th="องค์การบริหารส่วนตำบลน้ำปู่ที่")
    asset = make_asset(code="416-69-0001", name_th="เต็นท์ผ้าใบ ญี่ปุ่น")

    text = "".join(pages(sheet([asset]))[0].split())

    assert "416-69-0001" in text
    assert "เต็นท์ผ้าใบญี่ปุ่น" in text
    assert "องค์การบริหารส่วนตำบลน้ำปู่ที่" in text


def test_the_code_leads_to_the_asset_on_the_offices_own_host():
    make_office()
    asset = make_asset(code="๔๑๖/69 ก")

    address = labels.address_of(asset, SITE)

    assert address == (
        f"{SITE}staff/lending/assets/by-code/"
        "%E0%B9%94%E0%B9%91%E0%B9%96/69%20%E0%B8%81/"
    )


def test_twenty_four_labels_stand_on_a_sheet():
    make_office()
    assets = [make_asset()] * 25

    assert len(pages(sheet(assets[:24]))) == 1
    assert len(pages(sheet(assets))) == 2


def test_labels_used_already_are_left_out():
    make_office()
    assets = [make_asset()] * 24

    assert len(pages(sheet(assets, skipped=1))) == 2


def test_a_very_long_name_keeps_its_label():
    make_office()
    asset = make_asset(name_th="โต๊ะประชุม" * 19, code="x" * 60)

    assert len(pages(sheet([asset] * 24))) == 1


def test_the_sheet_is_tagged_and_the_same_each_time():
    make_office()
    asset = make_asset()

    content = sheet([asset])

    assert b"/StructTreeRoot" in content
    assert content == sheet([asset])
