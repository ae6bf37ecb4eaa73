"""Totals and levels: known results, laws, and refusals."""

import json
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.errors import BadScores, GroupingUnknown, ItemScoresIncomplete
from prongsai.ita.frameworks.loader import load
from prongsai.ita.frameworks.model import InstrumentCode
from prongsai.ita.scoring.score import as_json, score
from tests.prongsai.ita.scoring import strategies

OF_2568 = ["100", "100", "100", "100", "100", "96.33", "96.17", "95.17", "97.50", "100"]
BEFORE = ["100", "100", "100", "100", "100", "95.51", "93.81", "85.03", "100", "100"]


def test_a_year_of_2568_reproduces_its_total_to_the_cent():
    result = score(load(2568), OF_2568)

    assert {code.value: str(v) for code, v in result.instruments.items()} == {
        "IIT": "100.00",
        "EIT": "95.89",
        "OIT": "98.75",
    }
    assert result.unrounded == Decimal("98.267")
    assert result.total == Decimal("98.27")
    assert result.level.th == "ผ่านดีเยี่ยม"


def test_the_top_level_says_that_the_parts_of_the_eit_are_not_known():
    result = score(load(2568), OF_2568)

    last = result.explanation[-1]
    assert last.code == "scoring.step.caveat.eit-parts"
    assert "one lower" in last.sentence("en")
    assert "ผ่านดีเยี่ยม" in last.sentence("th")


def test_a_total_that_ends_in_a_five_is_rounded_up_and_only_once():
    result = score(load(2568), BEFORE)

    assert result.unrounded == Decimal("97.435")
    assert result.total == Decimal("97.44")
    assert result.level.th == "ผ่านดี"


@pytest.mark.parametrize(
    ("eit", "oit", "level"),
    [
        ("95", "95", "excellent"),
        ("94.99", "100", "good"),
        ("85", "85", "good"),
        ("84.99", "100", "pass"),
        ("50", "80", "improve"),
        ("0", "0", "urgent"),
    ],
)
def test_words_need_a_minimum_in_every_instrument(eit: str, oit: str, level: str):
    result = score(load(2568), ["95"] * 5 + [eit] * 3 + [oit] * 2)

    assert result.level.code == level


@pytest.mark.parametrize(
    ("points", "letter"),
    [("95", "AA"), ("94.99", "A"), ("85", "A"), ("84.99", "B"), ("49.99", "F")],
)
def test_letters_look_at_the_total_alone(points: str, letter: str):
    assert score(load(2565), [points] * 10).level.th == letter


def test_thai_digits_count_as_digits():
    thai = ["๑๐๐"] * 5 + ["๙๖.๓๓", "๙๖.๑๗", "๙๕.๑๗", "๙๗.๕๐", "๑๐๐"]

    assert score(load(2568), thai).total == Decimal("98.27")


def test_every_step_is_explained_in_both_languages():
    result = score(load(2568), BEFORE)

    said = "\n".join(made.sentence("en") for made in result.explanation)
    assert "mean of indicators 6, 7, 8" in said
    assert "91.45 \N{MULTIPLICATION SIGN} 0.30 = 27.435" in said
    assert "97.435 becomes 97.44" in said
    assert "Not Pass, excellent: EIT has 91.45" in said
    assert all(made.sentence("th") for made in result.explanation)


def test_json_holds_total_level_instruments_and_explanation():
    told = json.loads(json.dumps(as_json(score(load(2568), OF_2568))))

    assert told["total"] == "98.27"
    assert told["unrounded"] == "98.267"
    assert told["level"] == "ผ่านดีเยี่ยม"
    assert told["instruments"] == {"IIT": "100.00", "EIT": "95.89", "OIT": "98.75"}
    assert told["explanation"][0]["code"] == "scoring.step.mean"


def test_item_scores_take_the_place_of_the_oit_indicators():
    framework = load(2568)
    items = {item.code: "100" for item in framework.items or ()} | {"o12": "0"}

    result = score(framework, OF_2568, items)

    assert result.points[9] == Decimal("90.00")
    assert result.points[10] == Decimal("100.00")
    assert result.means[InstrumentCode.OIT] == 95
    said = [made.code for made in result.explanation]
    assert said.count("scoring.step.items-differ") == 1


def test_item_scores_are_refused_where_the_grouping_is_not_known():
    with pytest.raises(GroupingUnknown):
        score(load(2569), OF_2568, {})


def test_an_item_without_a_score_is_not_a_zero():
    with pytest.raises(ItemScoresIncomplete) as refused:
        score(load(2568), OF_2568, {"o1": "100"})

    assert "o2" in str(refused.value.facts["items"])


@pytest.mark.parametrize("values", [OF_2568[:9], [*OF_2568, "1"], []])
def test_a_wrong_count_is_refused(values: list[str]):
    with pytest.raises(BadScores) as refused:
        score(load(2568), values)

    assert refused.value.code == "scoring.wrong-count"


@given(strategies.frameworks, strategies.indicators)
def test_a_total_lies_between_the_lowest_and_the_highest(framework, values):
    result = score(framework, values)

    assert min(values) <= result.exact <= max(values)
    assert abs(result.exact - Fraction(result.total)) <= Fraction(1, 200)


@given(
    strategies.frameworks,
    strategies.indicators,
    st.tuples(st.integers(min_value=0, max_value=9), strategies.points),
)
def test_raising_an_indicator_never_lowers_total_or_level(framework, values, change):
    place, new = change
    better = [*values]
    better[place] = max(new, values[place])

    before, after = score(framework, values), score(framework, better)

    order = framework.levels
    assert after.total >= before.total
    assert order.index(after.level) <= order.index(before.level)


@given(strategies.frameworks)
def test_the_ends_are_the_best_and_the_worst_level(framework):
    best, worst = score(framework, ["100"] * 10), score(framework, ["0"] * 10)

    assert best.total == 100
    assert best.level is framework.levels[0]
    assert worst.total == 0
    assert worst.level is framework.levels[-1]


@given(strategies.frameworks, strategies.indicators, st.data())
def test_the_order_within_an_instrument_does_not_matter(framework, values, data):
    shuffled = [*values]
    for code in InstrumentCode:
        places = [i.number - 1 for i in framework.indicators_of(code)]
        for place, value in zip(
            places,
            data.draw(st.permutations([values[p] for p in places])),
            strict=True,
        ):
            shuffled[place] = value

    assert score(framework, shuffled).exact == score(framework, values).exact
