"""Everything that can be wrong with a part, and safe text."""

from datetime import date

import pytest

from prongsai.foundations.files.models import StoredFile
from prongsai.registers.disclosure.actions.drafts import (
    PartDraft,
    cleaned,
    is_web_address,
    problems_of,
)
from prongsai.registers.disclosure.models import Item, Year
from prongsai.registers.disclosure.states import PartKind

ITEM = Item(year=Year(fiscal_year=2569), known_keys=["strategy.goals"])
PDF = StoredFile(name="แผน/ปี.pdf", format="pdf", content_type="application/pdf")
PNG = StoredFile(name="ก.png", format="png", content_type="image/png")
WEBP = StoredFile(name="ก.webp", format="webp", content_type="image/webp")


def codes(kind, *, files=(), **said):
    draft = cleaned(PartDraft(kind=kind, **said))
    return [
        p.code.removeprefix("disclosing.")
        for p in problems_of(draft, item=ITEM, files=files)
    ]


@pytest.mark.parametrize(
    ("kind", "said", "found"),
    [
        (PartKind.TEXT, {"body_th": "<p>ก</p>"}, []),
        (PartKind.TEXT, {"body_th": "<p> &nbsp;</p>"}, ["part-empty"]),
        (PartKind.NOTHING, {"body_th": ""}, ["part-empty"]),
        (PartKind.TEXT, {"body_th": "ก", "keys": ["plan.budget"]}, ["keys-not-asked"]),
        (PartKind.TABLE, {"title_th": "ก", "table": {}}, ["part-empty"]),
        (PartKind.LINK, {"title_th": "ก", "url": "javascript:alert(1)"}, ["bad-address"]),
        (PartKind.LINK, {"url": "https://example.go.th/"}, ["title-missing"]),
        (PartKind.LIVE, {"supply": "nobody.knows"}, ["unknown-register"]),
        (PartKind.FILES, {"title_th": "ก"}, ["part-empty"]),
    ],
)  # fmt: skip
def test_a_part_says_what_is_wrong_with_it(kind, said, found):
    assert codes(kind, **said) == found


def test_pictures_come_one_by_one_with_words_and_in_a_format_that_is_published():
    said = {"title_th": "ก"}

    assert codes(PartKind.FILES, files=[PDF], **said) == []
    assert codes(PartKind.FILES, files=[PNG], **said) == ["alt-missing"]
    assert codes(PartKind.FILES, files=[PNG], alt_th="ตลาด", **said) == []
    assert codes(PartKind.FILES, files=[PNG, PNG], alt_th="ก", **said) == [
        "one-picture"
    ]
    assert codes(PartKind.FILES, files=[WEBP], alt_th="ก", **said) == [
        "not-publishable"
    ]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"data_year": 2568}, []),
        ({"data_year": 2026}, ["christian-year"]),
        ({"data_year": 2599}, ["wrong-year"]),
        ({"starts_on": date(2060, 1, 1)}, ["wrong-year"]),
        (
            {"starts_on": date(2026, 3, 31), "ends_on": date(2025, 10, 1)},
            ["period-backwards"],
        ),
        ({"data_year": 2568, "ends_on": date(2026, 3, 31)}, ["period-outside"]),
        ({"data_year": 2569, "ends_on": date(2026, 3, 31)}, []),
    ],
)
def test_data_of_a_wrong_year_are_said(said, found):
    assert codes(PartKind.TEXT, body_th="ก", **said) == found


def test_hostile_text_keeps_nothing_that_runs():
    draft = PartDraft(
        kind=PartKind.TEXT, body_th='<p onclick="x()">ก</p><script>x()</script>'
    )
    none = PartDraft(kind=PartKind.NOTHING, body_th="<b>ไม่มี</b><svg onload=x()>")

    assert cleaned(draft).body_th == "<p>ก</p>"
    assert cleaned(none).body_th == "ไม่มี"


@pytest.mark.parametrize(
    "url",
    ["ftp://example.go.th", "https://u:p@example.go.th", "https://localhost/",
     "//example.go.th", "https://example.go.th:x/", "https://a b.go.th"],
)  # fmt: skip
def test_an_address_that_is_none_on_the_web_is_refused(url):
    assert not is_web_address(url)
