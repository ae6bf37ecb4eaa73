"""Where the points went: what each indicator and each item cost the total."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from prongsai.ita.frameworks.model import Framework
from prongsai.ita.scoring import open_data, values
from prongsai.ita.scoring.explanation import written
from prongsai.ita.scoring.score import Result
from prongsai.ita.scoring.values import Points

_FULL = Fraction(100)


@dataclass(frozen=True, kw_only=True)
class Gap:
    """One indicator: ``short`` of 100 points, ``lost`` of them in the total.

    ``share`` is what one of its points adds to the total.
    """

    indicator: int
    value: Decimal
    short: Fraction
    share: Fraction

    @property
    def lost(self) -> Fraction:
        """The points of the total that this indicator cost."""
        return self.short * self.share


@dataclass(frozen=True, kw_only=True)
class ItemGap:
    """One OIT item: ``worth`` in the total when full, and what of it is ``lost``."""

    item: str
    value: Decimal
    worth: Fraction
    lost: Fraction


def gaps(result: Result) -> tuple[Gap, ...]:
    """Return the points lost indicator by indicator, the dearest first."""
    shares = indicator_shares(result.framework)
    found = (
        Gap(
            indicator=number,
            value=value,
            short=_FULL - Fraction(value),
            share=shares[number],
        )
        for number, value in result.points.items()
    )
    return tuple(sorted(found, key=lambda gap: (-gap.lost, gap.indicator)))


def item_gaps(framework: Framework, items: Mapping[str, Points]) -> tuple[ItemGap, ...]:
    """Return the points lost item by item, the dearest first.

    Raises ``GroupingUnknown`` for a year whose sub-indicators no source tells.
    """
    shares = open_data.item_shares(framework, open_data.groups(framework))
    found = (
        ItemGap(
            item=code,
            value=value,
            worth=shares[code] * _FULL,
            lost=shares[code] * (_FULL - Fraction(value)),
        )
        for code, value in values.item_points(framework, items).items()
    )
    return tuple(sorted(found, key=lambda gap: (-gap.lost, int(gap.item[1:]))))


def indicator_shares(framework: Framework) -> dict[int, Fraction]:
    """Return what one point of each indicator adds to the total."""
    return {
        indicator.number: Fraction(instrument.weight)
        / len(framework.indicators_of(instrument.code))
        for instrument in framework.instruments
        for indicator in framework.indicators_of(instrument.code)
    }


def as_json(gap: Gap | ItemGap) -> dict[str, object]:
    """Return one gap for JSON."""
    if isinstance(gap, ItemGap):
        return {
            "item": gap.item,
            "value": str(gap.value),
            "worth": written(gap.worth),
            "lost": written(gap.lost),
        }
    return {
        "indicator": gap.indicator,
        "value": str(gap.value),
        "short": written(gap.short),
        "lost": written(gap.lost),
    }
