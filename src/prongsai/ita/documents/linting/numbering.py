"""The numbers in front of list items: where a list doubles, skips or starts again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from prongsai.ita.documents.model.report import Item
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.text import clean

_MARKER = re.compile(
    r"(?P<open>\(?)(?P<front>(?:\d+\.)*)(?P<last>\d+)(?P<close>[.):]*)"
)
_INTRODUCES = re.compile(
    r"(?:ดังนี้|ดังต่อไปนี้|ได้แก่|ประกอบด้วย\S{0,12}|คือ|เช่น|ดำเนินการ|:)\s*$"
)


_Style = tuple[str, str, bool]
_PLAIN: _Style = ("", "", True)
"""A number with a full stop, which heads its list; brackets come inside."""


class Slip(StrEnum):
    """What can go wrong with a list's numbers."""

    DOUBLED = "doubled"
    SKIPPED = "skipped"
    RESTARTED = "restarted"


@dataclass(frozen=True, kw_only=True)
class Misnumbered:
    """An item whose number does not follow: its path, marker and the number due."""

    path: tuple[int, ...]
    marker: str
    due: int
    slip: Slip


@dataclass(frozen=True, kw_only=True)
class _Count:
    """How many numbers of one style have gone by, and the last of them."""

    items: int = 0
    last: int = 0

    def after(self, value: int) -> "_Count":
        """The count after a number; a one begins a list."""
        return _Count(items=1 if value == 1 else self.items + 1, last=value)


@dataclass(frozen=True, kw_only=True)
class _Number:
    style: _Style
    value: int


def misnumbered(
    items: tuple[Item, ...], path: tuple[int, ...] = ()
) -> Iterator[Misnumbered]:
    """Yield the items of a list, and of its sub-lists, whose number does not follow.

    A list may start again after a text that introduces one. A bullet that stands
    where the first number should is named itself.
    """
    yield from _bullet_for_one(items, path)
    counted: dict[_Style, _Count] = {}
    before: Item | None = None
    for place, item in enumerate(items, start=1):
        here = (*path, place)
        number = _number(item.marker)
        if number is None:
            counted = _after_unnumbered(item, place, counted)
        else:
            count = counted.get(number.style, _Count())
            found = _slip(count, number.value, before)
            if found:
                due = count.items + 1
                yield Misnumbered(path=here, marker=item.marker, due=due, slip=found)
            counted = {s: c for s, c in counted.items() if s[2] >= number.style[2]}
            counted[number.style] = count.after(number.value)
        yield from misnumbered(item.items, here)
        before = item


def _bullet_for_one(
    items: tuple[Item, ...], path: tuple[int, ...]
) -> Iterator[Misnumbered]:
    numbers = [_number(item.marker) for item in items[:2]]
    if len(numbers) < 2 or numbers[0] or not items[0].marker:  # noqa: PLR2004
        return
    if numbers[1] and numbers[1].value == 2:  # noqa: PLR2004  # the bullet was one
        marker = items[0].marker
        yield Misnumbered(path=(*path, 1), marker=marker, due=1, slip=Slip.SKIPPED)


def _after_unnumbered(
    item: Item, place: int, counted: dict[_Style, _Count]
) -> dict[_Style, _Count]:
    """What has been counted when a line without a number goes by."""
    if not item.marker:
        return {}  # it heads what follows
    return {**counted, _PLAIN: _Count(items=1, last=1)} if place == 1 else counted


def _slip(count: _Count, value: int, before: Item | None) -> Slip | None:
    # After one wrong number the next is right by the last one, or by its place.
    if value in {count.last + 1, count.items + 1}:
        return None
    if value == 1 and before and _introduces(before):
        return None
    if value == 1 < count.last:
        return Slip.RESTARTED
    return Slip.DOUBLED if 0 < value <= count.last else Slip.SKIPPED


def _introduces(item: Item) -> bool:
    last = item
    while last.items:
        last = last.items[-1]
    return bool(_INTRODUCES.search(clean(last.text)) or _INTRODUCES.search(item.text))


def _number(marker: str) -> _Number | None:
    found = _MARKER.fullmatch(to_arabic(clean(marker)).replace(" ", ""))
    if not found:
        return None
    is_closed = ")" in found["close"]
    style = (found["open"], found["front"], not (is_closed or found["front"]))
    return _Number(style=style, value=int(found["last"]))
