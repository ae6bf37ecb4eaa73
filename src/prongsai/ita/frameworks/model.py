"""What one fiscal year's ITA demands, as data: a ``Framework`` and its parts.

Every fact carries its grounds. Whatever no source tells is ``None`` or absent and
named in ``missing``: *not known* is never zero and never an empty list.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Confidence(StrEnum):
    """How sure a fact is. Facts nobody stated are not loaded at all."""

    CONFIRMED = "confirmed"  # two or more independent sources of that year
    ONE_SOURCE = "one-source"
    INFERRED = "inferred"  # from another year, another agency's list, or practice


class InstrumentCode(StrEnum):
    """The three ways of asking."""

    IIT = "IIT"
    EIT = "EIT"
    OIT = "OIT"


class LevelScheme(StrEnum):
    """How a year names its levels: letters to 2565, words from 2566."""

    LETTERS = "letters"
    WORDS = "words"


@dataclass(frozen=True, kw_only=True)
class Grounds:
    """Why a fact is believed: ids of the framework's ``sources``, and how sure."""

    source: tuple[str, ...]
    confidence: Confidence
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Fact(Generic[T]):
    """A single value with its grounds."""

    value: T
    grounds: Grounds


@dataclass(frozen=True, kw_only=True)
class Instrument:
    """IIT, EIT or OIT. ``weight`` is its share of the total; the weights add to 1."""

    code: InstrumentCode
    th: str
    en: str
    weight: Decimal
    grounds: Grounds


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """One of the ten indicators. ``aliases`` are other Thai names it is known by."""

    number: int
    instrument: InstrumentCode
    th: str
    en: str
    aliases: tuple[str, ...]
    grounds: Grounds


@dataclass(frozen=True, kw_only=True)
class SubIndicator:
    """A group of OIT items, and how many it has (``count``, None when not known)."""

    code: str
    indicator: int
    th: str
    en: str
    count: Fact[int] | None
    grounds: Grounds


@dataclass(frozen=True, kw_only=True)
class Element:
    """One thing an OIT item must show.

    ``key`` is the same in every year that asks for it, whatever the item's number.
    ``local_only``: asked of local governments, not of every agency. ``when`` names
    the cases it is asked for, where not always.
    """

    key: str
    th: str
    local_only: bool
    when: Fact[str] | None = None
    grounds: Grounds


@dataclass(frozen=True, kw_only=True)
class Scale:
    """The points an answer can earn, and the answers' words in the same order."""

    code: str
    values: tuple[Decimal, ...]
    labels: tuple[str, ...]
    grounds: Grounds


@dataclass(frozen=True, kw_only=True)
class Item:
    """One OIT item. ``elements`` is None when no source tells what it must show.

    ``subjects`` are beginnings of requirement keys: what the item is about, also
    where its elements are not known; the same in every year.
    ``data_year`` is the fiscal year the data describe; ``cut_off`` the day up to
    which; ``for_each`` names whom the elements are asked of one by one. The
    grounds speak of number and title; the sub-indicator's of the grouping.
    """

    code: str
    number: int
    th: str
    en: str
    sub: str | None
    subjects: tuple[str, ...]
    elements: tuple[Element, ...] | None
    for_each: Fact[tuple[str, ...]] | None = None
    data_year: Fact[int] | None = None
    cut_off: Fact[date] | None = None
    period: Fact[str] | None = None
    scope: Fact[str] | None = None
    form: Fact[str] | None = None
    formats: Fact[tuple[str, ...]] | None = None
    scale: Scale | None = None
    grounds: Grounds


@dataclass(frozen=True, kw_only=True)
class Level:
    """A result level, given to the first rule that fits.

    ``min_each_instrument`` holds for IIT, EIT and OIT separately. ``caveat`` is the
    code of a sentence: what is not known about this level.
    """

    code: str
    th: str
    en: str
    min_total: Decimal
    min_each_instrument: Decimal | None
    passes: bool
    caveat: str | None
    grounds: Grounds


@dataclass(frozen=True, kw_only=True)
class Part:
    """A sub-item of a question, on its own scale where it has one."""

    th: str
    scale: str | None


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question of the IIT or EIT, in our own words, not the form's.

    ``code`` is the official number where it is sourced, else a word of ours;
    ``scale`` is the code of a scale, None when not known.
    """

    code: str
    indicator: int
    th: str
    scale: str | None
    parts: tuple[Part, ...]
    grounds: Grounds


@dataclass(frozen=True, kw_only=True)
class Event:
    """One line of the year's calendar; dates only where the source gives them."""

    code: str
    th: str
    en: str
    text: str
    start: date | None
    end: date | None
    grounds: Grounds


