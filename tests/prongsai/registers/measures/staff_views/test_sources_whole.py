"""The whole plan at a glance: matrix, year, files; everybody in the office reads them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import client_of, make_office, make_user, settle
from tests.planning import make_measure, make_plan, make_team

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

PAGES = ("matrix", "timeline", "export")


@pytest.fixture
def team():
    return make_team()


@pytest.mark.parametrize("name", PAGES)
def test_everybody_in_the_office_reads_it(team, name):
    plan = make_plan(team)
    make_measure(plan, team=team)

    page = client_of(team.alice).get(reverse(f"measures:{name}", args=[plan.pk]))

    assert page.status_code == 200
    assert page.text.count("<h1") == 1


@pytest.mark.parametrize("name", PAGES)
def test_a_plan_without_measures_opens(team, name):
    plan = make_plan(team)

    page = client_of(team.alice).get(reverse(f"measures:{name}", args=[plan.pk]))

    assert page.status_code == 200


@pytest.mark.parametrize("name", PAGES)
def test_another_office_sees_nothing(team, name):
    plan = make_plan(team)
    other = make_office()
    settle(other)
    charlie = make_user(office=other)

    page = client_of(charlie).get(reverse(f"measures:{name}", args=[plan.pk]))

    assert page.status_code == 404


def test_the_matrix_says_what_is_missing_and_ticks_what_is_there(team):
    plan = make_plan(team)
    make_measure(plan, team=team, aspect=2, indicators=(6,))

    page = client_of(team.alice).get(reverse("measures:matrix", args=[plan.pk]))

    grid = page.text.split('class="data crosses"')[1]
    assert grid.count('class="void"') == 15
    assert "กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ" in page.text


@pytest.mark.parametrize("kind", ["csv", "xlsx", "docx", "pdf"])
def test_the_plan_is_had_as_a_file(team, kind):
    plan = make_plan(team)
    make_measure(plan, team=team)
    page = reverse("measures:plan_file", args=[plan.pk, kind])

    answer = client_of(team.alice).get(page)

    assert answer.status_code == 200
    assert f"measures-2569.{kind}" in answer["Content-Disposition"]


def test_a_kind_nobody_knows_is_not_found(team):
    page = reverse("measures:plan_file", args=[make_plan(team).pk, "exe"])

    assert client_of(team.alice).get(page).status_code == 404


@pytest.mark.parametrize("name", ["matrix", "timeline"])
def test_more_measures_cost_no_more_queries(team, name):
    plan = make_plan(team)
    page, client, counts = reverse(f"measures:{name}", args=[plan.pk]), None, []
    client = client_of(team.alice)

    for more in (1, 4):
        for n in range(more):
            make_measure(plan, team=team, title=f"{more}-{n}")
        with CaptureQueriesContext(connection) as queries:
            client.get(page)
        counts.append(len(queries))

    assert counts[0] >= counts[1]
