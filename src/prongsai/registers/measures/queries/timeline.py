"""The fiscal year of a plan: when each measure runs, and its steps done, due and late."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from prongsai.registers.measures.models import Measure, Plan, Step
from prongsai.registers.measures.queries import plans
from prongsai.registers.measures.states import LIVE, MeasureState


@dataclass(frozen=True, kw_only=True)
class Stop:
    """One step on the year: the day it was done, or is due; without a day, none."""

    step: Step
    on: date | None
    state: Literal["done", "due", "late"]


@dataclass(frozen=True, kw_only=True)
class Run:
    """One measure in the year with its steps; points count, what holds them does not."""

    number: int
    measure: Measure
    stops: tuple[Stop, ...]


def runs(plan: Plan, *, on: date) -> list[Run]:
    """Return when the measures of a plan run, as it stands on a day, in three queries."""
    rows = [
        measure
        for measure in plans.measures_of(plan)
        if measure.state != MeasureState.DROPPED
    ]
    return [
        Run(number=number, measure=measure, stops=_stops(measure, on))
        for number, measure in enumerate(rows, 1)
    ]


def ends(steps: Sequence[Step]) -> list[Step]:
    """Return the steps that are done themselves: those without points."""
    parents = {step.parent_id for step in steps}
    return [step for step in steps if step.pk not in parents]


def _stops(measure: Measure, on: date) -> tuple[Stop, ...]:
    runs = measure.state in LIVE
    found = ends(list(measure.steps.all()))
    return tuple(_stop(step, on, runs=runs) for step in found)


def _stop(step: Step, on: date, *, runs: bool) -> Stop:
    """Say where a step stands; nothing is late before its measure is approved."""
    if step.done_on is not None:
        return Stop(step=step, on=step.done_on, state="done")
    late = runs and step.is_late(on)
    state: Literal["due", "late"] = "late" if late else "due"
    return Stop(step=step, on=step.due_on, state=state)
