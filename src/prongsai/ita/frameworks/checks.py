"""Contradictions between the facts of one framework: each check yields problems."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from prongsai.ita.frameworks.model import (
    Framework,
    InstrumentCode,
    Item,
    Level,
    falls_under,
)
from prongsai.ita.frameworks.table import Problem
from prongsai.ita.words.catalogue import catalogue

KEY = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*){1,3}")
"""A requirement key: subject, then parts, for example ``procurement.item.name``."""

FULL_SCORE = Decimal(100)

_PARTS = (
    "item_count",
    "subindicators",
    "items",
    "scales",
    "questions",
    "aspects",
    "documents",
    "calendar",
)


def contradictions(framework: Framework) -> Iterator[Problem]:
    """Yield every contradiction found, in no promised order."""
    for check in (
        weights_add_to_one,
        every_instrument_has_indicators,
        indicators_are_numbered_and_named_once,
        subindicators_belong_to_open_data,
        items_stand_in_their_groups,
        items_are_in_order,
        requirement_keys_are_unique,
        requirement_keys_fall_under_their_subjects,
        years_are_not_later,
        levels_step_down,
        scales_fit,
        questions_fit,
        documents_name_known_items,
        events_end_after_they_start,
        gaps_are_stated,
    ):
        yield from check(framework)


def weights_add_to_one(framework: Framework) -> Iterator[Problem]:
    """The weights of the instruments are shares of one whole."""
    total = sum((i.weight for i in framework.instruments), Decimal(0))
    if total != 1:
        yield _problem("weights", "instruments", total=total)
    for instrument in framework.instruments:
        if instrument.weight <= 0:
            yield _problem("weights", f"instruments.{instrument.code}", total=total)


def every_instrument_has_indicators(framework: Framework) -> Iterator[Problem]:
    """IIT, EIT and OIT are all there, and each is the mean of something."""
    there = {instrument.code for instrument in framework.instruments}
    for code in InstrumentCode:
        if code not in there:
            yield _problem("no-instrument", "instruments", instrument=code)
        elif not framework.indicators_of(code):
            yield _problem("no-indicator", f"instruments.{code}")


def indicators_are_numbered_and_named_once(framework: Framework) -> Iterator[Problem]:
    """Indicators count from one; no name or alias means two of them."""
    numbers = [indicator.number for indicator in framework.indicators]
    if numbers != list(range(1, len(numbers) + 1)):
        found = ", ".join(map(str, numbers))
        yield _problem("not-in-order", "indicators", found=found)
    names = Counter(n for i in framework.indicators for n in (i.th, *i.aliases))
    for name in _twice(names):
        yield _problem("name-twice", "indicators", name=name)


def subindicators_belong_to_open_data(framework: Framework) -> Iterator[Problem]:
    """Only OIT indicators have sub-indicators."""
    known = {i.number for i in framework.indicators_of(InstrumentCode.OIT)}
    for sub in framework.subindicators or ():
        if sub.indicator not in known:
            where = f"subindicators.{sub.code}"
            yield _problem("unknown-indicator", where, indicator=sub.indicator)


def items_stand_in_their_groups(framework: Framework) -> Iterator[Problem]:
    """Every item's sub-indicator exists and is not over-full."""
    subs = {sub.code: sub for sub in framework.subindicators or ()}
    listed = Counter(item.sub for item in framework.items or ())
    for item in framework.items or ():
        if item.sub is not None and item.sub not in subs:
            where = f"items.{item.code}.sub"
            yield _problem("unknown-subindicator", where, sub=item.sub)
    for code, sub in subs.items():
        if sub.count is not None and listed[code] > sub.count.value:
            facts = {"found": listed[code], "expected": sub.count.value}
            yield _problem("too-many-items", f"subindicators.{code}", **facts)


def items_are_in_order(framework: Framework) -> Iterator[Problem]:
    """Items are o1, o2, … in order, and no number exceeds the year's count."""
    items = framework.items or ()
    for item in items:
        if item.code != f"o{item.number}":
            yield _problem("not-in-order", "items", found=item.code)
    for before, after in pairwise(items):
        if after.number <= before.number:
            yield _problem("not-in-order", "items", found=after.code)
    if items and framework.item_count is not None:
        facts = {"found": items[-1].number, "expected": framework.item_count.value}
        if items[-1].number > framework.item_count.value:
            yield _problem("too-many-items", "items", **facts)


def requirement_keys_are_unique(framework: Framework) -> Iterator[Problem]:
    """A requirement key is well formed and stands once in a year."""
    first: dict[str, str] = {}
    for item in framework.items or ():
        for place, element in enumerate(item.elements or (), start=1):
            where = f"items.{item.code}.elements.{place}"
            if not KEY.fullmatch(element.key):
                yield _problem("bad-key", where, key=element.key)
            if element.key in first:
                facts = {"key": element.key, "first": first[element.key]}
                yield _problem("key-twice", where, **facts)
            first.setdefault(element.key, where)


