"""The Thai words of the memo that proposes a plan, filled from the plan."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from prongsai.foundations.approvals.statements import Parts
from prongsai.ita.documents.rendering.sentences import Sentences
from prongsai.registers.assessments.queries import results
from prongsai.registers.measures.models import Measure, Plan

say = Sentences(__package__).say


def memo_title(plan: Plan) -> str:
    """Return the subject line."""
    return say("title", year=plan.fiscal_year)


def memo_parts(plan: Plan, measures: Sequence[Measure]) -> Parts:
    """Return background, facts, law, considerations and closing."""
    return Parts(
        background=" ".join(_background(plan)),
        facts="\n".join(_facts(measures)),
        law=say("law", year=plan.fiscal_year),
        considerations=say("considerations"),
        closing=say("closing"),
    )


def _background(plan: Plan) -> Iterator[str]:
    yield say("background", year=plan.fiscal_year)
    if plan.result_year is None:
        return
    yield say("background_result", result_year=plan.result_year)
    result = results.confirmed(plan.result_year)
    if result is None:
        return
    if result.announced_total is not None:
        yield say("background_total", total=result.announced_total)
    if result.announced_level:
        yield say("background_level", level=result.announced_level)


def _facts(measures: Sequence[Measure]) -> Iterator[str]:
    steps = [s for m in measures for s in m.steps.all() if s.parent_id is None]
    line = say("facts", measures=len(measures), steps=len(steps))
    budget = sum((m.budget for m in measures if m.budget), Decimal(0))
    if budget:
        line = f"{line} {say('facts_budget', budget=f'{budget:,.2f}')}"
    yield line
    for number, measure in enumerate(measures, 1):
        yield say("facts_line", number=number, title=measure.title)
