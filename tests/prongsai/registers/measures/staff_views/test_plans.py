"""The pages of plans, opened as the people who use them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from prongsai.registers.measures.actions import plans as actions
from tests.cast import NOW, client_of
from tests.planning import (
    approved_plan,
    draft_of,
    make_measure,
    make_plan,
    make_team,
    steps_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def text_of(page) -> str:
    assert page.status_code == 200
    return str(page.content.decode())


@pytest.mark.parametrize("who", ["analyst", "clerk", "mayor", "head", "alice"])
def test_everybody_reads_plans_and_measures(who):
    team = make_team()
    plan = approved_plan(team)
    measure = plan.measures.get()
    client = client_of(getattr(team, who))

    years = text_of(client.get(reverse("measures:plans")))
    year = text_of(client.get(plan.get_absolute_url()))
    page = text_of(client.get(measure.get_absolute_url()))

    assert plan.get_absolute_url() in years
    assert plan.decision_number in year
    assert measure.title in year
    assert measure.title in page
    writes = who in {"analyst", "clerk"}
    assert (reverse("measures:add", args=[plan.pk]) in year) is writes
    assert (reverse("measures:edit", args=[measure.pk]) in page) is writes


def test_an_empty_office_is_told_what_to_do():
    team = make_team()

    page = text_of(client_of(team.analyst).get(reverse("measures:plans")))

    assert reverse("measures:plan_new") in page


def test_measures_stand_under_their_aspect_or_under_each_indicator():
    team = make_team()
    plan = make_plan(team)
    make_measure(plan, team=team, title="สองตัว", aspect=None, indicators=(6, 7))
    client = client_of(team.alice)

    by_aspect = text_of(client.get(plan.get_absolute_url()))
    by_indicator = text_of(client.get(plan.get_absolute_url() + "?by=indicator"))

    assert by_aspect.count("สองตัว") == 1
    assert by_indicator.count("สองตัว") == 2


def test_a_draft_shows_what_is_missing_and_its_next_step():
    team = make_team()
    measure = make_measure(make_plan(team), team=team, steps=())
    client = client_of(team.analyst)

    page = text_of(client.get(measure.get_absolute_url()))
    plan = text_of(client.get(measure.plan.get_absolute_url()))

    assert reverse("measures:step_add", args=[measure.pk]) in page
    assert "ขั้นตอนการดำเนินงาน" in page or "steps" in page
    assert reverse("measures:plan_propose", args=[measure.plan.pk]) in plan


def questions(client, url) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        text_of(client.get(url))
    return len(asked)


def test_the_questions_do_not_grow_with_the_measures():
    team = make_team()
    plan = make_plan(team)
    one = make_measure(plan, team=team)
    client = client_of(team.clerk)
    urls = [plan.get_absolute_url(), plan.get_absolute_url() + "?by=indicator"]
    urls += [reverse("measures:plans"), one.get_absolute_url()]
    for url in urls:
        client.get(url)
    few = [questions(client, url) for url in urls]

    for place in range(29):
        draft = draft_of(team, title=f"มาตรการ {place}", indicators=(1, 2, 3))
        actions.add(plan, draft, steps=steps_of(team, 4), by=team.analyst, at=NOW)
    for step in steps_of(team, 6):
        actions.add_step(one, step, by=team.analyst, at=NOW)

    assert [questions(client, url) for url in urls] == few
    assert max(few) < 30


def test_late_steps_and_the_memo_are_shown():
    team = make_team()
    plan = make_plan(team)
    measure = make_measure(plan, team=team)
    memo = actions.propose(plan, by=team.analyst, at=NOW)

    page = text_of(client_of(team.alice).get(measure.get_absolute_url()))
    year = text_of(client_of(team.alice).get(plan.get_absolute_url()))

    assert memo.get_absolute_url() in page
    assert memo.get_absolute_url() in year
