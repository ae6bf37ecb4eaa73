"""The numbers of the law: dated, sourced, and found by the day they hold on."""

from datetime import date

import pytest

from prongsai.registers.lending import rules

CONFIDENCE = {"high", "known", "one-source", "inferred"}


@pytest.mark.parametrize("name", sorted(rules.every_rule()))
def test_every_number_has_a_source_and_says_how_sure_it_is(name):
    for version in rules.every_rule()[name]:
        assert version.source.strip()
        assert version.confidence in CONFIDENCE


def test_a_rule_is_the_latest_that_holds_on_the_day():
    every = rules.every_rule()["chase_days"]

    assert rules.rule("chase_days", on=date(2026, 1, 1)) == every[-1]
    assert rules.rule("chase_days", on=date(1900, 1, 1)) == every[0]
