"""A clean item raises nothing; each planted fault is found, with its place, alone."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.ita.disclosure.checking import check
from prongsai.ita.disclosure.model import (
    Blank,
    Severity,
    Shown,
    ShownFile,
    ShownLink,
    ShownPart,
    Trouble,
)
from prongsai.ita.frameworks import loader
from prongsai.ita.frameworks.model import Confidence
from tests.prongsai.ita.disclosure.items import (
    ON,
    clean,
    clean_items,
    clean_part,
    codes,
    files,
    framework,
    item,
    table,
    with_part,
)

CITIZEN = "1-2345-67890-12-1"
FEW = settings(max_examples=30)
"""Enough for every item of the year to come up; the laws themselves are simple."""


@FEW
@given(clean_items())
def test_a_clean_item_raises_nothing(case):
    asked, shown = case

    found = check(framework(), asked, shown, on=ON)

    assert found.findings == ()
    assert found.is_complete
    assert all(element.met for element in found.elements)


@pytest.mark.parametrize("year", loader.available())
def test_every_item_of_every_year_can_be_clean(year):
    for asked in loader.load(year).items or ():
        found = check(loader.load(year), asked, clean(asked), on=ON)

        assert {one.severity for one in found.findings} <= {Severity.NOTICE}


@FEW
@given(clean_items(), st.data())
def test_a_missing_element_is_found_alone(case, data):
    asked, shown = case
    counted = [e.key for e in asked.elements if not e.key.endswith("none_stated")]
    key = data.draw(st.sampled_from(counted))
    parts = tuple(
        replace(p, keys=p.keys - {key}) for p in shown.parts if p.keys - {key}
    )

    found = check(framework(), asked, replace(shown, parts=parts), on=ON)

    # Without any part left nobody says the year either: only the elements are told.
    assert {one.code for one in found.findings} == {"disclosure.element-missing"}
    assert key in {one.key for one in found.findings}
    assert not found.is_complete


@FEW
@given(clean_items(), st.data())
def test_a_blank_cell_is_found_with_its_row_and_column(case, data):
    asked, shown = case
    number = data.draw(st.integers(1, len(shown.parts)))
    part = shown.parts[number - 1]
    rows = [list(row) for row in part.tables[0].rows]
    row = data.draw(st.integers(0, len(rows) - 1))
    column = data.draw(st.integers(0, len(rows[0]) - 1))
    rows[row][column] = data.draw(st.sampled_from(["", " ", "\u00a0"]))
    broken = replace(part.tables[0], rows=tuple(map(tuple, rows)))
    parts = list(shown.parts)
    parts[number - 1] = replace(part, tables=(broken,))

    found = check(framework(), asked, replace(shown, parts=tuple(parts)), on=ON)

    assert len(found.findings) == 1
    assert found.findings[0].code in {"disclosure.blank-cells", "disclosure.blank-row"}
    place = found.findings[0].place
    assert (place.part, place.row) == (number, row + 1)
    assert place.column in {broken.columns[column], ("", "")}
    assert not [e for e in found.elements if number in e.parts and e.met]


@FEW
@given(clean_items().filter(lambda case: case[0].data_year), st.integers(1, 3))
def test_a_wrong_year_is_found_alone(case, years):
    asked, shown = case

    found = codes(asked, with_part(shown, data_year=asked.data_year.value - years))

    assert found == ["wrong-year"]


@given(
    clean_items(), st.sampled_from(["missing", "down", "sign_in", "slow", "refused"])
)
def test_a_link_that_does_not_open_is_found_with_its_address(case, outcome):
    asked, shown = case
    link = ShownLink(url="https://example.go.th/gone", outcome=outcome)

    found = check(framework(), asked, with_part(shown, links=(link,)), on=ON)

    assert [one.place.url for one in found.findings] == [link.url]
    assert found.findings[0].code.startswith("disclosure.link-")


@FEW
@given(clean_items(), st.booleans())
def test_a_scan_and_a_file_that_does_not_open_are_found(case, opens):
    asked, shown = case
    bad = ShownFile(name="ภาพ.pdf", kind="pdf", opens=opens, has_text=False)

    found = check(
        framework(), asked, with_part(shown, files=(*shown.parts[0].files, bad)), on=ON
    )

    assert [one.place.file for one in found.findings] == ["ภาพ.pdf"]
    assert found.is_complete is opens  # a scan is doubted, it does not block


@FEW
@given(clean_items(), st.sampled_from(["text", "table", "file", "title"]))
def test_a_citizen_id_is_found_wherever_it_stands(case, where):
    asked, shown = case
    planted: dict[str, dict[str, Any]] = {
        "text": {"text": f"หนึ่ง\nเลขประจำตัว {CITIZEN}"},
        "table": {"tables": (table(rows=(("ก", CITIZEN),)),)},
        "file": {
            "files": (
                *shown.parts[0].files,
                ShownFile(name="a", kind="pdf", text=CITIZEN),
            )
        },
        "title": {"title": (CITIZEN, "")},
    }

    found = check(framework(), asked, with_part(shown, **planted[where]), on=ON)

    assert [one.code for one in found.findings] == ["disclosure.citizen-id"]
    assert not found.is_complete
    assert CITIZEN not in repr(found.findings[0].facts)


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ({"text": f"หนึ่ง\nสอง {CITIZEN}"}, {"line": 2}),
        ({"tables": (table(rows=(("ก", "ข"), ("ค", CITIZEN))),)}, {"row": 2}),
    ],
)
def test_the_place_of_personal_data_is_told(where, place):
    found = check(framework(), item("o1"), with_part(clean(item("o1")), **where), on=ON)

    assert {k: getattr(found.findings[0].place, k) for k in place} == place


def test_the_offices_own_telephone_may_stand_there():
    shown = with_part(clean(item("o3")), text="โทร. 081-234-5678")

    assert codes(item("o3"), shown) == ["private-telephone"]
    assert codes(item("o3"), replace(shown, contacts=frozenset({"0812345678"}))) == []


@pytest.mark.parametrize("kind", ["PDF", "Excel"])
def test_a_file_type_that_is_demanded_is_missed(kind):
    asked = item("o12")
    gone = {"PDF": "pdf", "Excel": "xlsx"}[kind]
    kept = tuple(f for f in clean(asked).parts[0].files if f.kind != gone)

    assert codes(asked, with_part(clean(asked), files=kept)) == ["format-missing"]
    made = replace(with_part(clean(asked), files=kept), made=frozenset({gone}))
    assert codes(asked, made) == []


class TestPeriods:
    """o11 of 2569: the first six months of 2569."""

    asked = item("o11")

    def part(self, starts, ends):
        return with_part(clean(self.asked), starts=starts, ends=ends)

    def test_months_that_do_not_reach_far_enough_are_the_wrong_period(self):
        short = self.part(date(2025, 10, 1), date(2026, 2, 28))

        assert codes(self.asked, short) == ["wrong-period"]

    def test_while_the_period_runs_it_is_only_told(self):
        short = self.part(date(2025, 10, 1), date(2026, 1, 31))

        assert codes(self.asked, short, on=date(2026, 2, 1)) == ["period-running"]

    def test_a_later_half_is_the_wrong_period(self):
        late = self.part(date(2026, 4, 1), date(2026, 9, 30))

        assert codes(self.asked, late) == ["wrong-period"]

    def test_parts_month_by_month_cover_it_together(self):
        keys = frozenset(e.key for e in self.asked.elements)
        starts = [date(2025, 10, 1), date(2025, 12, 1), date(2026, 2, 1)]
        ends = [date(2025, 11, 30), date(2026, 1, 31), date(2026, 3, 31)]
        parts = tuple(
            clean_part(self.asked, keys, starts=s, ends=e)
            for s, e in zip(starts, ends, strict=True)
        )

        assert codes(self.asked, Shown(parts=parts)) == []
        assert codes(self.asked, Shown(parts=(parts[0], parts[2]))) == ["wrong-period"]

    def test_nobody_saying_the_period_is_doubted(self):
        unsaid = with_part(clean(self.asked), starts=None, ends=None)

        assert codes(self.asked, unsaid) == ["period-unstated"]

    @given(st.integers(1, 60))
    def test_a_cut_off_that_was_not_reached_is_found(self, days):
        year = loader.load(2568)
        asked = year.item("o12")
        assert asked is not None
        assert asked.cut_off is not None
        ends = asked.cut_off.value - timedelta(days=days)

        found = check(
            year, asked, with_part(clean(asked), starts=None, ends=ends), on=ON
        )

        assert [one.code for one in found.findings] == ["disclosure.wrong-cut-off"]


class TestNothingToReport:
    """o18: complaints, of which there may be none; it must be said."""

    asked = item("o18")
    keys = frozenset(e.key for e in asked.elements if not e.key.endswith("none_stated"))

    def part(self, **fields):
        return clean_part(self.asked, self.keys, **fields)

    def test_an_empty_table_is_no_statement(self):
        shown = Shown(parts=(self.part(tables=(replace(table(), rows=()),), text=""),))

        assert set(codes(self.asked, shown)) == {"empty-table", "none-unstated"}

    def test_noughts_without_a_word_are_found(self):
        shown = Shown(parts=(self.part(tables=(table(rows=(("เรื่อง", "๐"),)),)),))

        assert codes(self.asked, shown) == ["none-unstated"]

    def test_counts_need_no_statement(self):
        assert codes(self.asked, Shown(parts=(self.part(),))) == []

    def test_a_statement_is_enough(self):
        empty = {"tables": (), "files": (), "links": (), "text": "ไม่มีเรื่องร้องเรียน"}
        shown = Shown(
            parts=(self.part(says_none=True, **empty),), made=frozenset({"pdf", "xlsx"})
        )

        assert codes(self.asked, shown) == []

    def test_a_part_without_content_is_found(self):
        bare = ShownPart(keys=frozenset({"organisation.powers"}), kind="text")
        shown = Shown(parts=(*clean(item("o1")).parts, bare))

        assert codes(item("o1"), shown) == ["empty-part"]


def test_a_registers_reason_is_passed_on():
    asked = item("o22")
    why = ("ยังไม่เผยแพร่", "Not published yet")
    part = ShownPart(
        keys=frozenset(), kind="live", missing={"risk.result.measures": why}
    )

    found = check(framework(), asked, Shown(parts=(part,)), on=ON)

    assert [one.code for one in found.findings] == ["disclosure.element-unanswered"]
    assert found.findings[0].facts["reason"] == why


def test_an_exempted_element_is_not_asked():
    asked = item("o22")

    found = check(
        framework(),
        asked,
        Shown(parts=()),
        on=ON,
        exempt=frozenset({"risk.result.measures"}),
    )

    assert found.findings == ()
    assert [e.is_asked for e in found.elements] == [False]
    assert found.is_complete


def test_blank_cells_of_an_attached_sheet_are_doubted_where_elements_are_columns():
    asked = item("o8")
    blank = Blank(sheet=1, column="งบประมาณ", row=3, count=2)
    file = ShownFile(name="แผน.xlsx", kind="xlsx", opens=True, blanks=(blank,))
    part = clean_part(asked, files=(*files(asked), file))

    (found,) = check(framework(), asked, Shown(parts=(part,)), on=ON).findings
    one = clean_part(asked, keys=frozenset({"x"}), files=(file,))

    assert (found.code, found.severity) == (
        "disclosure.blank-cells",
        Severity.WARNING,
    )
    assert (found.place.file, found.place.row) == ("แผน.xlsx", 3)
    assert "blank-cells" not in codes(asked, Shown(parts=(one,)))


def test_a_total_may_leave_columns_blank_and_a_dash_fills_a_cell():
    rows = (("ก", "1", "-"), ("รวมทั้งสิ้น", "1", ""))

    assert (
        codes(item("o1"), with_part(clean(item("o1")), tables=(table(rows=rows),)))
        == []
    )


@pytest.mark.parametrize(
    ("outcome", "code"),
    [
        ("down", "page-unreachable"),
        ("sign_in", "page-sign-in"),
        ("changed", "page-changed"),
    ],
)
def test_a_public_page_that_strangers_do_not_reach_is_found(outcome, code):
    own = (ShownLink(url="https://office.example/ita/2569/o1/", outcome=outcome),)
    shown = replace(clean(item("o1")), reachable=False, addresses=own)

    assert codes(item("o1"), shown) == [code]
    assert codes(item("o1"), replace(shown, addresses=())) == ["page-unreachable"]


def test_a_garbled_file_and_one_too_large_are_told():
    def shown(trouble):
        file = ShownFile(name="a.pdf", kind="pdf", opens=True, trouble=trouble)
        return with_part(clean(item("o1")), files=(file,))

    assert codes(item("o1"), shown(Trouble.GARBLED)) == ["file-garbled"]
    assert codes(item("o1"), shown(Trouble.TOO_LARGE)) == ["file-unread"]


def test_a_heading_of_another_year_is_doubted():
    shown = with_part(clean(item("o7")), title=("รายงาน ปีงบประมาณ พ.ศ. ๒๕๖๖", ""))

    assert codes(item("o7"), shown) == ["title-of-other-year"]


def test_news_of_another_year_are_the_wrong_year():
    assert codes(item("o4"), with_part(clean(item("o4")), data_year=2568)) == [
        "wrong-year"
    ]


def test_measures_may_be_of_the_year_or_of_the_result_they_work_from():
    def found(**fields):
        return codes(item("o25"), with_part(clean(item("o25")), **fields))

    acting = {"data_year": 2569, "starts": date(2025, 10, 1), "ends": date(2026, 9, 30)}
    assert found(data_year=2568) == found(**acting) == []
    assert found(data_year=2567) == ["wrong-year"]


def test_data_of_another_year_than_they_say_are_the_wrong_period():
    late = {"starts": date(2025, 10, 1), "ends": date(2025, 12, 31)}

    assert codes(item("o7"), with_part(clean(item("o7")), **late)) == ["wrong-period"]


def test_what_rests_on_inference_is_named():
    found = check(framework(), item("o5"), clean(item("o5")), on=ON)

    assert {e.key for e in found.to_confirm} == {
        "strategy.approach", "strategy.goals", "strategy.indicators",
    }  # fmt: skip
    missing = check(framework(), item("o5"), Shown(parts=()), on=ON).findings
    assert Confidence.INFERRED in {one.confidence for one in missing}


def test_ten_thousand_rows_with_a_blank_column_are_one_finding():
    rows = tuple((f"ก{n}", "", "1") for n in range(10_000))

    found = check(
        framework(),
        item("o1"),
        with_part(clean(item("o1")), tables=(table(rows=rows),)),
        on=ON,
    )

    assert [one.facts["count"] for one in found.findings] == [10_000]
