"""Deeds on a plan from its pages: begun, proposed, closed; refused to the wrong people."""

import pytest
from django.urls import reverse

from prongsai.foundations.approvals.models import Memo
from prongsai.registers.measures.actions import plans as actions
from prongsai.registers.measures.models import Plan
from tests.cast import NOW, client_of
from tests.planning import approved_plan, make_measure, make_plan, make_team

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_a_plan_is_begun_with_thai_digits():
    team = make_team()
    url = reverse("measures:plan_new")
    client = client_of(team.analyst)

    form = client.get(url)
    answer = client.post(
        url, {"fiscal_year": "๒๕๗๐", "result_year": "๒๕๖๙", "title": "แผน"}
    )

    plan = Plan.objects.get()
    assert form.status_code == 200
    assert answer["Location"] == plan.get_absolute_url()
    assert (plan.fiscal_year, plan.result_year) == (2570, 2569)
    again = client.post(url, {"fiscal_year": "2570"})
    assert again.status_code == 422


def test_the_title_is_changed_once_by_two_people():
    team = make_team()
    plan = make_plan(team)
    client = client_of(team.clerk)
    url = reverse("measures:plan_edit", args=[plan.pk])

    assert client.get(url).status_code == 200
    first = client.post(url, {"title": "หนึ่ง", "result_year": "", "version": "1"})
    second = client.post(url, {"title": "สองนะ", "result_year": "", "version": "1"})

    plan.refresh_from_db()
    assert (first.status_code, second.status_code) == (302, 409)
    assert plan.title == "หนึ่ง"
    assert "สองนะ" in second.content.decode()


def test_a_plan_goes_into_a_memo_and_back():
    team = make_team()
    plan = make_plan(team)
    make_measure(plan, team=team)
    client = client_of(team.analyst)

    proposed = client.post(reverse("measures:plan_propose", args=[plan.pk]))
    back = client.post(reverse("measures:plan_take_back", args=[plan.pk]))

    plan.refresh_from_db()
    assert proposed["Location"] == Memo.objects.get().get_absolute_url()
    assert back["Location"] == plan.get_absolute_url()
    assert plan.state == "draft"


def test_a_plan_without_anything_complete_is_not_proposed():
    team = make_team()
    plan = make_plan(team)

    answer = client_of(team.analyst).post(
        reverse("measures:plan_propose", args=[plan.pk])
    )

    assert answer.status_code == 409


def test_a_year_is_closed_and_opened_again():
    team = make_team()
    plan = approved_plan(team)
    client = client_of(team.clerk)
    reopen = reverse("measures:plan_reopen", args=[plan.pk])
    early = client.post(reverse("measures:plan_close", args=[plan.pk]))
    actions.drop(plan.measures.get(), reason="ยุบ", by=team.clerk, at=NOW)

    client.post(reverse("measures:plan_close", args=[plan.pk]))
    plan.refresh_from_db()
    closed = plan.state
    page = client.get(plan.get_absolute_url()).content.decode()
    client.get(reopen)
    client.post(reopen, {"reason": "ลืมแนบ"})

    plan.refresh_from_db()
    assert early.status_code == 409
    assert (closed, plan.state) == ("closed", "approved")
    assert reopen in page


@pytest.mark.parametrize(
    "name",
    ["plan_edit", "plan_propose", "plan_take_back", "plan_close", "plan_reopen", "add"],
)
@pytest.mark.parametrize("who", ["head", "alice", "mayor"])
def test_deeds_on_a_plan_are_refused_to_others(name, who):
    team = make_team()
    plan = make_plan(team)

    answer = client_of(getattr(team, who)).post(
        reverse(f"measures:{name}", args=[plan.pk]), {}
    )

    assert answer.status_code == 403
