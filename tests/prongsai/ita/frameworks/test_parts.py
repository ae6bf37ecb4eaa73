"""What the parts of a framework file become."""

from datetime import date
from decimal import Decimal

import pytest

from prongsai.ita.frameworks.loader import parse
from prongsai.ita.frameworks.model import Confidence, InstrumentCode
from tests.prongsai.ita.frameworks.small import SMALL, found_in, with_change


def test_an_item_carries_its_elements_dates_and_grounds():
    item = parse(SMALL, "fy2580.toml").item("o1")

    assert item is not None
    assert item.elements is not None
    assert [e.key for e in item.elements] == ["thing.name", "thing.price"]
    assert [e.local_only for e in item.elements] == [False, True]
    assert item.elements[1].grounds.confidence is Confidence.INFERRED
    assert item.data_year is not None
    assert item.data_year.value == 2579
    assert item.cut_off is not None
    assert item.cut_off.value == date(2037, 3, 31)
    assert item.scale is not None
    assert list(item.scale.values) == [0, 100]


def test_weights_and_thresholds_are_exact_decimals():
    framework = parse(SMALL, "fy2580.toml")

    assert [i.weight for i in framework.instruments] == [
        Decimal("0.30"),
        Decimal("0.30"),
        Decimal("0.40"),
    ]
    assert framework.levels[0].min_each_instrument == 80
    assert framework.levels[1].min_each_instrument is None


def test_questions_documents_rules_and_calendar_are_read():
    framework = parse(SMALL, "fy2580.toml")

    assert framework.questions is not None
    assert [part.scale for part in framework.questions[0].parts] == [None, "all"]
    assert framework.documents is not None
    assert framework.documents[0].layouts is not None
    assert framework.documents[0].layouts[0].columns == ("มาตรการ", "ผล")
    assert framework.rules[0].instrument is InstrumentCode.OIT
    assert framework.calendar is not None
    assert framework.calendar[0].end == date(2037, 8, 2)
    assert framework.aspects is not None
    assert framework.aspects[0].number == 1


@pytest.mark.parametrize(
    "case",
    [
        ("[instruments.IIT]", "[instruments.XIT]", "unknown-word", "instruments.XIT"),
        ('instrument = "EIT"', 'instrument = "X"', "unknown-word", "indicators.2"),
        ('scheme = "words"', 'scheme = "stars"', "unknown-word", "levels"),
        ("[indicators.2]", "[indicators.two]", "no-number", "indicators.two"),
        ("[aspects.1]", "[aspects.01]", "no-number", "aspects.01"),
        (
            'scale = "all"\ndata',
            'scale = "no"\ndata',
            "unknown-scale",
            "items.o1.scale",
        ),
    ],
)
def test_a_word_that_is_none_of_the_known_is_refused(case):
    old, new, code, where = case

    assert (code, where) in found_in(with_change(old, new))
