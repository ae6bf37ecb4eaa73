"""From the plan to the memo and back: proposed, decided, refused, void, taken back."""

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.approvals import actions as approvals
from prongsai.foundations.approvals import queries as memos
from prongsai.foundations.approvals.statements import Ruling
from prongsai.foundations.approvals.states import Decision
from prongsai.ita.errors import InvalidMove
from prongsai.registers.measures.actions import plans as actions
from prongsai.registers.measures.actions.memos import (
    AlreadyApproved,
    NothingLeft,
    NothingToPropose,
    OnItsWay,
)
from prongsai.registers.measures.models import Measure
from tests.cast import NOW
from tests.planning import (
    NO,
    TITLE,
    YES,
    approved_plan,
    decide,
    draft_of,
    make_measure,
    make_plan,
    make_team,
    proposed,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def states(plan):
    plan.refresh_from_db()
    return plan.state, [m.state for m in plan.measures.all()]


def edit(team, plan, **fields):
    measure = plan.measures.first()
    draft = draft_of(team, **{"title": "เปลี่ยน"} | fields)
    actions.edit(measure, draft, version=measure.version, by=team.analyst, at=NOW)


def test_propose_drafts_a_memo_filled_from_the_plan():
    team = make_team()
    plan = make_plan(team)
    make_measure(plan, team=team, budget=1200)

    memo = actions.propose(plan, by=team.analyst, at=NOW)

    assert states(plan) == ("proposed", ["proposed"])
    assert (memo.state, memo.drafted_by) == ("draft", team.analyst)
    assert "๒๕๖๙" in memo.title
    assert "๒๕๖๘" in memo.background
    assert "๑ มาตรการ" in memo.facts
    assert "๑,๒๐๐.๐๐ บาท" in memo.facts
    assert TITLE in memo.facts


def test_propose_leaves_out_what_is_not_complete():
    team = make_team()
    plan = make_plan(team)
    make_measure(plan, team=team)
    make_measure(plan, team=team, steps=())

    memo = actions.propose(plan, by=team.analyst, at=NOW)

    assert states(plan) == ("proposed", ["proposed", "draft"])
    assert "๑ มาตรการ" in memo.facts


def test_propose_refuses_nothing_and_nobody():
    team = make_team()
    plan = make_plan(team)
    make_measure(plan, team=team, steps=())

    with pytest.raises(PermissionDenied):
        actions.propose(plan, by=team.head, at=NOW)
    with pytest.raises(NothingToPropose) as refused:
        actions.propose(plan, by=team.analyst, at=NOW)

    assert refused.value.facts == {"drafts": 1}
    assert states(plan) == ("draft", ["draft"])


def test_propose_waits_for_the_memo_that_is_on_its_way():
    team = make_team()
    plan = make_plan(team)
    make_measure(plan, team=team)
    proposed(team, plan)

    for deed in (actions.propose, actions.take_back):
        with pytest.raises(OnItsWay):
            deed(plan, by=team.analyst, at=NOW)


def test_the_decision_approves_what_was_put_forward():
    team = make_team()

    plan = approved_plan(team, measures=2)

    assert states(plan) == ("approved", ["approved", "approved"])
    assert plan.decided_by == team.mayor
    assert plan.decision_number


def test_a_refusal_makes_drafts_and_the_memo_keeps_what_was_refused():
    team = make_team()
    plan = make_plan(team)
    make_measure(plan, team=team)

    memo = decide(team, proposed(team, plan), NO)

    assert states(plan) == ("draft", ["draft"])
    assert plan.decided_by is None
    assert not memos.changed_since_submission(memo)
    again = actions.propose(plan, by=team.analyst, at=NOW)
    assert again != memo


def test_an_acknowledgement_alone_decides_nothing():
    team = make_team()
    plan = make_plan(team)
    make_measure(plan, team=team)
    seen = Ruling(decisions=[Decision.ACKNOWLEDGED], no_interest=True)

    decide(team, proposed(team, plan), seen)

    assert states(plan) == ("proposed", ["proposed"])
    assert actions.propose(plan, by=team.analyst, at=NOW).state == "draft"


def test_a_recalled_memo_leaves_the_plan_proposed_and_goes_again():
    team = make_team()
    plan = make_plan(team)
    make_measure(plan, team=team)
    memo = approvals.recall(proposed(team, plan), by=team.analyst, at=NOW)
    recalled = states(plan)
    edit(team, plan)

    memo = approvals.submit(memo, by=team.analyst, at=NOW)
    decide(team, memo)

    assert recalled == ("proposed", ["proposed"])
    assert states(plan) == ("approved", ["approved"])


def test_an_edit_on_the_way_voids_the_opinions_only():
    team = make_team()
    plan = make_plan(team)
    make_measure(plan, team=team)
    memo = proposed(team, plan)

    edit(team, plan)

    memo.refresh_from_db()
    assert memo.state == "voided"
    assert states(plan) == ("proposed", ["proposed"])


def test_an_edit_after_the_decision_voids_it_and_what_runs_goes_on():
    team = make_team()
    plan = approved_plan(team, measures=2)
    Measure.objects.filter(plan=plan, order=2).update(state="running")
    memo = memos.about(actions.SUBJECT, plan.pk).get()

    edit(team, plan)

    assert states(plan) == ("draft", ["proposed", "running"])
    assert plan.decided_at is None
    memo = approvals.submit(memos.memos().get(pk=memo.pk), by=team.analyst, at=NOW)
    decide(team, memo)
    assert states(plan) == ("approved", ["approved", "running"])


def test_what_is_added_to_an_approved_plan_goes_by_the_same_memo_with_new_facts():
    team = make_team()
    plan = approved_plan(team)
    make_measure(plan, team=team, title="เพิ่ม")
    untouched = states(plan)

    memo = actions.propose(plan, by=team.analyst, at=NOW)

    assert untouched == ("approved", ["approved", "draft"])
    assert states(plan) == ("proposed", ["proposed", "proposed"])
    assert memo == memos.about(actions.SUBJECT, plan.pk).get()
    assert "๒ มาตรการ" in memo.facts


def test_take_back_makes_drafts_of_what_nobody_was_asked_about():
    team = make_team()
    plan = make_plan(team)
    make_measure(plan, team=team)
    memo = actions.propose(plan, by=team.analyst, at=NOW)

    with pytest.raises(PermissionDenied):
        actions.take_back(plan, by=team.head, at=NOW)
    actions.take_back(plan, by=team.analyst, at=NOW)

    assert states(plan) == ("draft", ["draft"])
    memo = approvals.submit(memo, by=team.analyst, at=NOW)
    with pytest.raises(NothingLeft):
        decide(team, memo)


def test_take_back_refuses_what_was_not_proposed():
    team = make_team()
    plan = approved_plan(team)

    with pytest.raises(AlreadyApproved):
        actions.take_back(plan, by=team.analyst, at=NOW)
    with pytest.raises(InvalidMove):
        actions.take_back(make_plan(team, year=2570), by=team.analyst, at=NOW)


@pytest.mark.parametrize("ruling", [YES, NO], ids=["yes", "no"])
def test_a_second_memo_about_an_approved_plan_takes_nothing_away(ruling):
    team = make_team()
    plan = make_plan(team)
    make_measure(plan, team=team)
    first = actions.propose(plan, by=team.analyst, at=NOW)
    second = actions.propose(plan, by=team.clerk, at=NOW)
    decide(team, approvals.submit(first, by=team.analyst, at=NOW))

    second = approvals.submit(second, by=team.clerk, at=NOW)
    decide(team, second, ruling)

    assert first != second
    assert states(plan) == ("approved", ["approved"])
