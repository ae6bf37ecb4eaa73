"""Our own checks of the running year: what was found, and what can be checked at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.foundations.organisations import tenancy
from prongsai.ita.frameworks.model import Framework, InstrumentCode
from prongsai.registers.assessments.models import SelfCheck
from prongsai.registers.assessments.queries.codes import framework_of

_SCALE = (Decimal(0), Decimal(100))
"""What the disclosure of an item earns where the year's scale is not known."""


@dataclass(frozen=True, kw_only=True)
class Checkable:
    """Something of the year that can be checked: an item, or an indicator of a survey.

    ``scale`` are the points it can get; empty where any number of points is possible.
    """

    code: str
    th: str
    en: str
    scale: tuple[Decimal, ...]


def of_year(year: int) -> dict[str, SelfCheck]:
    """Return the office's checks of a fiscal year by code."""
    found = SelfCheck.objects.filter(
        organisation=tenancy.required(), fiscal_year=year
    ).select_related("checked_by")
    return {check.code: check for check in found}


def checkable(year: int) -> list[Checkable]:
    """Return what can be checked in a year: items of the OIT, then indicators.

    An OIT indicator is there by itself only where its items cannot be computed together.
    """
    framework = framework_of(year)
    if framework is None:
        return []
    return [*_items(framework), *_indicators(framework)]


def items_can_be_computed(framework: Framework) -> bool:
    """Whether every OIT indicator follows from its items in this year."""
    return all(
        framework.groups_of(one.number)
        for one in framework.indicators_of(InstrumentCode.OIT)
    )


def _items(framework: Framework) -> Sequence[Checkable]:
    return [
        Checkable(
            code=item.code,
            th=item.th,
            en=item.en,
            scale=tuple(sorted(item.scale.values, reverse=True))
            if item.scale
            else _SCALE[::-1],
        )
        for item in framework.items or ()
    ]


def _indicators(framework: Framework) -> Sequence[Checkable]:
    from_items = items_can_be_computed(framework)
    return [
        Checkable(code=f"i{one.number}", th=one.th, en=one.en, scale=())
        for one in framework.indicators
        if one.instrument is not InstrumentCode.OIT or not from_items
    ]
