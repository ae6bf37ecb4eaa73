"""Levels above, levels reached, and what is in doubt."""

from fractions import Fraction

from prongsai.ita.frameworks.loader import load
from prongsai.ita.frameworks.model import InstrumentCode
from prongsai.ita.scoring.levels import at_least, doubts, level_above, misses


def test_each_level_has_the_next_better_one_above_it():
    framework = load(2568)

    assert level_above(framework, framework.levels[0]) is None
    assert level_above(framework, framework.levels[3]) is framework.levels[2]
    assert at_least(framework, framework.levels[0], framework.levels[2])
    assert not at_least(framework, framework.levels[3], framework.levels[2])


def test_a_total_that_rounds_to_the_threshold_is_not_too_low():
    good = load(2568).levels[1]
    means = dict.fromkeys(InstrumentCode, Fraction("84.995"))

    assert list(misses(good, Fraction("84.995"), means)) == []
    assert len(list(misses(good, Fraction("84.994"), means))) == 1


def test_only_the_top_level_of_2568_is_in_doubt():
    framework = load(2568)

    codes = [[d.code for d in doubts(framework, level)] for level in framework.levels]

    assert codes == [["scoring.step.caveat.eit-parts"], [], [], [], []]


def test_a_year_whose_weights_are_inferred_says_so():
    framework = load(2569)

    codes = [doubt.code for doubt in doubts(framework, framework.levels[-1])]

    assert "scoring.step.weights-inferred" in codes
