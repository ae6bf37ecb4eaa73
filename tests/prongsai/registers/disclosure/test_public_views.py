"""The public pages of the assessment: what is there, what is missing, and why."""

import pytest

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.frameworks import queries as frameworks
from prongsai.foundations.publications import actions
from prongsai.foundations.publications.actions import Attached
from prongsai.registers.disclosure.actions import exemptions
from prongsai.registers.disclosure.models import Item, Year
from prongsai.registers.disclosure.queries import public
from tests.cast import NOW, client_of, make_division, make_office, make_user
from tests.prongsai.registers.disclosure.publishing import content, publish_item

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def get(path, language="en", **headers):
    client = client_of(None)
    client.cookies["django_language"] = language
    return client.get(path, headers=headers)


def open_year(*, division="", **facts):
    """A year with two items, as the table holds them after the year was opened."""
    office = make_office()
    if division:
        facts["division"] = make_division(name_en=division)
    alice = make_user()
    year = Year.objects.create(
        organisation=office, fiscal_year=2569, opened_at=NOW, opened_by=alice
    )
    for number, code in enumerate(("o1", "o12"), 1):
        Item.objects.create(
            organisation=office,
            year=year,
            code=code,
            number=number,
            title_th=f"ข้อ {code}",
            title_en=f"Item {code}",
            **facts if code == "o12" else {},
        )
    return year


def test_a_year_says_of_each_item_what_is_there_and_what_is_missing():
    open_year(
        division="Finance division", reason_th="ยังไม่ครบกำหนด", reason_en="Not due yet"
    )
    publish_item("o1")

    page = get("/ita/2569/").text

    assert "1 of 2 items have something to read; 0 are complete" in page
    assert "1 element missing" in page
    assert "วันที่จัดทำ: Signed next week" in page
    assert "Not due yet" in page
    assert "Finance division" in page
    assert "Not published yet" in page


def test_an_item_that_is_not_published_says_why_and_who_is_responsible():
    open_year(
        division="Finance division", reason_th="ยังไม่ครบกำหนด", reason_en="Not due yet"
    )

    answer = get("/ita/2569/o12/")

    assert answer.status_code == 200
    assert "Not due yet" in answer.text
    assert "Finance division" in answer.text
    assert "csrfmiddlewaretoken" not in answer.text


def test_what_is_drafted_beside_a_published_item_is_not_told():
    open_year(reason_th="ร่าง", reason_en="A secret draft reason")
    publish_item("o12")

    assert "A secret draft reason" not in get("/ita/2569/").text
    assert "A secret draft reason" not in get("/ita/2569/o12/").text


def test_a_published_item_shows_its_elements_parts_files_and_proof():
    open_year()
    pdf = Attached(name="o12.pdf", content_type="application/pdf", content=b"%PDF-1")
    version = publish_item("o12", files=[pdf])

    page = get("/ita/2569/o12/").text

    assert "1 of 2 elements are there." in page
    assert "Signed next week" in page
    assert '<a href="#part-1">' in page
    assert "Text of the part" in page
    assert "<script" not in page.replace("<script defer", "")
    assert 'href="/ita/2569/o12/files/o12.pdf"' in page
    assert "PDF · 6 bytes" in page
    assert f"/verify/{version.digest}/" in page
    assert 'href="/ita/2569/o12/t.xlsx"' in page
    assert "Clerk" in page


def test_an_element_not_asked_of_the_office_is_neither_there_nor_missing():
    open_year()
    frozen = content("o12")
    frozen["elements"][1] |= {"is_asked": False, "reason": None}
    publish_item("o12", frozen=frozen)

    assert "1 of 1 elements are there." in get("/ita/2569/o12/").text
    assert "Not asked of us" in get("/ita/2569/o12/").text
    assert "1 are complete" in get("/ita/2569/").text


