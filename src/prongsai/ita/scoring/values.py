"""The points people hand in, made sure of: one per indicator or item, 0 to 100."""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from prongsai.ita.errors import (
    ItemScoresIncomplete,
    NotANumber,
    OutOfRange,
    UnknownIndicator,
    UnknownItem,
    WrongCount,
)
from prongsai.ita.frameworks.model import Framework
from prongsai.ita.thai.digits import to_arabic

Points = Decimal | int | str
"""What counts as a number of points. A float does not: it is already rounded."""

_FULL = Decimal(100)
_NUMBER = re.compile(r"-?[0-9]{1,20}(\.[0-9]{1,20})?")


def indicator_points(
    framework: Framework, values: Sequence[Points]
) -> dict[int, Decimal]:
    """Return the points of every indicator by its number, from values in order.

    Raises ``WrongCount``, ``NotANumber`` or ``OutOfRange``.
    """
    expected = len(framework.indicators)
    if len(values) != expected:
        raise WrongCount(found=len(values), expected=expected, year=framework.year)
    numbers = [indicator.number for indicator in framework.indicators]
    pairs = zip(numbers, values, strict=True)
    return {number: _points(value, str(number)) for number, value in pairs}


def changed_points(
    framework: Framework, changes: Mapping[int, Points]
) -> dict[int, Decimal]:
    """Return the points of some indicators; raises ``UnknownIndicator`` as well."""
    known = {indicator.number for indicator in framework.indicators}
    for number in changes:
        if number not in known:
            raise UnknownIndicator(indicator=number, year=framework.year)
    return {number: _points(value, str(number)) for number, value in changes.items()}


def item_points(
    framework: Framework, items: Mapping[str, Points]
) -> dict[str, Decimal]:
    """Return the points of every OIT item of the year by its code.

    Raises ``UnknownItem``, or ``ItemScoresIncomplete`` when one is left out.
    """
    known = [item.code for item in framework.items or ()]
    _refuse_unknown(framework, items)
    if absent := [code for code in known if code not in items]:
        raise ItemScoresIncomplete(items=", ".join(absent), year=framework.year)
    return {code: _points(items[code], code) for code in known}


def changed_items(
    framework: Framework, changes: Mapping[str, Points]
) -> dict[str, Decimal]:
    """Return the points of some items; raises ``UnknownItem``."""
    _refuse_unknown(framework, changes)
    return {code: _points(value, code) for code, value in changes.items()}


def _refuse_unknown(framework: Framework, codes: Iterable[str]) -> None:
    for code in codes:
        if framework.item(code) is None:
            raise UnknownItem(item=code, year=framework.year)


def _points(value: object, place: str) -> Decimal:
    text = to_arabic(str(value).strip()) if isinstance(value, Points) else ""
    if isinstance(value, bool) or not _NUMBER.fullmatch(text):
        raise NotANumber(place=place, found=value)
    points = Decimal(text)
    if not 0 <= points <= _FULL:
        raise OutOfRange(place=place, found=value)
    return points
