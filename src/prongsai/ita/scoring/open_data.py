"""Indicators 9 and 10 from the scores of OIT items, and what one item is worth."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from prongsai.ita.errors import GroupingUnknown
from prongsai.ita.frameworks.model import Framework, InstrumentCode, Item

Groups = Mapping[int, tuple[tuple[Item, ...], ...]]


def groups(framework: Framework) -> Groups:
    """Return the items of every OIT indicator, sub-indicator by sub-indicator.

    Raises ``GroupingUnknown`` when no source tells it: a guess is no score.
    """
    found = {}
    for indicator in framework.indicators_of(InstrumentCode.OIT):
        grouped = framework.groups_of(indicator.number)
        if not grouped:
            raise GroupingUnknown(year=framework.year)
        found[indicator.number] = grouped
    return found


def indicators_from(
    groups: Groups, points: Mapping[str, Decimal]
) -> dict[int, Fraction]:
    """Return each indicator: the mean of its sub-indicators, each the mean of its items."""
    return {
        number: mean(
            mean(Fraction(points[item.code]) for item in group) for group in grouped
        )
        for number, grouped in groups.items()
    }


def item_shares(framework: Framework, groups: Groups) -> dict[str, Fraction]:
    """Return how much of the total each item is: all of them add to the OIT's weight."""
    weight = next(
        Fraction(i.weight)
        for i in framework.instruments
        if i.code is InstrumentCode.OIT
    )
    return {
        item.code: weight / len(groups) / len(grouped) / len(group)
        for grouped in groups.values()
        for group in grouped
        for item in group
    }


def mean(values: Iterable[Fraction]) -> Fraction:
    """Return the plain mean, exactly."""
    listed = list(values)
    return sum(listed, Fraction(0)) / len(listed)
