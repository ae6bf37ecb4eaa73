"""Drafts say the numbers they were given, and nothing else."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.documents.model.report import Narrative
from prongsai.ita.documents.rendering.drafts import draft, fill, points
from prongsai.ita.documents.rendering.wording import Digits, Wording
from tests.factories import make_analysis
from tests.factories import points as printed_points

THAI = Wording(digits=Digits.ARABIC)
ENGLISH = Wording(digits=Digits.ARABIC, language="en")
NUMBER = re.compile(r"\d+(?:\.\d+)?")


@given(printed_points, printed_points, st.sampled_from([THAI, ENGLISH]))
def test_draft_holds_the_inputs_their_difference_and_the_gap(old, new, wording):
    text = draft({"2567": old, "2568": new}, wording) or ""
    difference = abs(Decimal(new) - Decimal(old))
    gap = Decimal(100) - Decimal(new)
    expected = {Decimal(2567), Decimal(2568), Decimal(new)}
    expected |= {Decimal(old), difference} if difference else set()
    expected |= {gap, Decimal(100)} if gap else set()

    assert {Decimal(number) for number in NUMBER.findall(text)} == expected


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("80.00", "80.01", "เพิ่มขึ้น"),
        ("80.01", "80.00", "ลดลง"),
        ("80", "80.00", "เท่ากับ"),
    ],
)
def test_draft_names_the_direction(old, new, word):
    text = draft({"2567": old, "2568": new}, THAI) or ""

    directions = {"เพิ่มขึ้น", "ลดลง", "เท่ากับ"}
    assert {found for found in directions if found in text} == {word}


@given(printed_points, printed_points)
def test_draft_speaks_of_points_and_never_of_percent(old, new):
    years = {"2567": old, "2568": new}

    assert not re.search("ร้อยละ|เปอร์เซ็น|%", draft(years, THAI) or "")
    assert not re.search("percent|%", draft(years, ENGLISH) or "")


def test_draft_says_that_it_is_one():
    assert (draft({"2568": "90.00"}, THAI) or "").startswith("(ร่าง) ")
    assert (draft({"2568": "90.00"}, ENGLISH) or "").startswith("(Draft) ")


def test_draft_compares_the_two_latest_years_only():
    text = draft({"2566": "11.11", "2568": "90.00", "2567": "80.00"}, THAI) or ""

    assert "11.11" not in text
    assert "เพิ่มขึ้น 10.00 คะแนน" in text


def test_draft_of_a_single_year_compares_nothing():
    assert "ไม่มีคะแนนปีก่อน" in (draft({"2568": "100"}, THAI) or "")


def test_draft_is_silent_without_points():
    assert draft({"2568": "ไม่ประเมิน"}, THAI) is None
    assert draft({}, THAI) is None


@pytest.mark.parametrize("text", ["", "-", "1e2", "101", "-1", "NaN", "1_0", "100.001"])
def test_points_are_numbers_from_0_to_100(text):
    assert points(text) is None


def test_fill_keeps_what_the_report_says_and_drafts_the_rest():
    report = make_analysis()

    filled = fill(report, THAI)

    said = {n.indicator: n.text for n in filled.narratives}
    assert list(said) == [None, *(score.indicator for score in report.scores)]
    assert set(report.narratives) < set(filled.narratives)
    assert sum(text.startswith("(ร่าง)") for text in said.values()) == 9


def test_fill_keeps_narratives_of_indicators_without_scores():
    alone = Narrative(indicator="11", text="เรื่องนี้ไม่มีคะแนน")

    assert fill(make_analysis(narratives=(alone,)), THAI).narratives[-1] == alone