def requirement_keys_fall_under_their_subjects(
    framework: Framework,
) -> Iterator[Problem]:
    """A subject stands at one item, and the item's keys are parts of its subjects."""
    items = framework.items or ()
    for name in _twice(Counter(s for item in items for s in item.subjects)):
        yield _problem("name-twice", "items", name=name)
    for item in items:
        for place, element in enumerate(item.elements or (), start=1):
            if not any(falls_under(element.key, s) for s in item.subjects):
                where = f"items.{item.code}.elements.{place}"
                yield _problem("other-subject", where, key=element.key)


def years_are_not_later(framework: Framework) -> Iterator[Problem]:
    """No item or document is about a fiscal year after this one."""
    facts = [(f"items.{i.code}.data_year", i.data_year) for i in framework.items or ()]
    facts += [
        (f"documents.{d.code}.based_on", d.based_on) for d in framework.documents or ()
    ]
    for where, fact in facts:
        if fact is not None and not 0 <= framework.year - fact.value <= 1:
            yield _problem("odd-year", where, found=fact.value, year=framework.year)


def levels_step_down(framework: Framework) -> Iterator[Problem]:
    """Each rule is easier than the one before, and the last fits everybody."""
    levels = framework.levels
    for name in _twice(Counter(n for level in levels for n in {level.code, level.th})):
        yield _problem("name-twice", "levels.rules", name=name)
    for place, (above, below) in enumerate(pairwise(levels), start=2):
        if _height(below) >= _height(above) or (below.passes and not above.passes):
            yield _problem("level-order", f"levels.rules.{place}", name=below.th)
    for place, level in enumerate(levels, start=1):
        yield from _level_problems(level, f"levels.rules.{place}", framework)
    if levels and any(_height(levels[-1])):
        yield _problem("no-last-level", "levels.rules", name=levels[-1].th)


def scales_fit(framework: Framework) -> Iterator[Problem]:
    """Points lie in 0 to 100, one label each."""
    for scale in framework.scales or ():
        where = f"scales.{scale.code}"
        if any(not 0 <= value <= FULL_SCORE for value in scale.values):
            yield _problem("out-of-range", where)
        if scale.labels and len(scale.labels) != len(scale.values):
            yield _problem("labels-differ", where)


def questions_fit(framework: Framework) -> Iterator[Problem]:
    """A question asks about an indicator of IIT or EIT, on a scale that exists."""
    asked = {
        i.number for i in framework.indicators if i.instrument is not InstrumentCode.OIT
    }
    known = {scale.code for scale in framework.scales or ()}
    for question in framework.questions or ():
        where = f"questions.{question.code}"
        if question.indicator not in asked:
            facts = {"indicator": question.indicator}
            yield _problem("unknown-indicator", where, **facts)
        for code in (question.scale, *(part.scale for part in question.parts)):
            if code is not None and code not in known:
                yield _problem("unknown-scale", where, scale=code)


def documents_name_known_items(framework: Framework) -> Iterator[Problem]:
    """A document belongs to an item of the year, where it names one."""
    for document in framework.documents or ():
        if document.item is not None and framework.item(document.item) is None:
            where = f"documents.{document.code}.item"
            yield _problem("unknown-item", where, item=document.item)


def events_end_after_they_start(framework: Framework) -> Iterator[Problem]:
    """An event does not end before it starts."""
    for event in framework.calendar or ():
        if event.start and event.end and event.end < event.start:
            yield _problem("ends-before-start", f"calendar.{event.code}")


def gaps_are_stated(framework: Framework) -> Iterator[Problem]:
    """Whatever is not known is named in ``missing``, so that nobody reads a zero."""
    stated = {gap.about for gap in framework.missing}
    for part in _PARTS:
        if getattr(framework, part) is None and part not in stated:
            yield _problem("gap-unstated", "missing", about=part)
    items = framework.items or ()
    wanted = framework.item_count.value if framework.item_count else 0
    if len(items) < wanted and "items" not in stated:
        yield _problem("gap-unstated", "missing", about="items")
    for item in _without_elements(items):
        if not stated & {"elements", item.code}:
            yield _problem("gap-unstated", "missing", about=item.code)


def _without_elements(items: Iterable[Item]) -> Iterator[Item]:
    return (item for item in items if item.elements is None)


def _level_problems(level: Level, where: str, year: Framework) -> Iterator[Problem]:
    if any(not 0 <= height <= FULL_SCORE for height in _height(level)):
        yield _problem("out-of-range", where)
    if level.caveat and f"scoring.step.caveat.{level.caveat}" not in catalogue("en"):
        yield _problem("unknown-caveat", where, caveat=level.caveat)
    if level.passes != (level.min_total >= year.pass_mark.value):
        yield _problem("pass-mark", where, mark=year.pass_mark.value)


def _height(level: Level) -> tuple[Decimal, Decimal]:
    return level.min_total, level.min_each_instrument or Decimal(0)


def _twice(names: Counter[str]) -> list[str]:
    return [name for name, count in names.items() if count > 1]


def _problem(code: str, where: str, **facts: object) -> Problem:
    return Problem(code=code, where=where, facts=facts)
