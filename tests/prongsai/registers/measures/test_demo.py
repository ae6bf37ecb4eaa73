"""The invented measures: two years finished and one running, each state and kind."""

from collections import Counter
from datetime import date
from random import Random

import pytest

from prongsai.config.demonstration.office import make_office, make_people
from prongsai.foundations.evidence.models import Evidence
from prongsai.foundations.organisations import tenancy
from prongsai.ita.thai.fiscal import first_day, fiscal_year_of
from prongsai.registers.measures.demo import make
from prongsai.registers.measures.models import FollowUp, Measure, Part, Plan, Step
from prongsai.registers.measures.states import PlanState
from tests.cast import TODAY, settle

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def invented(today=TODAY):
    """Make an invented office with its measures; return what can be said of them."""
    office = make_office()
    settle(office)
    cast = make_people(office, since=first_day(fiscal_year_of(today) - 3))
    with tenancy.acting_for(office.pk):
        make(cast, today=today, random=Random(1))  # noqa: S311  # no secret
    rows = Measure.objects.filter(organisation=office).order_by("pk")
    steps = Step.objects.filter(organisation=office).order_by("pk")
    return (
        list(rows.values_list("title", "state", "target")),
        list(steps.values_list("text", "due_on", "done_on", "accountable__username")),
    )


def test_two_years_are_closed_this_year_runs_and_the_same_comes_twice():
    said = invented()

    first, old, new = Plan.objects.order_by("fiscal_year")
    states = {
        p: Counter(p.measures.values_list("state", flat=True))
        for p in (first, old, new)
    }
    assert {first.state, old.state, new.state} == {PlanState.APPROVED}
    assert states[first] == {"closed": 4}
    assert states[old] == {"closed": 12, "dropped": 1}
    assert states[new]["running"] >= 5
    assert states[new]["draft"] == 3
    assert {part.state for part in Part.objects.all()} == {
        "accepted",
        "returned",
        "draft",
    }
    assert any(step.is_late(TODAY) for step in Step.objects.filter(measure__plan=new))
    assert FollowUp.objects.exclude(obstacle="").exists()
    assert {"file", "link", "figure"} <= set(
        Evidence.objects.values_list("kind", flat=True)
    )
    assert said == invented()


@pytest.mark.parametrize(
    "day", [date(2026, 10, 1), date(2026, 9, 30), date(2027, 4, 2)]
)
def test_any_day_of_the_year_will_do(day):
    invented(day)

    this = Plan.objects.order_by("-fiscal_year")[0]
    assert this.fiscal_year == fiscal_year_of(day)
    assert this.measures.filter(state="running").exists()
