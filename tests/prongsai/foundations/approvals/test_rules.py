"""Numbers of the law are dated and have a source."""

from datetime import date

import pytest

from prongsai.foundations.approvals.rules import rule


def test_an_appeal_takes_fifteen_days_by_section_44():
    found = rule("appeal_days", on=date(2025, 11, 20))

    assert found.value == 15
    assert "มาตรา 44" in found.source


def test_before_the_first_known_day_the_first_one_counts():
    assert rule("appeal_days", on=date(1990, 1, 1)).value == 15


def test_an_unknown_rule_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        rule("nothing", on=date(2025, 1, 1))
