"""How the items of one year continue in the next: by requirement keys, line by line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from django.db.models import QuerySet

from prongsai.foundations.frameworks.queries import available, digest_of, load
from prongsai.foundations.organisations import tenancy
from prongsai.ita.frameworks.model import Framework, Item
from prongsai.ita.thai.text import fold
from prongsai.registers.assessments.models.carrying import Carry, Relation
from prongsai.registers.assessments.models.selfchecks import SelfCheck

COPIED = frozenset({Relation.SAME, Relation.RENAMED})
"""Only where one item became one item is anything filled in from last year."""

_CODE = 20


@dataclass(frozen=True, kw_only=True)
class Line:
    """How some items before became some items now; every item stands in one line.

    ``relation`` is None where one of the years does not list all its items: whether the
    item is new or was only not known is for a person to say. ``fresh`` and ``gone``
    are the demands (requirement keys) that came or went with it.
    """

    code: str
    relation: Relation | None
    old: tuple[Item, ...]
    new: tuple[Item, ...]
    fresh: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    confirmed: Carry | None = None


def pairs() -> list[tuple[int, int]]:
    """Return every two consecutive years with a framework, oldest first."""
    years = available()
    return [(a, b) for a, b in pairwise(years) if b == a + 1]


def computed(from_year: int, to_year: int) -> tuple[Line, ...]:
    """Return how the items of a year continue, as their keys say, in the new order."""
    return _computed(from_year, digest_of(from_year), to_year, digest_of(to_year))


@lru_cache(maxsize=64)
def _computed(
    from_year: int,
    _from_digest: str,  # tells a corrected framework from the one it replaced
    to_year: int,
    _to_digest: str,
) -> tuple[Line, ...]:
    old, new = load(from_year), load(to_year)
    lines = [_line(group, old, new) for group in _groups(old, new)]
    return tuple(sorted(lines, key=_order))


def lines(from_year: int, to_year: int) -> list[Line]:
    """Return the lines of two years, each with what a person of the office confirmed."""
    said = {
        row.code: row
        for row in confirmed(from_year, to_year).select_related("confirmed_by")
    }
    return [
        replace(line, confirmed=said.get(line.code))
        for line in computed(from_year, to_year)
    ]


def line(from_year: int, to_year: int, code: str) -> Line | None:
    """Return one line by its code, or None."""
    return next((x for x in computed(from_year, to_year) if x.code == code), None)


def possible(line: Line) -> tuple[Relation, ...]:
    """Return what a person may call a line: what fits the items on its two sides."""
    if not line.old:
        return (Relation.NEW,)
    if not line.new:
        return (Relation.DROPPED,)
    if len(line.new) > 1:
        return (Relation.SPLIT,)
    if len(line.old) > 1:
        return (Relation.MERGED,)
    return (Relation.SAME, Relation.RENAMED, Relation.SPLIT, Relation.MERGED)


def confirmed(from_year: int, to_year: int) -> QuerySet[Carry]:
    """Return what people of the office confirmed of two years."""
    return Carry.objects.filter(
        organisation=tenancy.required(), from_year=from_year, to_year=to_year
    )


def _groups(
    old: Framework, new: Framework
) -> Iterator[tuple[tuple[Item, ...], tuple[Item, ...]]]:
    """Yield the items that hang together, each item once."""
    links = {i.code: {n.code for n in _continues(i, new)} for i in old.items or ()}
    for item in new.items or ():
        for before in _continues(item, old):
            links[before.code].add(item.code)
    left = set(links)
    for item in old.items or ():
        if item.code not in left:
            continue
        olds, news = _together(item.code, links)
        left -= olds
        yield _items(old, olds), _items(new, news)
    linked = {code for codes in links.values() for code in codes}
    for item in new.items or ():
        if item.code not in linked:
            yield (), (item,)


def _continues(item: Item, other: Framework) -> Iterator[Item]:
    """The items of the other year that ask for the same, by the closest subject."""
    for subject in item.subjects:
        if found := other.item_about(subject):
            yield found


def _together(start: str, links: dict[str, set[str]]) -> tuple[set[str], set[str]]:
    olds, news = {start}, set(links[start])
    while more := {c for c, to in links.items() if to & news} - olds:
        olds |= more
        news |= {now for code in more for now in links[code]}
    return olds, news


def _items(framework: Framework, codes: Iterable[str]) -> tuple[Item, ...]:
    found = [item for code in codes if (item := framework.item(code))]
    return tuple(sorted(found, key=lambda item: item.number))


def _line(
    group: tuple[tuple[Item, ...], tuple[Item, ...]], old: Framework, new: Framework
) -> Line:
    before, after = group
    asked, asks = _demands(before), _demands(after)
    known = asked is not None and asks is not None and before and after
    return Line(
        code=after[0].code if after else f"{old.year}-{before[0].code}"[:_CODE],
        relation=_relation(before, after, old=old, new=new),
        old=before,
        new=after,
        fresh=tuple(k for k in asks or () if k not in (asked or ())) if known else (),
        gone=tuple(k for k in asked or () if k not in (asks or ())) if known else (),
    )


def _relation(
    before: tuple[Item, ...],
    after: tuple[Item, ...],
    *,
    old: Framework,
    new: Framework,
) -> Relation | None:
    if not before:
        return Relation.NEW if _is_whole(old) else None
    if not after:
        return Relation.DROPPED if _is_whole(new) else None
    if len(after) > 1:
        return Relation.SPLIT
    if len(before) > 1:
        return Relation.MERGED
    [one], [other] = before, after
    same = one.number == other.number and fold(one.th) == fold(other.th)
    return Relation.SAME if same else Relation.RENAMED


def _is_whole(framework: Framework) -> bool:
    """Whether every item of the year is listed."""
    count = framework.item_count
    return count is not None and count.value == len(framework.items or ())


def _demands(items: tuple[Item, ...]) -> list[str] | None:
    """The requirement keys of items; None where no source tells them."""
    if any(item.elements is None for item in items):
        return None
    return [element.key for item in items for element in item.elements or ()]


def _order(line: Line) -> tuple[int, int]:
    if line.new:
        return 0, line.new[0].number
    return 1, line.old[0].number


def checks_to_copy(from_year: int, to_year: int) -> list[tuple[SelfCheck, str]]:
    """Return last year's own checks with the item each goes to; none that is there."""
    to = {
        row.old[0]: row.new[0]
        for row in confirmed(from_year, to_year)
        if row.relation in COPIED and len(row.old) == len(row.new) == 1
    }
    checks = SelfCheck.objects.filter(organisation=tenancy.required())
    there = set(checks.filter(fiscal_year=to_year).values_list("code", flat=True))
    return [
        (check, to[check.code])
        for check in checks.filter(fiscal_year=from_year, code__in=to)
        if to[check.code] not in there
    ]
