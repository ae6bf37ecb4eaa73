"""The invented analysis: every indicator has a text the rules find nothing in."""

from random import Random

import pytest

from prongsai.config.demonstration.office import make_office, make_people
from prongsai.registers.assessments.demo import make
from prongsai.registers.assessments.models import Carry, Narrative
from prongsai.registers.assessments.queries import narratives as queries
from prongsai.registers.assessments.queries import results
from tests.cast import TODAY, settle

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_the_newest_result_is_analysed_and_the_rules_find_nothing():
    office = make_office()
    settle(office)
    cast = make_people(office, since=TODAY.replace(year=TODAY.year - 3))

    make(cast, today=TODAY, random=Random(1))  # noqa: S311  # no secret

    newest = results.years()[0]
    assert Narrative.objects.filter(assessment=newest).count() == 11
    assert not Narrative.objects.filter(assessment=newest, edited_at=None).exists()
    assert queries.findings_by_number(newest) == {}
    assert Carry.objects.exists()
