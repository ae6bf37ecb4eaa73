"""What is to be done in measures and by when: steps, parts and measures, late or soon.

Overdue is computed from the due date and today; no row ever says it is late.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter
from typing import Literal

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Division
from prongsai.registers.measures import permissions, rules
from prongsai.registers.measures.models import Measure, Part, Step
from prongsai.registers.measures.queries.following import TO_DO
from prongsai.registers.measures.states import (
    LIVE,
    PART_TONES,
    MeasureState,
    PartState,
)
from prongsai.ui.tables import Tone
from prongsai.ui.worklist import WorkItem

WITH_THE_DIVISION = (PartState.DRAFT, PartState.RETURNED)
"""A part in these states waits for its person."""

MOST_SHOWN = 10

_TONES: dict[str, Literal["plain", "info", "ok", "warn", "bad"]] = {
    "info": "info",
    "ok": "ok",
    "warn": "warn",
}


@dataclass(frozen=True, kw_only=True)
class Due:
    """One thing somebody does by a day: a step, a part of a division, a measure.

    ``href`` is where everybody reads it, ``deed`` where its person does it.
    """

    kind: str
    pk: int
    text: str
    measure: Measure
    division: Division | None
    accountable: User | None
    due_on: date | None
    href: str
    deed: str

    def days_late(self, on: date) -> int:
        """Return how many days ago it was due; 0 while there is time."""
        return max((on - self.due_on).days, 0) if self.due_on else 0

    def days_left(self, on: date) -> int | None:
        """Return in how many days it is due; nothing without a date."""
        return (self.due_on - on).days if self.due_on else None

    def tone(self, on: date) -> Tone:
        """Return how urgent it looks: late, soon, later."""
        left = self.days_left(on)
        if left is None or left > rules.value("soon_days", on=on):
            return "plain"
        return "bad" if left < 0 else "warn"


def open_steps() -> QuerySet[Step]:
    """Return the steps that are to be done; a step with points is done in its points."""
    return _steps().filter(done_on=None, measure__state__in=TO_DO)


def open_parts() -> QuerySet[Part]:
    """Return the parts that wait for the person of their division."""
    return _parts().filter(state__in=WITH_THE_DIVISION, measure__state__in=LIVE)


def submitted_parts() -> QuerySet[Part]:
    """Return the parts that wait to be accepted or returned."""
    return _parts().filter(state=PartState.SUBMITTED, measure__state__in=LIVE)


def open_measures() -> QuerySet[Measure]:
    """Return the measures that are approved or running."""
    return _measures().filter(state__in=TO_DO)


def reported_measures() -> QuerySet[Measure]:
    """Return the measures that are reported as done and wait to be looked at."""
    return _measures().filter(state=MeasureState.REPORTED)


def mine(user: User) -> list[Due]:
    """Return what a person does: steps, parts, measures; what is due first comes first."""
    own = Q(accountable=user)
    return in_order(
        [
            *map(of_step, open_steps().filter(own)),
            *map(of_part, open_parts().filter(own)),
            *map(of_measure, open_measures().filter(own)),
        ]
    )


def late(user: User, *, on: date) -> list[Due]:
    """Return what is late, the longest first: of the office, a division, or oneself."""
    steps, others = _looked_after(user, on)
    return in_order(
        [
            *map(of_step, open_steps().filter(steps, due_on__lt=on)),
            *map(of_part, open_parts().filter(others, due_on__lt=on)),
            *map(of_measure, open_measures().filter(others, ends_on__lt=on)),
        ]
    )


def of_divisions(divisions: Collection[int]) -> list[Due]:
    """Return everything open of some divisions, what is due first on top."""
    steps, others = _at(divisions)
    return in_order(
        [
            *map(of_step, open_steps().filter(steps)),
            *map(of_part, open_parts().filter(others)),
            *map(of_measure, open_measures().filter(others)),
        ]
    )


def late_and_due(
    divisions: Collection[int], *, on: date, until: date
) -> tuple[int, int]:
    """Return how much of some divisions is late, and how much is due until a day."""
    steps, others = _at(divisions)
    rows = [
        *open_steps().filter(steps).values_list("due_on", flat=True),
        *open_parts().filter(others).values_list("due_on", flat=True),
        *open_measures().filter(others).values_list("ends_on", flat=True),
    ]
    dates = [day for day in rows if day is not None]
    return sum(day < on for day in dates), sum(on <= day <= until for day in dates)


def count_late(*, on: date) -> int:
    """Return how much of the whole office is late."""
    return (
        open_steps().filter(due_on__lt=on).count()
        + open_parts().filter(due_on__lt=on).count()
        + open_measures().filter(ends_on__lt=on).count()
    )


def due_on_days(days: Iterable[date]) -> list[Due]:
    """Return what somebody has to do by one of these days."""
    asked = list(days)
    return [
        *map(of_step, open_steps().filter(due_on__in=asked)),
        *map(of_part, open_parts().filter(due_on__in=asked)),
        *map(of_measure, open_measures().filter(ends_on__in=asked)),
    ]


def soon(on: date) -> date:
    """Return the last day that still counts as soon."""
    return on + timedelta(days=rules.value("soon_days", on=on))


def in_order(rows: Iterable[Due]) -> list[Due]:
    """Return what is due first on top; what has no date comes last."""
    ordered = sorted(rows, key=attrgetter("kind", "pk"))
    return sorted(ordered, key=lambda row: row.due_on or date.max)


def of_step(step: Step) -> Due:
    """Return a step as something due."""
    return Due(
        kind="step", pk=step.pk, text=step.text, measure=step.measure,
        division=step.division or step.measure.division,
        accountable=step.accountable, due_on=step.due_on,
        href=step.get_absolute_url(),
        deed=reverse("measures:step_finish", args=[step.pk]),
    )  # fmt: skip


def of_part(part: Part) -> Due:
    """Return a part of a division as something due."""
    return Due(
        kind="part", pk=part.pk, text=str(part.division), measure=part.measure,
        division=part.division, accountable=part.accountable, due_on=part.due_on,
        href=part.get_absolute_url(),
        deed=part.get_absolute_url(),
    )  # fmt: skip


def of_measure(measure: Measure) -> Due:
    """Return a measure as something due: on its last day it is to be reported."""
    return Due(
        kind="measure", pk=measure.pk, text=measure.title, measure=measure,
        division=measure.division, accountable=measure.accountable,
        due_on=measure.ends_on, href=measure.get_absolute_url(),
        deed=measure.get_absolute_url(),
    )  # fmt: skip


def steps_visible_to(user: User) -> QuerySet[Step]:
    """Return the steps of a person's office."""
    return _steps().filter(organisation=user.organisation_id)


