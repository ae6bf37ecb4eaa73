"""Problems in the shape of a framework file are named with their place."""

import pytest

from prongsai.ita.frameworks.loader import parse
from tests.prongsai.ita.frameworks.small import SMALL, found_in, with_change

ELEMENT = '{ key = "thing.name", th = "ชื่อ", source = ["A"], confidence = "one-source" }'


@pytest.mark.parametrize(
    "case",
    [
        (
            ELEMENT,
            '{ key = "thing.name", th = "ชื่อ", confidence = "one-source" }',
            "no-source",
            "items.o1.elements.1",
        ),
        (
            ELEMENT,
            '{ key = "thing.name", th = "ชื่อ", source = [], confidence = "inferred" }',
            "empty",
            "items.o1.elements.1.source",
        ),
        (
            ELEMENT,
            ELEMENT.replace('"A"', '"Z"'),
            "unknown-source",
            "items.o1.elements.1.source",
        ),
        (
            ELEMENT,
            ELEMENT.replace("one-source", "surely"),
            "unknown-confidence",
            "items.o1.elements.1.confidence",
        ),
        (
            ELEMENT,
            ELEMENT.replace("one-source", "confirmed"),
            "confirmed-by-one",
            "items.o1.elements.1.source",
        ),
        (
            ELEMENT,
            ELEMENT.replace("th =", "thai ="),
            "no-field",
            "items.o1.elements.1.th",
        ),
        (
            ELEMENT,
            ELEMENT.replace("th =", 'colour = "red", th ='),
            "unknown-field",
            "items.o1.elements.1.colour",
        ),
        (ELEMENT, '"a text"', "wrong-type", "items.o1.elements.1"),
        ('th = "ข้อสอง"', 'th = " "', "empty", "items.o2.th"),
        ('th = "ข้อสอง"', "th = 5", "wrong-type", "items.o2.th"),
        ("indicator = 1", "indicator = true", "wrong-type", "questions.i1.indicator"),
        ("values = [0, 100]", "values = []", "empty", "scales.all.values"),
        (
            "values = [0, 100]",
            "values = [0, false]",
            "wrong-type",
            "scales.all.values.2",
        ),
        ("2037-08-01", '"soon"', "wrong-type", "calendar.announcement.start"),
        (
            "2037-08-01",
            "2037-08-01T08:00:00",
            "wrong-type",
            "calendar.announcement.start",
        ),
        ("weight = 0.40", "weight = nan", "odd-number", "instruments.OIT.weight"),
        ("weight = 0.40", "weight = -inf", "odd-number", "instruments.OIT.weight"),
        ("weight = 0.40", "weight = 1e-999999", "odd-number", "instruments.OIT.weight"),
        ("revision = 1", "", "no-field", "revision"),
        ("revision = 1", "revision = 1\ncolour = 1", "unknown-field", "colour"),
        ("[aspects.1]", "[aspects]", "wrong-type", "aspects.th"),
        ('B = "an invented website"', "B = 5", "wrong-type", "sources.B"),
    ],
)
def test_a_misshapen_field_is_refused_with_its_place(case):
    old, new, code, where = case

    text = with_change(old, new)

    assert (code, where) in found_in(text)


def test_every_problem_is_named_at_once():
    text = SMALL.replace("one-source", "surely")

    assert len(found_in(text)) > 10


def test_a_file_without_a_sources_table_is_refused():
    text = SMALL.partition("[sources]")[0]

    assert ("no-field", "sources") in found_in(text)


def test_an_absent_element_list_is_not_known_and_not_empty():
    framework = parse(SMALL, "fy2580.toml")

    item = framework.item("o2")

    assert item is not None
    assert item.elements is None
