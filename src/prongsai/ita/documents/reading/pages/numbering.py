"""What Word prints before the paragraphs of its automatic lists.

Rules: ECMA-376 part 1, 17.9 (numbering definitions) and 17.18.59 (number formats).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from prongsai.ita.documents.reading.pages.numerals import WORD

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, kw_only=True)
class Level:
    """How one level of a list is numbered: its first number, form and text."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False
    restarts: bool = True
    joined: bool = False


@dataclass(frozen=True, kw_only=True)
class Listing:
    """One ``w:num``: whose counters it moves, its levels, where it starts anew."""

    counters: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass(kw_only=True)
class Numbering:
    """The lists of one document, counted while its paragraphs are read in order."""

    listings: Mapping[str, Listing] = field(default_factory=dict)
    counted: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def marker(self, number: str, depth: int) -> str:
        """Count one paragraph and return what Word prints before it, with its space."""
        listing = self.listings.get(number)
        level = listing.levels.get(depth) if listing else None
        if listing is None or level is None:
            return ""
        counts = self.counted.setdefault(listing.counters, {})
        self._count(listing, depth, anew=self._is_first(listing, number, depth))
        if level.form == "bullet":
            return "- "
        numerals = {
            str(above + 1): _numeral(listing, above, count, legal=level.legal)
            for above, count in counts.items()
        }
        printed = _PLACE.sub(lambda place: numerals.get(place[1], ""), level.text)
        return printed + ("" if level.joined else " ") if printed.strip() else ""

    def _is_first(self, listing: Listing, number: str, depth: int) -> bool:
        """Tell whether a list that starts anew is met for the first time."""
        first = (number, depth) not in self.begun
        self.begun.add((number, depth))
        return first and depth in listing.starts

    def _count(self, listing: Listing, depth: int, *, anew: bool) -> None:
        counts = self.counted[listing.counters]
        for above in range(depth):
            counts.setdefault(above, _start(listing, above))
        if anew or depth not in counts:
            counts[depth] = _start(listing, depth)
        else:
            counts[depth] += 1
        for below in range(depth + 1, _LEVELS):
            level = listing.levels.get(below)
            if level is None or level.restarts:
                counts.pop(below, None)


def read_numbering(root: etree._Element | None) -> Numbering:
    """Read ``numbering.xml``; without one there are no automatic lists."""
    if root is None:
        return Numbering()
    abstract = {
        value(part, "abstractNumId", own=True): part
        for part in root.findall(f"{W}abstractNum")
    }
    by_link = {value(part, "styleLink"): part for part in abstract.values()}
    listings: dict[str, Listing] = {}
    for num in root.findall(f"{W}num"):
        identity = value(num, "abstractNumId")
        part = abstract.get(identity)
        if part is not None and value(part, "numStyleLink"):
            part = by_link.get(value(part, "numStyleLink"), part)
        if part is not None:
            listings[value(num, "numId", own=True)] = _listing(identity, part, num)
    return Numbering(listings=listings)


def value(element: etree._Element | None, name: str, *, own: bool = False) -> str:
    """Return ``w:val`` of a child, or an attribute of the element's own; or nothing."""
    if element is None:
        return ""
    if own:
        return element.get(W + name) or ""
    child = element.find(W + name)
    return "" if child is None else child.get(f"{W}val") or ""


def whole(text: str, otherwise: int) -> int:
    """Return a small whole number, or ``otherwise``."""
    return int(text) if re.fullmatch(r"[0-9]{1,5}", text) else otherwise


def is_on(element: etree._Element | None, name: str) -> bool:
    """Tell whether a switch of Word stands under an element and is not off."""
    child = None if element is None else element.find(W + name)
    return child is not None and child.get(f"{W}val") not in (
        "0",
        "false",
        "off",
        "none",
    )


def _listing(identity: str, part: etree._Element, num: etree._Element) -> Listing:
    levels = dict(_level(found) for found in part.findall(f"{W}lvl"))
    starts: dict[int, int] = {}
    for override in num.findall(f"{W}lvlOverride"):
        depth = whole(value(override, "ilvl", own=True), 0)
        changed = override.find(f"{W}lvl")
        if changed is not None:
            levels[depth] = _level(changed)[1]
        if value(override, "startOverride"):
            starts[depth] = whole(value(override, "startOverride"), 1)
    return Listing(counters=identity, levels=levels, starts=starts)


def _level(found: etree._Element) -> tuple[int, Level]:
    return whole(value(found, "ilvl", own=True), 0), Level(
        start=whole(value(found, "start"), 1),
        form=value(found, "numFmt") or "decimal",
        text=value(found, "lvlText"),
        legal=is_on(found, "isLgl"),
        restarts=value(found, "lvlRestart") != "0",
        joined=value(found, "suff") == "nothing",
    )


def _start(listing: Listing, depth: int) -> int:
    level = listing.levels.get(depth)
    return listing.starts.get(depth, level.start if level else 1)


def _numeral(listing: Listing, depth: int, count: int, *, legal: bool) -> str:
    shown = listing.levels.get(depth)
    form = "decimal" if legal or shown is None else shown.form
    return "" if form in ("none", "bullet") else WORD.get(form, str)(count)
