"""Which results count, who sees them, and what they come to."""

from decimal import Decimal

import pytest

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.organisations import tenancy
from prongsai.registers.assessments.queries import results as queries
from prongsai.registers.assessments.queries import work
from tests.cast import TODAY, make_office, make_user
from tests.results import make_result, the_analyst

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_only_confirmed_years_count_newest_first():
    make_office()
    for year in (2566, 2568):
        make_result(year)
    draft = make_result(2567, confirmed=False)

    assert [one.fiscal_year for one in queries.years()] == [2568, 2566]
    assert queries.confirmed(2567) is None
    assert queries.of_year(2567) == draft
    assert queries.earlier_than(draft) == queries.confirmed(2566)


def test_computed_follows_the_rule_of_the_year_and_waits_for_every_indicator():
    make_office()

    whole = queries.computed(make_result())
    part = queries.computed(make_result(2567, points={1: "90"}, confirmed=False))

    assert whole is not None
    assert (whole.total, whole.level.code) == (Decimal("88.94"), "good")
    assert part is None


def test_another_office_sees_nothing():
    make_office()
    made = make_result()
    other = make_office()
    stranger = make_user(role=Role.ANALYST, office=other)

    with tenancy.acting_for(other.pk):
        assert made not in queries.visible_to(stranger)
        assert queries.years() == []


def test_the_home_page_lists_drafts_for_those_who_may_confirm():
    make_office()
    assert not work.has_a_result()
    make_result(confirmed=False)
    make_result(2567)

    assert len(work.to_confirm(the_analyst(), TODAY)) == 1
    assert work.to_confirm(make_user(role=Role.HEAD), TODAY) == []
    assert work.has_a_result()
