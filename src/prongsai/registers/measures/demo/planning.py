"""The invented plans: standard measures with owners, put into a memo and approved."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from prongsai.ita.thai.fiscal import first_day
from prongsai.registers.measures.actions import plans, taking
from prongsai.registers.measures.actions.drafts import Draft, StepDraft
from prongsai.registers.measures.actions.measures import FIELDS
from prongsai.registers.measures.actions.steps import FIELDS as STEP_FIELDS
from prongsai.registers.measures.actions.taking import Owners
from prongsai.registers.measures.demo.stage import EVERYWHERE, Stage, pass_memo, stories
from prongsai.registers.measures.models import Measure, Plan
from prongsai.registers.measures.standards import standard

Story = Mapping[str, Any]

BEFORE = timedelta(days=25)
"""How long before the fiscal year its plan is begun."""

WHO = {"personnel": "officer", "information": "officer", "audit": "auditor"}
"""Who in the invented office does what the standard measures leave to a section."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """One measure of the plan with its story."""

    measure: Measure
    story: Story


def make_plan(
    stage: Stage, year: int, kind: str, *, copied: Iterable[Measure] = ()
) -> list[Told]:
    """Make a plan of a fiscal year and have it approved before the year begins."""
    by, day = stage.people["analyst"], first_day(year) - BEFORE
    at = stage.at(day)
    plan = plans.begin(
        fiscal_year=year,
        result_year=year - 1,
        title=f"{stories()['titles'][kind]} ประจำปีงบประมาณ พ.ศ. {year}",
        by=by,
        at=at,
    )
    copied = list(copied)
    if copied:
        taking.from_year(plan, copied, by=by, at=at)
    made = [_from_story(stage, plan, story, day=day) for story in stories()[kind]]
    memo = plans.propose(plan, by=by, at=stage.at(day + timedelta(days=3)))
    for _day in pass_memo(stage, memo, day + timedelta(days=4)):
        pass
    return [replace(one, measure=_fresh(one.measure)) for one in made]


def approved_on(year: int) -> date:
    """Return a day by which the plan of a fiscal year was certainly approved."""
    return first_day(year) - timedelta(days=10)


def add_drafts(stage: Stage, plan: Plan) -> None:
    """Add what nobody has put forward yet: two standard ones and one of our own."""
    by, at = stage.people["analyst"], stage.at(stage.today, 8)
    for story in stories()["draft"]:
        person = stage.people.get(story["by"])
        taking.from_standard(
            plan,
            story["standard"],
            division=stage.division_of(story["by"]) if person else None,
            accountable=person,
            by=by,
            at=at,
        )
    words = stories()["words"]
    own = Draft(title=words["own_title"], aspect=2, division=stage.divisions["welfare"])
    plans.add(plan, own, steps=[StepDraft(text=words["own_step"])], by=by, at=at)


def _from_story(stage: Stage, plan: Plan, story: Story, *, day: date) -> Told:
    by, at = stage.people["analyst"], stage.at(day, 11)
    owners = Owners(
        division=stage.division_of(story["by"]),
        accountable=stage.people[story["by"]],
        everywhere=tuple(stage.divisions[code] for code in EVERYWHERE),
    )
    code = story["standard"]
    [measure] = taking.from_standards(plan, [code], owners=owners, by=by, at=at)
    facts: dict[str, Any] = {name: getattr(measure, name) for name in FIELDS}
    for name in ("indicators", "responsible_texts"):
        facts[name] = tuple(facts[name])
    draft = Draft(**facts)
    changed = replace(
        draft, baseline=Decimal(story["baseline"]), target=Decimal(story["target"])
    )
    measure = plans.edit(measure, changed, version=measure.version, by=by, at=at)
    _give_steps(stage, measure, story, day=day)
    return Told(measure=measure, story=story)


def _give_steps(stage: Stage, measure: Measure, story: Story, *, day: date) -> None:
    """Give each step to whom the library means; one may be due some days ago."""
    by, at = stage.people["analyst"], stage.at(day, 14)
    whose = {s.words.th: s.who for s in standard(measure.standard).steps}
    steps = list(
        measure.steps.select_related("division", "accountable").order_by("order", "pk")
    )
    late = stage.today - timedelta(days=story.get("late", 0))
    may_lag = "late" in story and late >= first_day(measure.plan.fiscal_year)
    for step in steps:
        before = StepDraft(**{name: getattr(step, name) for name in STEP_FIELDS})
        draft = _of_its_owner(stage, before, whose.get(step.text, "owner"))
        if may_lag and draft.accountable == measure.accountable:
            draft, may_lag = replace(draft, due_on=late), False
        if draft != before:
            plans.edit_step(step, draft, version=step.version, by=by, at=at)


def _of_its_owner(stage: Stage, draft: StepDraft, who: str) -> StepDraft:
    name = WHO.get(who, who)
    person = stage.people.get(name)
    if person is None:  # the owner of the measure, or one line for each division
        return draft
    return replace(draft, accountable=person, division=stage.division_of(name))


def _fresh(measure: Measure) -> Measure:
    return Measure.objects.select_related("plan", "accountable").get(pk=measure.pk)