def test_a_file_is_called_as_people_call_it_and_a_picture_says_what_it_shows():
    open_year()
    frozen = content("o12")
    label = {"label": "รูป/ประกอบ.png", "alt_th": "ศาลา", "alt_en": "A pavilion"}
    frozen["parts"][0] |= {"files": ["o12-1.png"], "file_words": {"o12-1.png": label}}
    frozen["parts"][0] |= {"starts": None}
    png = Attached(name="o12-1.png", content_type="image/png", content=b"png")
    publish_item("o12", frozen=frozen, files=[png])

    page = get("/ita/2569/o12/").text

    assert '<img src="/ita/2569/o12/files/o12-1.png" alt="A pavilion"' in page
    assert page.count("รูป/ประกอบ.png") == 2  # in its part, and where files are saved
    assert ">o12-1.png<" not in page
    assert "up to 31 Mar 2569" in page


def test_an_item_says_what_a_correction_changed():
    open_year()
    publish_item("o12")
    actions.publish(
        address="ita/2569/o12", title_th="ข้อ o12", title_en="Item o12",
        content=content("o12", rows=3), template="disclosure/public/item.html",
        note_th="เพิ่มแถว", note_en="A row was added", by=None, at=NOW,
    )  # fmt: skip

    assert "A row was added" in get("/ita/2569/o12/").text
    assert "A row was added" in get("/ita/atom.xml").text


def test_an_element_not_asked_of_the_office_is_not_listed_before_publication():
    year = open_year()
    item = year.items.get(code="o1")
    asked = public.elements_asked(2569, "o1")
    framed = frameworks.load(2569).item("o1")
    assert framed is not None
    key = (framed.elements or ())[0].key

    exemptions.give(
        item, key, reason="x", source="y", by=make_user(role=Role.CLERK), at=NOW
    )

    assert public.elements_asked(2569, "o1") == asked[1:]


def test_reports_below_an_item_are_linked_without_a_year_being_opened():
    make_office()
    publish_item("o26/year")

    assert 'href="/ita/2569/o26/year/"' in get("/ita/2569/").text
    item = get("/ita/2569/o26/").text
    assert 'href="/ita/2569/o26/year/"' in item
    assert "not published yet" not in item
    assert 'href="/ita/2569/"' in get("/ita/").text


def test_a_year_without_a_framework_still_lists_what_stands_there():
    make_office()
    publish_item("o3", year=2555)

    assert 'href="/ita/2555/o3/"' in get("/ita/2555/").text
    assert get("/ita/2555/o3/").status_code == 200


@pytest.mark.parametrize("path", ["/ita/2570/", "/ita/2569/o99/", "/ita/2570/o1/"])
def test_unknown_years_and_items_are_not_found(path):
    open_year()

    assert get(path).status_code == 404


def test_a_withdrawn_item_says_so_and_the_year_counts_it_as_missing():
    open_year()
    version = publish_item("o12")
    actions.withdraw(
        version.publication,
        reason_th="ผิด",
        reason_en="It was wrong",
        by=make_user(role="clerk"),
        at=NOW,
    )

    answer = get("/ita/2569/o12/")

    assert (answer.status_code, "It was wrong" in answer.text) == (410, True)
    assert "0 of 2 items" in get("/ita/2569/").text


def test_the_page_of_a_year_asks_as_often_for_many_items_as_for_one(
    django_assert_max_num_queries,
):
    open_year()
    for n in range(1, 13):
        publish_item(f"o{n}", rows=n)

    with django_assert_max_num_queries(14):
        assert get("/ita/2569/").status_code == 200


def test_hostile_rich_text_in_a_frozen_content_is_not_run():
    open_year()
    hostile = content(
        "o12", html="<p>ok</p><script>alert(1)</script><img src=x onerror=y>"
    )
    hostile["parts"][0]["url"] = "javascript:alert(2)"
    publish_item("o12", frozen=hostile)

    page = get("/ita/2569/o12/").text

    assert "alert(" not in page
    assert "onerror" not in page
