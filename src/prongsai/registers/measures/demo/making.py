"""Makes the invented measures: two plans from proposal to close, this year's so far."""

from datetime import date
from random import Random

from prongsai.foundations.accounts.demonstration import Cast, Progress
from prongsai.ita.thai.fiscal import fiscal_year_of
from prongsai.registers.measures.demo.following import follow_done, follow_running
from prongsai.registers.measures.demo.planning import Told, add_drafts, make_plan
from prongsai.registers.measures.demo.stage import Diary, Stage
from prongsai.registers.measures.models import Measure, Plan
from prongsai.registers.measures.states import MeasureState

COPIED = ("e-service", "participation")
"""What was not reached last year, and what was put off."""


def make(
    cast: Cast,
    *,
    today: date,
    random: Random,  # noqa: ARG001  # every register is asked in the same way
    progress: Progress | None = None,
) -> None:
    """Make three years of measures in the current office's name; the same each time."""
    tell = progress or (lambda _what, _done, _of: None)
    stage = Stage(people=cast.people, divisions=cast.divisions, today=today)
    year = fiscal_year_of(today)
    _live_through(stage, year - 2, "before")
    tell("measures", 1, 4)
    last = _live_through(stage, year - 1, "last")
    tell("measures", 2, 4)
    old = [one.measure for one in last if one.story["standard"] in COPIED]
    this = make_plan(stage, year, "this", copied=old)
    tell("measures", 3, 4)
    diary = Diary()
    follow_running(stage, [*this, *_copies(old)], diary)
    diary.live()
    add_drafts(stage, Plan.objects.get(pk=this[0].measure.plan_id))
    tell("measures", 4, 4)


def _live_through(stage: Stage, year: int, kind: str) -> list[Told]:
    """Make the plan of a year that is over and live it to its end."""
    told = make_plan(stage, year, kind)
    diary = Diary()
    follow_done(stage, told, diary)
    diary.live()
    return told


def _copies(old: list[Measure]) -> list[Told]:
    """Return the measures of this year that came from last year's plan."""
    rows = Measure.objects.filter(copied_from__in=old, state=MeasureState.APPROVED)
    return [
        Told(measure=row, story={})
        for row in rows.select_related("plan", "accountable").order_by("pk")
    ]