@dataclass(frozen=True, kw_only=True)
class Aspect:
    """One of the seven aspects (ประเด็น) that measures are grouped under."""

    number: int
    th: str
    en: str
    grounds: Grounds


@dataclass(frozen=True, kw_only=True)
class Layout:
    """The columns of a document's table, left to right."""

    code: str
    columns: tuple[str, ...]
    grounds: Grounds


@dataclass(frozen=True, kw_only=True)
class Document:
    """A document this product reads and writes, as the year's item asks for it.

    ``based_on`` is the fiscal year whose result it works from.
    """

    code: str
    item: str | None
    th: str
    en: str
    based_on: Fact[int] | None
    sections: Fact[tuple[str, ...]] | None
    layouts: tuple[Layout, ...] | None
    grounds: Grounds


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule in words, of one instrument or (None) of the whole assessment."""

    instrument: InstrumentCode | None
    th: str
    en: str
    grounds: Grounds


@dataclass(frozen=True, kw_only=True)
class Missing:
    """Something about the year that no source tells."""

    about: str
    th: str
    en: str


@dataclass(frozen=True, kw_only=True)
class Framework:
    """Everything known about one fiscal year (Buddhist era).

    ``levels`` stand in the order of their rules; None for a whole part means that
    nothing is known of it. ``item_count`` counts the year's OIT items, also those
    not listed here.
    """

    year: int
    revision: int
    level_scheme: LevelScheme
    pass_mark: Fact[Decimal]
    levels: tuple[Level, ...]
    instruments: tuple[Instrument, ...]
    indicators: tuple[Indicator, ...]
    item_count: Fact[int] | None
    subindicators: tuple[SubIndicator, ...] | None
    items: tuple[Item, ...] | None
    scales: tuple[Scale, ...] | None
    questions: tuple[Question, ...] | None
    aspects: tuple[Aspect, ...] | None
    documents: tuple[Document, ...] | None
    calendar: tuple[Event, ...] | None
    rules: tuple[Rule, ...]
    missing: tuple[Missing, ...]
    sources: Mapping[str, str]

    def indicators_of(self, code: InstrumentCode) -> tuple[Indicator, ...]:
        """Return the indicators an instrument is the mean of."""
        return tuple(i for i in self.indicators if i.instrument is code)

    def item(self, code: str) -> Item | None:
        """Return the item with that code (``o12``), or None."""
        return next((i for i in self.items or () if i.code == code), None)

    def item_about(self, key: str) -> Item | None:
        """Return the item whose subject a requirement key falls under this year.

        Where several do (``plan`` and ``plan.progress``), the closest.
        """
        found = [
            (len(subject), item)
            for item in self.items or ()
            for subject in item.subjects
            if falls_under(key, subject)
        ]
        return max(found, key=lambda pair: pair[0], default=(0, None))[1]

    def demands(self, key: str) -> tuple[Item, Element] | None:
        """Return the item and element that ask for a requirement key this year."""
        for item in self.items or ():
            for element in item.elements or ():
                if element.key == key:
                    return item, element
        return None

    def groups_of(self, indicator: int) -> tuple[tuple[Item, ...], ...] | None:
        """Return the items of an indicator, sub-indicator by sub-indicator.

        None when the year's grouping is not wholly known: a mean over part of the
        items would be a guess.
        """
        if not self._grouping_is_known():
            return None
        return tuple(
            tuple(i for i in self.items or () if i.sub == sub.code)
            for sub in self.subindicators or ()
            if sub.indicator == indicator
        )

    def _grouping_is_known(self) -> bool:
        listed = Counter(item.sub for item in self.items or ())
        counts = {s.code: s.count and s.count.value for s in self.subindicators or ()}
        total = self.item_count and self.item_count.value
        return total == sum(listed.values()) and dict(listed) == counts


def falls_under(key: str, subject: str) -> bool:
    """Tell whether a requirement key is a subject or a part of it.

    >>> falls_under("plan.progress.status", "plan"), falls_under("planning", "plan")
    (True, False)
    """
    return key == subject or key.startswith(f"{subject}.")
