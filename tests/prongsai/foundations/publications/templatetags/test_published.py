"""Long tables are read page by page; their files hold every row."""

import io
import re
import zipfile

import openpyxl
import pytest

from prongsai.foundations.publications import page_cache
from tests.cast import client_of
from tests.prongsai.foundations.publications.publishing import ADDRESS, PAGE, publish

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def page_of(query=""):
    answer = client_of(None).get(f"{PAGE}{query}")
    assert answer.status_code == 200
    return answer


def rows_of(answer):
    return re.findall(r"ของ-(\d+)-", answer.text)


def published(count):
    publish(*[(f"ของ-{n}-", n) for n in range(count)])


def test_a_long_table_is_shown_page_by_page():
    published(250)

    assert rows_of(page_of()) == [str(n) for n in range(50)]
    assert rows_of(page_of("?loans=5")) == [str(n) for n in range(200, 250)]
    assert 'href="?loans=2#table-loans"' in page_of().text


@pytest.mark.parametrize("query", ["?loans=x", "?loans=-1", "?loans=999", "?loans=%00"])
def test_pages_that_are_none_show_the_nearest(query):
    published(150)

    assert rows_of(page_of(query))


def test_a_cell_that_is_the_address_of_a_file_leads_to_it():
    path = "/people/directory/v1/files/portrait-1.jpg"

    publish((path, 1), (f"//evil.example{path}", 2), ("javascript:/a/files/x", 3))

    page = page_of().text
    assert f'<a href="{path}">portrait-1.jpg</a>' in page
    assert page.count("portrait-1.jpg") == 3  # the address in two cells, one text
    assert '<a href="//' not in page
    assert '<a href="javascript' not in page


def test_a_short_table_has_no_pages():
    published(50)

    assert "?loans=" not in page_of().text


def test_a_page_of_ten_thousand_rows_stays_small_enough_to_be_kept():
    published(10_000)

    answer = page_of()

    assert len(rows_of(answer)) == 50
    assert page_cache.may_be_kept(answer)
    assert len(answer.content) < 150 * 1024


def test_the_workbook_holds_every_row_with_numbers_as_numbers_and_no_formula():
    publish(("=1+1", 4), ("2026-10-01", 5))

    answer = client_of(None).get(f"/published/{ADDRESS}/loans.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content))["การยืม"]

    assert sheet["A2"].data_type == "s"
    assert sheet["A2"].value == "=1+1"
    assert sheet["B2"].value == 4
    assert sheet["A3"].is_date
    assert client_of(None).get(f"/published/{ADDRESS}/none.xlsx").status_code == 404


def test_the_same_workbook_is_the_same_bytes():
    publish()

    first = client_of(None).get(f"/published/{ADDRESS}/loans.xlsx")
    again = client_of(None).get(f"/published/{ADDRESS}/loans.xlsx")

    assert first.content == again.content
    dates = {p.date_time for p in zipfile.ZipFile(io.BytesIO(first.content)).infolist()}
    assert dates == {(1980, 1, 1, 0, 0, 0)}
