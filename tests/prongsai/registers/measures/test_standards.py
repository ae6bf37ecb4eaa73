"""The library of standard measures: whole, in both languages, for every weak point."""

from datetime import date

import pytest
from django.utils import translation

from prongsai.foundations.evidence.figures import registry
from prongsai.ita.frameworks.loader import load
from prongsai.registers.measures import standards
from prongsai.registers.measures.standards import every_standard, standard

EVERY = sorted(every_standard().values(), key=lambda one: one.code)


def test_every_aspect_and_every_indicator_has_at_least_three():
    for number in standards.ASPECTS:
        assert sum(number in one.aspects for one in EVERY) >= 3, number
    for number in standards.INDICATORS:
        assert sum(number in one.indicators for one in EVERY) >= 3, number


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.code)
def test_a_standard_is_whole_in_both_languages(one):
    texts = [one.title, one.reason, one.output, one.outcome, one.unit, one.baseline]
    texts += [step.words for step in one.steps]

    assert all(words.th.strip() and words.en.strip() for words in texts)
    assert not any("ก" <= letter <= "๛" for words in texts for letter in words.en)
    assert len({step.words.th for step in one.steps}) == len(one.steps)


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.code)
def test_the_keys_of_a_standard_are_asked_for_by_the_framework(one):
    subjects = [s for item in load(2569).items or () for s in item.subjects]

    for key in one.keys:
        assert any(f"{s}.".startswith(f"{key}.") for s in subjects), key


def test_every_figure_of_a_standard_is_one_that_a_register_offers():
    wanted = {one.figure_key for one in EVERY} - {""}

    assert wanted <= registry().keys()


def test_steps_fall_into_the_fiscal_year():
    one = standard("stock-check")

    assert one.starts_on(2569) == date(2025, 10, 1)
    assert one.ends_on(2569) == date(2026, 3, 31)
    assert [step.due_on(2569).month for step in one.steps] == [10, 11, 1, 3]


def test_a_title_speaks_the_language_of_the_page():
    title = standard("no-gift").title

    with translation.override("en"):
        assert str(title) == title.en
    with translation.override("th"):
        assert str(title) == title.th


def test_those_for_weak_indicators_come_first_the_dearest_in_front():
    ordered = standards.for_weak((4, 7))

    weak = ["4" if 4 in one.indicators else "7" for one in ordered[:7]]
    assert weak == ["4"] * 4 + ["7"] * 3
    assert len(ordered) == len(EVERY)


def test_a_code_nobody_knows_is_refused():
    with pytest.raises(standards.UnknownStandard):
        standard("no-such")


BAD = """\
[who]
every = { th = "ทุกกอง", en = "Every division" }
[measures.bad]
aspects = [%(aspect)s]
indicators = [1]
title = { th = "ก", en = "a" }
reason = { th = "ก", en = "a" }
output = { th = "ก", en = "a" }
outcome = { th = "ก", en = "a" }
unit = { th = "ก", en = "a" }
baseline = { th = "ก", en = "a" }
steps = [
  { who = "every", month = %(month)s, th = "ก", en = "a" },
  { who = "every", month = 11, th = "ข", en = "b" },
  { who = "every", month = 12, th = "ค", en = "c" },
]
"""


@pytest.mark.parametrize(
    ("facts", "wrong"),
    [
        ({"aspect": 8, "month": 10}, "aspects"),
        ({"aspect": 1, "month": 13}, "month"),
        ({"aspect": 1, "month": 9}, "order"),
    ],
)
def test_a_standard_no_plan_could_take_over_is_refused(facts, wrong):
    with pytest.raises(ValueError, match=wrong):
        standards.parse(BAD % facts)
