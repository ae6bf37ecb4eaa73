"""How figures move between two years, and the words and numbers that say so."""

import re
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.text import clean, join_thai

CENT = Decimal("0.01")
_HUNDRED = 100


class Direction(StrEnum):
    """The three ways a figure can move; the value is the official word."""

    UP = "เพิ่มขึ้น"
    DOWN = "ลดลง"
    SAME = "เท่าเดิม"


WORDS = {
    Direction.UP: ("เพิ่มขึ้น", "สูงขึ้น", "ดีขึ้น", "มากขึ้น", "เพิ่ม", "▲", "↑"),
    Direction.DOWN: ("ลดลง", "ต่ำลง", "ลดต่ำลง", "น้อยลง", "ลด", "▼", "↓"),
    Direction.SAME: ("เท่าเดิม", "เท่ากัน", "คงเดิม", "คงที่", "ไม่เปลี่ยนแปลง"),
}
"""Every word an office uses for a direction, the official one first."""

_NUMBER = re.compile(r"(?P<sign>[+\-\u2212\u2013]?)\s*(?P<value>\d+(?:\.\d+)?)")
_PERCENT = re.compile(r"ร้อยละ|%|เปอร์เซ็นต์")


def direction_of(old: Decimal | int, new: Decimal | int) -> Direction:
    """Return how a figure moved."""
    if new == old:
        return Direction.SAME
    return Direction.UP if new > old else Direction.DOWN


def direction_in(text: str) -> Direction | None:
    """Return the direction a text states in words, or None.

    >>> direction_in("เพิ่ม ขึ้น ๐.๘๒")
    <Direction.UP: 'เพิ่มขึ้น'>
    """
    plain = join_thai(clean(text))
    for direction, words in WORDS.items():
        if any(word in plain for word in words):
            return direction
    return None


def amount_in(text: str) -> tuple[Decimal, bool] | None:
    """Return the number of a change cell and whether its sign is printed.

    >>> amount_in("ลดลง ๒.๕๐"), amount_in("- 2.50"), amount_in("ลดลง")
    ((Decimal('2.50'), False), (Decimal('-2.50'), True), None)
    """
    found = _NUMBER.search(to_arabic(clean(text)))
    if not found:
        return None
    value = Decimal(found["value"])
    negative = bool(found["sign"]) and found["sign"] != "+"
    return (-value if negative else value), bool(found["sign"])


def is_percent(text: str) -> bool:
    """Whether a text calls its number a percentage."""
    return bool(_PERCENT.search(text))


def percent_of(old: Decimal, new: Decimal) -> Decimal | None:
    """Return the change in percent of the old figure, to two decimals."""
    if old == 0:
        return None
    change = (new - old) * _HUNDRED / old
    return change.quantize(CENT, rounding=ROUND_HALF_UP)


def is_points_called_percent(stated: Decimal, old: Decimal, new: Decimal) -> bool:
    """Whether a stated percentage is really the difference in points.

    False where both are the same number, as they are from an old figure of 100.
    """
    percent = percent_of(old, new)
    if percent is None or old == new:
        return False
    near_points = abs(abs(stated) - abs(new - old)) <= CENT / 2
    return near_points and abs(abs(stated) - abs(percent)) > CENT
