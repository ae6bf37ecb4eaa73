"""Alice's plans, measures and steps, for the wall test."""

from prongsai.registers.measures.actions.plans import StepDraft
from tests.planning import make_measure, make_plan, make_team

TITLE, STEP, PLAN = "มาตรการลับของอลิซ", "ขั้นตอนลับของอลิซ", "แผนลับของอลิซ"
SECRETS = [TITLE, STEP, PLAN]


def alices(office):
    team = make_team(office)
    steps = (StepDraft(text=STEP, division=team.division, accountable=team.alice),)
    plan = make_plan(team, title=PLAN)
    return make_measure(plan, team=team, title=TITLE, steps=steps)


def whole(office):
    alices(office)
    return {"data": {"title": "ของชาลี", "fiscal_year": "2575"}, "secrets": SECRETS}


def plan(office):
    data = {"title": "ของชาลี", "reason": "ของชาลี", "version": "1"}
    return {"kwargs": {"pk": alices(office).plan_id}, "data": data, "secrets": SECRETS}


def measure(office):
    data = {"title": "ของชาลี", "reason": "ของชาลี", "text": "ของชาลี", "version": "1"}
    return {"kwargs": {"pk": alices(office).pk}, "data": data, "secrets": SECRETS}


def step(office):
    found = alices(office)
    data = {"text": "ของชาลี", "divisions": found.division_id, "version": "1"}
    return {
        "kwargs": {"pk": found.steps.get().pk},
        "data": data,
        "secrets": SECRETS,
    }


def moved_measure(office):
    case = measure(office)
    case["kwargs"]["way"] = "up"
    return case


def moved_step(office):
    case = step(office)
    case["kwargs"]["way"] = "up"
    return case


CASES = {
    "measures:plans": whole,
    "measures:plan_new": whole,
    "measures:plan": plan,
    "measures:plan_edit": plan,
    "measures:plan_propose": plan,
    "measures:plan_take_back": plan,
    "measures:plan_close": plan,
    "measures:plan_reopen": plan,
    "measures:add": plan,
    "measures:measure": measure,
    "measures:edit": measure,
    "measures:drop": measure,
    "measures:remove": measure,
    "measures:move": moved_measure,
    "measures:step_add": measure,
    "measures:step_resolutions": measure,
    "measures:point_add": step,
    "measures:step_edit": step,
    "measures:step_expand": step,
    "measures:step_remove": step,
    "measures:step_move": moved_step,
}
