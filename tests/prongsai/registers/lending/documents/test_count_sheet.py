"""The count sheet lists what is to be found, with room to sign."""

import pypdfium2
import pytest

from prongsai.registers.lending.documents.count_sheet import count_sheet_pdf
from prongsai.registers.lending.queries import checks as queries
from tests.cast import TODAY, make_office
from tests.shelf import make_asset, start_check

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def text_of(content):
    with pypdfium2.PdfDocument(content) as pdf:
        return "".join(
            "".join(page.get_textpage().get_text_bounded().split()) for page in pdf
        )


def test_the_sheet_names_order_lines_and_members():
    office = make_office()
    make_asset(code="416-69-0001", name_th="เครื่องพิมพ์", quantity=12)
    opened, member = start_check()

    content = count_sheet_pdf(
        opened, queries.items(opened), office=office, site="http://x/", on=TODAY
    )

    text = text_of(content)
    assert "ใบตรวจนับพัสดุประจำปีปีงบประมาณพ.ศ.๒๕๖๘" in text
    assert "๑๙๙/๒๕๖๘" in text
    assert "๔๑๖-๖๙-๐๐๐๑" not in text
    assert "416-69-0001" in text
    assert "เครื่องพิมพ์" in text
    assert "๑๒หลัง" in text
    assert "".join(member.get_full_name().split()) in text
    assert b"/StructTreeRoot" in content


def test_a_long_list_takes_more_pages():
    office = make_office()
    for _n in range(30):
        make_asset()
    opened, _member = start_check()

    content = count_sheet_pdf(
        opened, queries.items(opened), office=office, site="http://x/", on=TODAY
    )

    with pypdfium2.PdfDocument(content) as pdf:
        assert len(pdf) > 1
