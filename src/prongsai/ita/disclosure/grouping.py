"""How the items of a year are grouped for its points: its own way, or a borrowed one."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from prongsai.ita.errors import GroupingUnknown
from prongsai.ita.frameworks.model import Framework, InstrumentCode, Item
from prongsai.ita.scoring import open_data

_FULL = Fraction(100)


class Origin(StrEnum):
    """Where a grouping is from."""

    OWN = "own"
    BORROWED = "borrowed"
    NONE = "none"


@dataclass(frozen=True, kw_only=True)
class Home:
    """The indicator and the sub-indicator an item counts in."""

    indicator: int
    sub: str


@dataclass(frozen=True, kw_only=True)
class Grouping:
    """Where each item counts, and how many points of the OIT it is worth.

    ``year`` is the one it was borrowed from; ``guessed`` are the items about which that
    year asked nothing: they stand with their neighbour.
    """

    origin: Origin
    places: Mapping[str, Home]
    worth: Mapping[str, Fraction]
    year: int | None = None
    guessed: tuple[str, ...] = ()


def is_known(framework: Framework) -> bool:
    """Whether a year's own grouping is wholly known."""
    try:
        open_data.groups(framework)
    except GroupingUnknown:
        return False
    return True


def grouping_of(framework: Framework, other: Framework | None) -> Grouping:
    """Return the grouping of a year, else that of another year by subject, else none."""
    if is_known(framework):
        places = _own(framework)
        return Grouping(origin=Origin.OWN, places=places, worth=_worth(places))
    if other is None or not is_known(other):
        items = framework.items or ()
        return Grouping(
            origin=Origin.NONE,
            places={},
            worth={item.code: _FULL / len(items) for item in items},
        )
    return _borrowed(framework, other)


def _own(framework: Framework) -> dict[str, Home]:
    subs = {sub.code: sub.indicator for sub in framework.subindicators or ()}
    return {
        item.code: Home(indicator=subs[item.sub], sub=item.sub)
        for item in framework.items or ()
        if item.sub is not None
    }


def _borrowed(framework: Framework, other: Framework) -> Grouping:
    known = _own(other)
    places: dict[str, Home] = {}
    guessed: list[str] = []
    last: Home | None = None
    for item in framework.items or ():
        home = _home(item, other, known)
        if home is None:
            guessed.append(item.code)
            home = last or known[(other.items or ())[0].code]
        places[item.code] = last = home
    return Grouping(
        origin=Origin.BORROWED,
        places=places,
        worth=_worth(places),
        year=other.year,
        guessed=tuple(guessed),
    )


def _home(item: Item, other: Framework, known: Mapping[str, Home]) -> Home | None:
    """Return where the other year counts what this item is about, its first subject first."""
    for subject in item.subjects:
        found = other.item_about(subject) or _holding(subject, other)
        if found is not None:
            return known[found.code]
    return None


def _holding(subject: str, other: Framework) -> Item | None:
    """Return the first item of the other year about a part of a subject."""
    return next(
        (
            item
            for item in other.items or ()
            if any(one.startswith(f"{subject}.") for one in item.subjects)
        ),
        None,
    )


def _worth(places: Mapping[str, Home]) -> dict[str, Fraction]:
    """Return the points of the OIT each item is worth: means of means, all add to 100."""
    indicators = {home.indicator for home in places.values()}
    subs = Counter(home.indicator for home in set(places.values()))
    sizes = Counter(places.values())
    return {
        code: _FULL / len(indicators) / subs[home.indicator] / sizes[home]
        for code, home in places.items()
    }


def indicators_of(framework: Framework) -> Mapping[int, tuple[str, str]]:
    """Return the indicators of the OIT by number, with their names in both languages."""
    return {
        one.number: (one.th, one.en)
        for one in framework.indicators_of(InstrumentCode.OIT)
    }
