"""What must change to reach a better level, cheapest first, and what if it did."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from prongsai.ita.errors import UnknownLevel
from prongsai.ita.frameworks.model import Framework, Level
from prongsai.ita.scoring import gaps as lost_points
from prongsai.ita.scoring import levels, raising, values
from prongsai.ita.scoring import score as scoring
from prongsai.ita.scoring.explanation import Name, Step, step, written
from prongsai.ita.scoring.gaps import Gap, ItemGap
from prongsai.ita.scoring.score import Result
from prongsai.ita.scoring.values import Points

_SHOWN = 5
_FULL = Decimal(100)


@dataclass(frozen=True, kw_only=True)
class Change:
    """One indicator (``9``) or item (``o12``) to raise from ``old`` to ``new``."""

    what: str
    name: Name
    old: Decimal
    new: Decimal

    @property
    def step(self) -> Step:
        """What to do, ready to be said."""
        return step(
            "raise-indicator" if self.what.isdigit() else "complete-item",
            what=self.what,
            name=self.name,
            old=written(self.old),
            new=written(self.new),
        )


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Changes that together reach the level; ``after`` is the result they give."""

    changes: tuple[Change, ...]
    after: Result

    @property
    def cost(self) -> Decimal:
        """The points to be won, added up over what is raised."""
        return sum((c.new - c.old for c in self.changes), Decimal(0))

    @property
    def step(self) -> Step:
        """What the changes lead to, ready to be said."""
        after = self.after
        name = levels.name_of(after.level)
        return step("reaches", total=written(after.total), level=name)


@dataclass(frozen=True, kw_only=True)
class Simulation:
    """Where a result stands, the level aimed at, and ways to get there.

    ``target`` is None when nothing is left to reach. ``by_items`` is None where item scores were not
    given, empty where items alone cannot reach the level.
    """

    before: Result
    target: Level | None
    explanation: tuple[Step, ...]
    plans: tuple[Plan, ...]
    by_items: tuple[Change, ...] | None
    gaps: tuple[Gap, ...]
    item_gaps: tuple[ItemGap, ...] | None


def simulate(
    before: Result,
    *,
    level: str | None = None,
    items: Mapping[str, Points] | None = None,
) -> Simulation:
    """Find ways from a result to the next level, or to the level with that code.

    Plans come with the fewest points first, then the fewest indicators; there is
    always one, because everything at 100 reaches every level. With ``items``, the
    points of every OIT item, the result is scored from them and the fewest items to
    complete are found as well. Raises ``UnknownLevel`` and what ``score`` raises.
    """
    framework = before.framework
    if items is not None:
        before = scoring.score(framework, tuple(before.points.values()), items)
    target = _target(before, level)
    by_items = _items_to_complete(before, target, items) if items else None
    return Simulation(
        before=before,
        target=target,
        explanation=tuple(_explanation(before, target, by_items)),
        plans=_plans(before, target) if target else (),
        by_items=by_items,
        gaps=lost_points.gaps(before),
        item_gaps=lost_points.item_gaps(framework, items) if items else None,
    )


def what_if(before: Result, changes: Mapping[int, Points]) -> Result:
    """Score again with some indicators changed; raises what ``score`` raises."""
    framework = before.framework
    changed = values.changed_points(framework, changes)
    points = dict(before.points) | changed
    return scoring.score(framework, tuple(points.values()))


def what_if_items(
    before: Result, items: Mapping[str, Points], changes: Mapping[str, Points]
) -> Result:
    """Score again from item scores with some of them changed."""
    changed = values.changed_items(before.framework, changes)
    given = tuple(before.points.values())
    return scoring.score(before.framework, given, {**items, **changed})


def as_json(simulation: Simulation) -> dict[str, object]:
    """Return the simulation for JSON: numbers are texts, so that none is rounded."""
    target = simulation.target
    by_items, item_gaps = simulation.by_items, simulation.item_gaps
    return {
        **scoring.as_json(simulation.before),
        "target": target and {"code": target.code, "th": target.th, "en": target.en},
        "misses": [made.as_json() for made in simulation.explanation],
        "plans": [_plan_json(plan) for plan in simulation.plans],
        "items": by_items and [_change_json(change) for change in by_items],
        "gaps": [lost_points.as_json(gap) for gap in simulation.gaps],
        "item_gaps": item_gaps and [lost_points.as_json(gap) for gap in item_gaps],
    }


def _target(before: Result, code: str | None) -> Level | None:
    framework = before.framework
    if code is None:
        return levels.level_above(framework, before.level)
    for level in framework.levels:
        if level.code == code:
            reached = levels.at_least(framework, before.level, level)
            return None if reached else level
    known = ", ".join(level.code for level in framework.levels)
    raise UnknownLevel(level=code, year=framework.year, known=known)


def _explanation(
    before: Result, target: Level | None, by_items: tuple[Change, ...] | None
) -> Iterator[Step]:
    top = before.level is before.framework.levels[0]
    if target is None:
        code = "at-top" if top else "already"
        yield step(code, level=levels.name_of(before.level))
        return
    yield from levels.misses(target, before.exact, before.means)
    yield from levels.doubts(before.framework, target)
    if by_items == ():
        yield step("items-cannot", level=levels.name_of(target))


def _plans(before: Result, target: Level) -> tuple[Plan, ...]:
    ladder = raising.Ladder(
        framework=before.framework, points=before.points, target=target
    )
    cheapest = sorted(raising.ways(ladder), key=lambda new: _cost(before, new))
    return tuple(_plan(before, new) for new in cheapest[:_SHOWN])


def _cost(before: Result, new: Mapping[int, Decimal]) -> tuple[Decimal, int]:
    points = sum((v - before.points[n] for n, v in new.items()), Decimal(0))
    return points, len(new)


def _plan(before: Result, new: Mapping[int, Decimal]) -> Plan:
    indicators = {i.number: i for i in before.framework.indicators}
    return Plan(
        changes=tuple(
            Change(
                what=str(number),
                name=Name(th=indicators[number].th, en=indicators[number].en),
                old=before.points[number],
                new=points,
            )
            for number, points in sorted(new.items())
        ),
        after=what_if(before, new),
    )


def _items_to_complete(
    before: Result, target: Level | None, items: Mapping[str, Points]
) -> tuple[Change, ...]:
    """The fewest items that reach the level: those that add most come first."""
    framework = before.framework
    points = values.item_points(framework, items)
    changes: dict[str, Decimal] = {}
    if target is None:
        return ()
    for gap in lost_points.item_gaps(framework, points):
        if gap.lost == 0:
            break
        changes[gap.item] = _FULL
        after = what_if_items(before, points, changes)
        if levels.at_least(framework, after.level, target):
            return tuple(
                _item_change(framework, code, points[code]) for code in changes
            )
    return ()


def _item_change(framework: Framework, code: str, old: Decimal) -> Change:
    item = framework.item(code)
    name = Name(th=item.th, en=item.en) if item else Name(th=code, en=code)
    return Change(what=code, name=name, old=old, new=_FULL)


def _plan_json(plan: Plan) -> dict[str, object]:
    return {
        "points": str(plan.cost),
        "changes": [_change_json(change) for change in plan.changes],
        "total": str(plan.after.total),
        "level": plan.after.level.th,
        "level_code": plan.after.level.code,
    }


def _change_json(change: Change) -> dict[str, object]:
    return {
        "what": change.what,
        "from": written(change.old),
        "to": written(change.new),
        **change.step.as_json(),
    }
