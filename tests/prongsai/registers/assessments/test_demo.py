"""The invented results: three confirmed years, each as the rule of its year has it."""

from datetime import date
from random import Random

import pytest

from prongsai.config.demonstration.office import make_office, make_people
from prongsai.foundations.organisations import tenancy
from prongsai.ita.frameworks.loader import available
from prongsai.ita.thai.fiscal import first_day, fiscal_year_of
from prongsai.registers.assessments.demo import make
from prongsai.registers.assessments.models import Carry, Narrative, SelfCheck
from prongsai.registers.assessments.queries import results as queries
from prongsai.registers.assessments.queries.agreeing import agreement
from tests.cast import TODAY, settle

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def invented(today):
    """Make an invented office with its results on a day."""
    office = make_office()
    settle(office)
    cast = make_people(office, since=first_day(fiscal_year_of(today) - 3))
    with tenancy.acting_for(office.pk):
        make(cast, today=today, random=Random(1))  # noqa: S311  # no secret


def test_three_years_are_confirmed_and_agree_with_their_rule():
    invented(TODAY)

    assert [one.fiscal_year for one in queries.years()] == [2568, 2567, 2566]
    assert not any(agreement(one).differs for one in queries.years())
    assert queries.years()[0].items.exists()
    edited = Narrative.objects.filter(edited_at__isnull=False)
    assert [edited.filter(assessment=one).count() for one in queries.years()] == [
        11,
        11,
        0,
    ]
    assert not edited.filter(text__contains="(ร่าง)").exists()
    assert SelfCheck.objects.exists()
    assert Carry.objects.exists()


@pytest.mark.parametrize(
    "day", [date(2026, 8, 14), date(2026, 11, 21), date(2029, 1, 2)]
)
def test_a_year_without_a_rule_of_its_own_uses_the_newest(day):
    invented(day)

    known = [year for year in available() if date(year - 543, 8, 15) < day]
    assert queries.years()[0].fiscal_year == known[-1]
    assert SelfCheck.objects.exists()
