"""Indicators are called as the report calls them, else as the law of its year does."""

from dataclasses import replace

import pytest

from prongsai.ita.documents.rendering.contents.indicators import names
from tests.factories import INDICATORS, make_plan, make_scores


def test_an_indicator_is_called_as_the_report_calls_it():
    first, *others = make_scores()
    report = make_plan(scores=(replace(first, name="ชื่อของเราเอง"), *others))

    assert names(report)["1"] == "ชื่อของเราเอง"


def test_without_scores_the_framework_of_the_year_names_it():
    assert names(make_plan()).keys() == INDICATORS.keys()
    assert all(names(make_plan()).values())


@pytest.mark.parametrize("year", [None, 2400])
def test_a_year_without_framework_names_nothing(year):
    assert names(make_plan(fiscal_year=year)) == {}
