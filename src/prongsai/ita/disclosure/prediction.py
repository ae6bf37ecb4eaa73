"""The points of the OIT to expect, what is lost, and which step gains most."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from types import MappingProxyType

from prongsai.ita.disclosure.grouping import Grouping, Origin, grouping_of
from prongsai.ita.frameworks.model import Framework, Item

_FULL = Fraction(100)
_NONE_MISSING: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, kw_only=True)
class ItemPoints:
    """One item: whether it is complete, what it is worth in the OIT, what of it is lost.

    ``is_complete`` is None when nobody checked it: it counts as nothing yet.
    ``missing`` are the elements it still lacks; ``gain`` is what each would bring.
    """

    code: str
    th: str
    en: str
    indicator: int | None
    sub: str | None
    is_complete: bool | None
    worth: Fraction
    missing: int = 0

    @property
    def points(self) -> Fraction:
        """The points of the item itself: 100 or 0."""
        return _FULL if self.is_complete else Fraction(0)

    @property
    def lost(self) -> Fraction:
        """The points of the OIT that this item costs."""
        return Fraction(0) if self.is_complete else self.worth

    @property
    def gain(self) -> Fraction:
        """The points of the OIT for each element that is still missing."""
        return self.lost / max(self.missing, 1)


@dataclass(frozen=True, kw_only=True)
class IndicatorPoints:
    """One indicator of the OIT: its points, and what of the OIT it costs."""

    number: int
    points: Fraction
    lost: Fraction


@dataclass(frozen=True, kw_only=True)
class Prediction:
    """What to expect. ``steps`` are the incomplete items, the best step first.

    ``unknown`` counts the items nobody checked; ``best`` is what the OIT would be if
    these were complete. ``indicators`` is empty where no grouping is known.
    """

    items: tuple[ItemPoints, ...]
    indicators: tuple[IndicatorPoints, ...]
    oit: Fraction
    best: Fraction
    lost: Fraction
    unknown: int
    steps: tuple[ItemPoints, ...]
    origin: Origin
    year: int
    from_year: int | None
    guessed: tuple[str, ...]


def predict(
    framework: Framework,
    complete: Mapping[str, bool | None],
    *,
    grouping: Framework | None = None,
    missing: Mapping[str, int] = _NONE_MISSING,
) -> Prediction:
    """Return the points to expect from which items are complete.

    ``grouping`` is the newest earlier year whose grouping is known: it is borrowed, by
    subject, where the year's own is not. ``missing`` counts the elements each item
    still lacks.
    """
    grouped = grouping_of(framework, grouping)
    rows = tuple(
        _points(item, grouped, complete=complete.get(item.code))
        for item in framework.items or ()
    )
    items = tuple(replace(row, missing=missing.get(row.code, 0)) for row in rows)
    unknown = [row for row in items if row.is_complete is None]
    oit = sum((row.worth - row.lost for row in items), Fraction(0))
    return Prediction(
        items=items,
        indicators=_indicators(items),
        oit=oit,
        best=oit + sum((row.worth for row in unknown), Fraction(0)),
        lost=sum((row.lost for row in items), Fraction(0)),
        unknown=len(unknown),
        steps=_steps(items),
        origin=grouped.origin,
        year=framework.year,
        from_year=grouped.year,
        guessed=grouped.guessed,
    )


def _points(item: Item, grouped: Grouping, *, complete: bool | None) -> ItemPoints:
    place = grouped.places.get(item.code)
    return ItemPoints(
        code=item.code,
        th=item.th,
        en=item.en,
        indicator=place.indicator if place else None,
        sub=place.sub if place else None,
        is_complete=complete,
        worth=grouped.worth[item.code],
    )


def _indicators(items: tuple[ItemPoints, ...]) -> tuple[IndicatorPoints, ...]:
    """Return each indicator: what its items bring of what they are worth."""
    found = []
    for number in sorted({row.indicator for row in items if row.indicator is not None}):
        own = [row for row in items if row.indicator == number]
        worth = sum((row.worth for row in own), Fraction(0))
        lost = sum((row.lost for row in own), Fraction(0))
        found.append(
            IndicatorPoints(
                number=number, points=(worth - lost) / worth * _FULL, lost=lost
            )
        )
    return tuple(found)


def _steps(items: tuple[ItemPoints, ...]) -> tuple[ItemPoints, ...]:
    """Return what is incomplete: most points for each missing element first."""
    numbers = {row.code: n for n, row in enumerate(items)}
    left = [row for row in items if row.lost]
    return tuple(
        sorted(left, key=lambda row: (-row.gain, -row.worth, numbers[row.code]))
    )
