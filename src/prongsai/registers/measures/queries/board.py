"""The board of a division: what it has to do by date, where its measures stand."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Division
from prongsai.foundations.organisations.queries import divisions, with_sections
from prongsai.registers.measures import permissions
from prongsai.registers.measures.models import Measure, Part, Step
from prongsai.registers.measures.queries import following, work
from prongsai.registers.measures.queries.work import Due
from prongsai.registers.measures.states import (
    MEASURE_TONES,
    MeasureState,
    PlanState,
)
from prongsai.ui.tables import Tone

MOST_SHOWN = 40
"""Cards in one column; the rest is counted."""

_SHOWN = (
    MeasureState.APPROVED,
    MeasureState.RUNNING,
    MeasureState.REPORTED,
    MeasureState.CLOSED,
)


@dataclass(frozen=True, kw_only=True)
class Whose:
    """Whose board it is: one division with its sections, several, or every one."""

    division: Division | None
    pks: frozenset[int]


@dataclass(frozen=True, kw_only=True)
class Card:
    """One thing on a board; ``done`` of ``steps`` is how far a measure is."""

    title: str
    href: str
    note: str = ""
    due_on: date | None = None
    tone: Tone = "plain"
    done: int = 0
    steps: int = 0


@dataclass(frozen=True, kw_only=True)
class Pillar:
    """One column of a board."""

    title: str
    tone: Tone
    cards: list[Card] = field(default_factory=list)

    @property
    def shown(self) -> list[Card]:
        """Return as many cards as a page holds."""
        return self.cards[:MOST_SHOWN]

    @property
    def more(self) -> int:
        """Return how many cards are not shown."""
        return max(len(self.cards) - MOST_SHOWN, 0)


def chosen_divisions(
    user: User, chosen: Division | None, *, asked: bool, on: date
) -> Whose:
    """Return whose board is shown: what was asked for, else a head's own division."""
    if chosen is not None:
        return Whose(division=chosen, pks=frozenset(with_sections(chosen)))
    own = permissions.headed_by(user, on=on)
    if not asked and own:
        first = divisions().filter(pk__in=own).order_by("parent_id", "order").first()
        return Whose(division=first, pks=frozenset(own))
    everyone = divisions().values_list("pk", flat=True)
    return Whose(division=None, pks=frozenset(everyone))


def by_due(pks: Collection[int], *, on: date) -> list[Pillar]:
    """Return what is open of some divisions: late, soon, later, without a date."""
    soon = work.soon(on)
    pillars = [
        Pillar(title=_("Late"), tone="bad"),
        Pillar(title=_("Due soon"), tone="warn"),
        Pillar(title=_("Later"), tone="info"),
        Pillar(title=_("Without a date"), tone="plain"),
    ]
    for due in work.of_divisions(pks):
        pillars[_place(due, on, soon)].cards.append(_due_card(due))
    return pillars


def by_state(pks: Collection[int], *, on: date) -> list[Pillar]:
    """Return the measures some divisions have to do with, by state, in two questions."""
    steps = Step.objects.filter(measure=OuterRef("pk"), division__in=pks)
    parts = Part.objects.filter(measure=OuterRef("pk"), division__in=pks)
    rows = Measure.objects.filter(
        Q(division__in=pks) | Exists(steps) | Exists(parts),
        organisation=tenancy.required(),
        state__in=_SHOWN,
    ).exclude(plan__state=PlanState.CLOSED)
    ordered = rows.select_related("division").order_by("ends_on", "order", "pk")
    pillars = {
        state: Pillar(title=str(state.label), tone=_tone(state)) for state in _SHOWN
    }
    for measure in following.with_steps(ordered):
        card = _measure_card(measure, on)
        pillars[MeasureState(measure.state)].cards.append(card)
    return list(pillars.values())


def _place(due: Due, on: date, soon: date) -> int:
    if due.due_on is None:
        return 3
    if due.due_on < on:
        return 0
    return 1 if due.due_on <= soon else 2


def _due_card(due: Due) -> Card:
    who = "" if due.accountable is None else str(due.accountable)
    note = due.measure.title if due.kind == "step" else ""
    return Card(
        title=due.text,
        href=due.href,
        note=" · ".join(each for each in (note, who) if each),
        due_on=due.due_on,
    )


def _measure_card(measure: Measure, on: date) -> Card:
    steps: list[Step] = measure.work  # type: ignore[attr-defined]  # prefetched
    late = any(step.is_late(on) for step in steps)
    return Card(
        title=measure.title,
        href=measure.get_absolute_url(),
        note="" if measure.division is None else str(measure.division),
        due_on=measure.ends_on,
        tone="bad" if late else "plain",
        done=sum(step.done_on is not None for step in steps),
        steps=len(steps),
    )


def _tone(state: MeasureState) -> Tone:
    tones: dict[str, Tone] = {"info": "info", "warn": "warn", "ok": "ok"}
    return tones.get(MEASURE_TONES[state], "plain")
