"""Questions a framework answers about itself."""

from prongsai.ita.frameworks.loader import load, parse
from prongsai.ita.frameworks.model import InstrumentCode
from tests.prongsai.ita.frameworks.small import SMALL, with_change


def test_an_instrument_knows_its_indicators():
    framework = load(2568)

    assert [i.number for i in framework.indicators_of(InstrumentCode.EIT)] == [6, 7, 8]


def test_a_requirement_key_leads_to_the_item_that_asks_for_it():
    framework = load(2568)

    found = framework.demands("procurement.item.method")

    assert found is not None
    assert found[0].code == "o12"
    assert found[1].th == "วิธีการจัดซื้อจัดจ้าง"
    assert framework.demands("procurement.item.colour") is None


def test_the_groups_of_an_indicator_are_known_when_every_count_agrees():
    groups = load(2568).groups_of(9)

    assert groups is not None
    assert [len(group) for group in groups] == [4, 7, 2, 3, 4]


def test_groups_are_not_known_when_an_item_is_missing():
    text = with_change(
        '\ncount = { value = 2, source = ["A"]', '\ncount = { value = 3, source = ["A"]'
    )

    assert parse(text, "fy2580.toml").groups_of(3) is None
    assert parse(SMALL, "fy2580.toml").groups_of(3) is not None


def test_an_item_that_is_not_listed_is_none():
    assert load(2568).item("o29") is None
