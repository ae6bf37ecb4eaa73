"""What the running year would come to today: ours, never the official result.

Nothing of it is stored. Each line says what it rests on, so that nobody takes last
year's value for a measured one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from prongsai.foundations.evidence.figures import registry
from prongsai.ita.frameworks.arithmetic import rounded
from prongsai.ita.frameworks.model import Framework, Indicator, InstrumentCode
from prongsai.ita.scoring import open_data
from prongsai.ita.scoring import score as scoring
from prongsai.ita.scoring.score import Result
from prongsai.ita.thai.fiscal import first_day, last_day
from prongsai.ita.thai.periods import Span
from prongsai.registers.assessments.models import SelfCheck
from prongsai.registers.assessments.queries import results, selfchecks
from prongsai.registers.assessments.queries.codes import framework_of

_FULL = Decimal(100)


class Ground(StrEnum):
    """What a line of the forecast rests on."""

    FIGURE = "figure"
    CHECK = "check"
    ITEMS = "items"
    LAST_YEAR = "last-year"
    NOTHING = "nothing"


@dataclass(frozen=True, kw_only=True)
class Measured:
    """Points of an item or an indicator, from a figure or from a check of a person."""

    points: Decimal
    ground: Ground
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One indicator of the forecast and what its points rest on."""

    indicator: Indicator
    points: Decimal | None
    ground: Ground
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Forecast:
    """The running year as we see it; ``result`` is None while a line has no points.

    ``items_measured`` of ``items_all`` OIT items are measured; ``can_group`` says
    whether a source tells how the year groups them.
    """

    framework: Framework
    lines: tuple[Line, ...]
    result: Result | None
    items_measured: int
    items_all: int
    can_group: bool

    @property
    def is_measured(self) -> bool:
        """Whether anything of it rests on this year at all."""
        rests_on = {line.ground for line in self.lines}
        return bool(rests_on & {Ground.FIGURE, Ground.CHECK, Ground.ITEMS})


def forecast(year: int, *, on: date) -> Forecast | None:
    """Forecast a fiscal year as of a day; None where the year's rule is not known."""
    framework = framework_of(year)
    if framework is None:
        return None
    measured = dict(_measured(framework, on))
    items = {c: m.points for c, m in measured.items() if c.startswith("o")}
    lines = tuple(_lines(framework, measured, items))
    return Forecast(
        framework=framework,
        lines=lines,
        result=_result(framework, lines),
        items_measured=len(items),
        items_all=framework.item_count.value if framework.item_count else 0,
        can_group=selfchecks.items_can_be_computed(framework),
    )


def _measured(framework: Framework, on: date) -> Iterator[tuple[str, Measured]]:
    """Yield what is measured of this year: a figure of a register before a check."""
    span = Span(start=first_day(framework.year), end=min(last_day(framework.year), on))
    checks = selfchecks.of_year(framework.year)
    for one in selfchecks.checkable(framework.year):
        found = _from_figure(one.code, span) or _from_check(checks.get(one.code))
        if found is not None:
            yield one.code, found


def _from_figure(code: str, span: Span) -> Measured | None:
    """Return the points that a register measures, if one offers that figure."""
    kind = "disclosure" if code.startswith("o") else "surveys"
    figure = registry().get(f"{kind}.{code}")
    if figure is None or span.end < span.start:
        return None
    outcome = figure.run(span)
    if outcome.of == 0:  # nobody answered, nothing was looked at
        return None
    points = outcome.value if outcome.of is None else outcome.value / outcome.of * _FULL
    if not 0 <= points <= _FULL:
        return None
    return Measured(
        points=points.quantize(Decimal("0.01")),
        ground=Ground.FIGURE,
        note=str(figure.label),
    )


def _from_check(check: SelfCheck | None) -> Measured | None:
    if check is None:
        return None
    return Measured(points=check.points, ground=Ground.CHECK, note=check.ground)


def _lines(
    framework: Framework,
    measured: Mapping[str, Measured],
    items: Mapping[str, Decimal],
) -> Iterator[Line]:
    from_items = _from_items(framework, items)
    last = results.confirmed(framework.year - 1)
    before = results.points_of(last) if last else {}
    for indicator in framework.indicators:
        number = indicator.number
        found = measured.get(f"i{number}")
        if number in from_items:
            yield Line(
                indicator=indicator, points=from_items[number], ground=Ground.ITEMS
            )
        elif found is not None:
            yield Line(
                indicator=indicator,
                points=found.points,
                ground=found.ground,
                note=found.note,
            )
        elif number in before:
            yield Line(
                indicator=indicator, points=before[number], ground=Ground.LAST_YEAR
            )
        else:
            yield Line(indicator=indicator, points=None, ground=Ground.NOTHING)


def _from_items(
    framework: Framework, items: Mapping[str, Decimal]
) -> dict[int, Decimal]:
    """Return the OIT indicators whose items are all measured; a part would be a guess."""
    found = {}
    for indicator in framework.indicators_of(InstrumentCode.OIT):
        groups = framework.groups_of(indicator.number)
        codes = [item.code for group in groups or () for item in group]
        if groups and all(code in items for code in codes):
            made = open_data.indicators_from({indicator.number: groups}, items)
            found[indicator.number] = rounded(made[indicator.number])
    return found


def _result(framework: Framework, lines: tuple[Line, ...]) -> Result | None:
    points = [line.points for line in lines if line.points is not None]
    if len(points) < len(lines):
        return None
    return scoring.score(framework, points)
