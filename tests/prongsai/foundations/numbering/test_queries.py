"""However many take numbers at once, none is missing and none is given twice."""

import sys

import pytest

from prongsai.foundations.numbering import actions, queries
from prongsai.foundations.numbering.models import Counter
from prongsai.foundations.organisations import tenancy
from tests.cast import NOW, make_office
from tests.crowds import own_database, run

CROWD = "tests.prongsai.foundations.audit.crowd"


@pytest.mark.slow
def test_sixteen_writers_get_a_number_each(tmp_path):
    with own_database(tmp_path) as variables:
        told = run([sys.executable, "-m", CROWD, "numbers"], variables)

    assert told == "0 True 48 []"


@pytest.mark.django_db
def test_gaps_finds_a_counter_that_was_turned_by_hand():
    make_office()
    actions.take("memo", by=None, at=NOW)

    Counter.objects.update(last=3)

    assert queries.gaps() == [("memo", 2568)]


@pytest.mark.django_db
def test_gaps_finds_a_counter_without_any_number():
    office = make_office()

    Counter.objects.create(
        organisation=office, kind="memo", base="fiscal", year=2569, last=1
    )

    assert queries.gaps() == [("memo", 2569)]


@pytest.mark.django_db
def test_kinds_are_those_of_the_office():
    make_office()
    other = make_office()
    with tenancy.acting_for(other.pk):
        actions.take("theirs", by=None, at=NOW)

    actions.take("ours", by=None, at=NOW)

    assert queries.kinds() == ["ours"]