def parts_visible_to(user: User) -> QuerySet[Part]:
    """Return the parts of a person's office."""
    return _parts().filter(organisation=user.organisation_id)


def steps_due(user: User, on: date) -> list[WorkItem]:
    """Return the steps and measures of a person that are late or due soon."""
    until = soon(on)
    own = Q(accountable=user)
    steps = open_steps().filter(own, due_on__lte=until)[:MOST_SHOWN]
    measures = open_measures().filter(own, ends_on__lte=until)[:MOST_SHOWN]
    found = in_order([*map(of_step, steps), *map(of_measure, measures)])
    return [_item(due, on) for due in found[:MOST_SHOWN]]


def parts_to_submit(user: User, on: date) -> list[WorkItem]:
    """Return the parts a person has to write and submit."""
    rows = open_parts().filter(accountable=user)[:MOST_SHOWN]
    return [_part_item(part, on) for part in rows]


def parts_to_accept(user: User, on: date) -> list[WorkItem]:
    """Return the submitted parts a person looks at."""
    rows = [
        part
        for part in submitted_parts()
        if permissions.can_judge_part(user, part, on=on)
    ]
    return [_part_item(part, on) for part in rows[:MOST_SHOWN]]


def measures_to_close(user: User, on: date) -> list[WorkItem]:
    """Return the reported measures a person looks at."""
    rows = [
        measure
        for measure in reported_measures()
        if permissions.can_settle(user, measure, on=on)
    ]
    return [
        WorkItem(
            label=measure.title,
            href=measure.get_absolute_url(),
            badge=MeasureState(measure.state).label,
            tone="warn",
        )
        for measure in rows[:MOST_SHOWN]
    ]


def _item(due: Due, on: date) -> WorkItem:
    late = due.days_late(on) > 0
    return WorkItem(
        label=due.text,
        note=due.measure.title if due.kind == "step" else "",
        href=due.deed,
        badge=_("Late") if late else "",
        tone="bad" if late else "plain",
        due=due.due_on,
    )


def _part_item(part: Part, on: date) -> WorkItem:
    state = PartState(part.state)
    late = state in WITH_THE_DIVISION and bool(part.due_on and part.due_on < on)
    return WorkItem(
        label=part.measure.title,
        note=str(part.division),
        href=part.get_absolute_url(),
        badge=_("Late") if late else state.label,
        tone="bad" if late else _TONES.get(PART_TONES[state], "plain"),
        due=part.due_on,
    )


def _looked_after(user: User, on: date) -> tuple[Q, Q]:
    """Return whose work a person looks after: everybody's, a division's, their own.

    First the condition for steps, which may leave their division to the measure.
    """
    if permissions.can_oversee(user, on=on):
        return Q(), Q()
    steps, others = _at(permissions.headed_by(user, on=on))
    return Q(accountable=user) | steps, Q(accountable=user) | others


def _at(divisions: Collection[int]) -> tuple[Q, Q]:
    here = Q(division__in=divisions)
    return here | Q(division=None, measure__division__in=divisions), here


def _steps() -> QuerySet[Step]:
    points = Step.objects.filter(parent=OuterRef("pk"))
    return (
        Step.objects.filter(~Exists(points), organisation=tenancy.required())
        .select_related("measure__plan", "measure__division", "division", "accountable")
        .order_by("due_on", "pk")
    )


def _parts() -> QuerySet[Part]:
    return (
        Part.objects.filter(organisation=tenancy.required())
        .select_related("measure__plan", "division", "accountable")
        .order_by("due_on", "pk")
    )


def _measures() -> QuerySet[Measure]:
    return (
        Measure.objects.filter(organisation=tenancy.required())
        .select_related("plan", "division", "accountable")
        .order_by("ends_on", "pk")
    )
