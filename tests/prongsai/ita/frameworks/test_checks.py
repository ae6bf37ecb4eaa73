"""A framework that contradicts itself is refused, and told where."""

import pytest

from tests.prongsai.ita.frameworks.small import SMALL, found_in, with_change

SECOND_LEVEL = 'code = "low"\nth = "ต่ำ"\nen = "Low"\nmin_total = 0\npasses = false'


def test_the_small_framework_has_no_problem():
    assert found_in(SMALL) == []


@pytest.mark.parametrize(
    "case",
    [
        ("weight = 0.40", "weight = 0.41", "weights", "instruments"),
        ("weight = 0.40", "weight = -0.40", "weights", "instruments.OIT"),
        ('instrument = "EIT"', 'instrument = "IIT"', "no-indicator", "instruments.EIT"),
        ("[indicators.2]", "[indicators.4]", "not-in-order", "indicators"),
        ('["หนึ่งเดียว"]', '["สอง"]', "name-twice", "indicators"),
        (
            '[subindicators."3.1"]',
            '[subindicators."2.1"]',
            "unknown-indicator",
            "subindicators.2.1",
        ),
        (
            'sub = "3.1"\nth = "ข้อสอง"',
            'sub = "3.2"\nth = "ข้อสอง"',
            "unknown-subindicator",
            "items.o2.sub",
        ),
        (
            '\ncount = { value = 2, source = ["A"]',
            '\ncount = { value = 1, source = ["A"]',
            "too-many-items",
            "subindicators.3.1",
        ),
        (
            "item_count = { value = 2",
            "item_count = { value = 1",
            "too-many-items",
            "items",
        ),
        ("[items.o1]", "[items.o3]", "not-in-order", "items"),
        ("[items.o1]", "[items.x1]", "no-number", "items.x1"),
        ("thing.price", "thing.name", "key-twice", "items.o1.elements.2"),
        ("thing.price", "Thing", "bad-key", "items.o1.elements.2"),
        (
            'data_year = { value = 2579, source = ["B"]',
            'data_year = { value = 2581, source = ["B"]',
            "odd-year",
            "items.o1.data_year",
        ),
        (
            'based_on = { value = 2579, source = ["A"]',
            'based_on = { value = 2570, source = ["A"]',
            "odd-year",
            "documents.report.based_on",
        ),
        (
            "min_total = 80\nmin_each_instrument = 80",
            "min_total = 0",
            "level-order",
            "levels.rules.2",
        ),
        ("min_total = 80", "min_total = 180", "out-of-range", "levels.rules.1"),
        ('code = "low"', 'code = "good"', "name-twice", "levels.rules"),
        (
            SECOND_LEVEL,
            SECOND_LEVEL.replace("= 0", "= 5"),
            "no-last-level",
            "levels.rules",
        ),
        (
            SECOND_LEVEL,
            SECOND_LEVEL.replace("false", "true"),
            "pass-mark",
            "levels.rules.2",
        ),
        (
            'en = "Good"',
            'en = "Good"\ncaveat = "x"',
            "unknown-caveat",
            "levels.rules.1",
        ),
        ("values = [0, 100]", "values = [0, 101]", "out-of-range", "scales.all"),
        ('["ไม่ครบ", "ครบ"]', '["ครบ"]', "labels-differ", "scales.all"),
        ("indicator = 1", "indicator = 3", "unknown-indicator", "questions.i1"),
        (
            '"ส่วนสอง", scale = "all"',
            '"ส่วนสอง", scale = "x"',
            "unknown-scale",
            "questions.i1",
        ),
        ('item = "o2"', 'item = "o9"', "unknown-item", "documents.report.item"),
        ("2037-08-02", "2037-07-02", "ends-before-start", "calendar.announcement"),
        ('about = "o2"', 'about = "o1"', "gap-unstated", "missing"),
        (
            "item_count = { value = 2",
            "item_count = { value = 3",
            "gap-unstated",
            "missing",
        ),
        ("[aspects.1]", "[[rules]]", "gap-unstated", "missing"),
    ],
)
def test_a_contradiction_is_refused_with_its_place(case):
    old, new, code, where = case

    assert (code, where) in found_in(with_change(old, new))


def test_an_instrument_that_is_not_there_is_named():
    start = SMALL.index("[instruments.EIT]")
    end = SMALL.index("[instruments.OIT]")

    assert ("no-instrument", "instruments") in found_in(SMALL[:start] + SMALL[end:])


def test_elements_missing_everywhere_may_be_stated_once():
    text = with_change('about = "o2"', 'about = "elements"')

    assert found_in(text) == []
