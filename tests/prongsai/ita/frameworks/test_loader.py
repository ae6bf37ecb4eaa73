"""The frameworks that are shipped, and the years that are refused."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.errors import BadFramework, UnknownYear, YearTooEarly
from prongsai.ita.frameworks.loader import available, load, parse
from prongsai.ita.frameworks.model import Confidence, Framework
from prongsai.ita.words.catalogue import say
from tests.prongsai.ita.frameworks.small import SMALL


@pytest.fixture(params=available())
def framework(request: pytest.FixtureRequest) -> Framework:
    return load(request.param)


def test_every_shipped_framework_agrees_with_itself(framework: Framework):
    assert len(framework.indicators) == 10
    assert sum(i.weight for i in framework.instruments) == Decimal(1)


def test_every_shipped_framework_states_gaps_in_both_languages(framework: Framework):
    assert framework.missing
    assert all(gap.th and gap.en for gap in framework.missing)


def test_letters_rule_to_2565_and_words_from_2566(framework: Framework):
    expected = "letters" if framework.year <= 2565 else "words"

    assert framework.level_scheme == expected
    has_minimum = any(level.min_each_instrument for level in framework.levels)
    assert has_minimum == (expected == "words")


def test_no_shipped_source_names_a_document_received(framework: Framework):
    received = {k: v for k, v in framework.sources.items() if k.startswith("S0")}

    assert all("a document received" in text for text in received.values())


def test_years_come_oldest_first():
    assert list(available()) == sorted(available())
    assert 2568 in available()


def test_2568_has_28_items_and_the_nine_fields_of_procurement():
    framework = load(2568)

    assert framework.items is not None
    assert [item.code for item in framework.items] == [f"o{n}" for n in range(1, 29)]
    procurement = framework.item("o12")
    assert procurement is not None
    assert procurement.elements is not None
    assert len(procurement.elements) == 9
    confident = {element.grounds.confidence for element in procurement.elements}
    assert confident == {Confidence.CONFIRMED}


def test_a_year_is_read_once():
    assert load(2568) is load(2568)


@pytest.mark.parametrize("year", [2500, 2561])
def test_years_before_2562_are_refused_with_the_reason(year: int):
    with pytest.raises(YearTooEarly) as refused:
        load(year)

    assert str(year) in say(refused.value.code, "th", **refused.value.facts)


@pytest.mark.parametrize("year", [2562, 2563, 2599])
def test_years_without_a_file_are_unknown_and_the_known_are_named(year: int):
    with pytest.raises(UnknownYear) as refused:
        load(year)

    assert "2568" in say(refused.value.code, "en", **refused.value.facts)


def test_text_that_is_not_toml_is_refused_with_its_line():
    with pytest.raises(BadFramework) as refused:
        parse("year = \n", "fy2580.toml")

    assert "line 1" in say(refused.value.code, "en", **refused.value.facts)


def test_a_refusal_names_the_file_and_the_place():
    with pytest.raises(BadFramework) as refused:
        parse(SMALL.replace("weight = 0.40", "weight = 0.50"), "fy2580.toml")

    said = say(refused.value.code, "en", **refused.value.facts)
    assert "fy2580.toml" in said
    assert "not to 1.10" in said


@pytest.mark.parametrize("text", ["", "year = " + "9" * 5000, "year = " + "[" * 5000])
def test_text_that_is_no_framework_at_all_is_refused(text: str):
    with pytest.raises(BadFramework):
        parse(text, "fy2580.toml")


_VALUES = ["5", '"x"', "[]", "{}", "true", "inf", "2037-01-01", "[{}]", "1e400", "-1"]


@given(
    st.integers(min_value=0, max_value=SMALL.count(" = ") - 1), st.sampled_from(_VALUES)
)
def test_any_value_in_any_place_is_read_or_refused_and_never_breaks(place, value):
    lines = SMALL.splitlines()
    fields = [number for number, line in enumerate(lines) if " = " in line]
    line = fields[place % len(fields)]
    lines[line] = f"{lines[line].partition(' = ')[0]} = {value}"
    text = "\n".join(lines)

    with suppress(BadFramework):
        assert parse(text, "fy2580.toml").sources
