"""Every fact that differs is named, and nothing else."""

import pytest

from prongsai.ita.frameworks.differences import Difference, differences, summary
from prongsai.ita.frameworks.loader import available, load, parse, shipped_text


@pytest.mark.parametrize("year", available())
def test_a_framework_does_not_differ_from_itself(year):
    assert differences(load(year), load(year)) == ()


def test_one_changed_title_is_the_only_difference():
    text = shipped_text(2569).replace('th = "ข่าวประชาสัมพันธ์"', 'th = "ข่าว"', 1)

    found = differences(load(2569), parse(text, "x.toml"))

    assert found == (
        Difference(path=("items", "o4", "th"), before="ข่าวประชาสัมพันธ์", after="ข่าว"),
    )


def test_without_an_earlier_one_everything_is_new():
    found = differences(None, load(2569))

    assert found
    assert all(one.before is None for one in found)


def test_summary_names_the_items_and_keys_that_go():
    found = summary(load(2568), load(2569))

    assert found.items_gone == ("o27", "o28")
    assert not set(found.keys_gone) & {
        e.key for i in load(2569).items or () for e in i.elements or ()
    }
