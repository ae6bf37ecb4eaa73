from decimal import Decimal

import pytest

from prongsai.ita.documents.linting import years
from prongsai.ita.documents.model.report import Report
from tests.prongsai.ita.documents.linting.samples import scores, with_score


@pytest.mark.parametrize("text", ["", "-", "ไม่มี", "9.9.9"])
def test_what_is_no_number_gives_no_points(text):
    assert years.points(text) is None


def test_negative_points_keep_their_sign():
    assert years.points("- ๒.๕") == Decimal("-2.5")


def test_the_current_year_is_the_reports_own_or_the_latest():
    assert years.current_year(scores(fiscal_year=2567)) == "2567"
    assert years.current_year(scores(fiscal_year=2599)) == "2568"
    assert years.current_year(Report()) is None


@pytest.mark.parametrize("year", [None, 2550, 2599])
def test_years_without_a_framework_give_none(year):
    assert years.framework_of(year) is None


def test_a_total_is_computed_only_from_a_whole_table():
    assert years.outcome_of(scores(), "2568") is not None
    assert years.outcome_of(with_score("4", years={"2567": "90"}), "2568") is None
    assert years.outcome_of(scores(), "2599") is None
