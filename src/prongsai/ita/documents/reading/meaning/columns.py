"""What each column of a table means, from the words at its head."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from prongsai.ita.documents.reading.pages.source import Row
from prongsai.ita.thai.dates import parse_month
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.text import clean, fold

LONGEST_HEAD = 130
"""A head longer than this many letters is a sentence, not a head."""


class Column(StrEnum):
    """The meanings a column of measures or scores can have."""

    NUMBER = "number"
    ASPECT = "aspect"
    INDICATOR = "indicator"
    MEASURE = "measure"
    ANALYSIS = "analysis"
    STEPS = "steps"
    PERIOD = "period"
    RESPONSIBLE = "responsible"
    OUTPUT = "output"
    OUTCOME = "outcome"
    OTHER = "other"
    MONTH = "month"
    INSTRUMENT = "instrument"
    NAME = "name"
    SCORE = "score"
    CHANGE = "change"


OF_MEASURES = frozenset(
    {
        Column.STEPS,
        Column.PERIOD,
        Column.RESPONSIBLE,
        Column.OUTPUT,
        Column.OUTCOME,
        Column.ANALYSIS,
    }
)


@dataclass(frozen=True, kw_only=True)
class _Meaning:
    column: Column
    words: tuple[str, ...]
    whole: frozenset[str]
    decisive: tuple[str, ...]


@cache
def _meanings() -> tuple[_Meaning, ...]:
    text = (files(__package__) / "columns.toml").read_text(encoding="utf-8")
    return tuple(
        _Meaning(
            column=Column(name),
            words=tuple(sorted(map(fold, entry["words"]), key=len, reverse=True)),
            whole=frozenset(map(fold, entry.get("whole", ()))),
            decisive=tuple(map(fold, entry.get("decisive", ()))),
        )
        for name, entry in tomllib.loads(text).items()
    )


def meaning_of(head: str) -> Column | None:
    """Tell what a column holds; None for words no report uses at a head.

    >>> meaning_of("ระยะเวลา ดำเนินการ")
    <Column.PERIOD: 'period'>
    >>> meaning_of("ผลลัพธ์หรือความสำเร็จของการ ดำเนินการ")
    <Column.OUTCOME: 'outcome'>
    """
    return next(iter(meanings_of(head)), None)


@cache
def meanings_of(head: str) -> tuple[Column, ...]:
    """All that a head can mean, likeliest first."""
    folded = fold(head)
    if not folded or len(folded) > LONGEST_HEAD:
        return ()
    if parse_month(head):
        return (Column.MONTH,)
    first = [
        meaning.column
        for meaning in _meanings()
        if any(word in folded for word in meaning.decisive) and _only(meaning, folded)
    ]
    places = sorted(
        (folded.find(word), -len(word), meaning.column)
        for meaning in _meanings()
        for word in meaning.words
        if word in folded and (word not in meaning.whole or folded == word)
    )
    return tuple(dict.fromkeys([*first, *(column for _, _, column in places)]))


def _only(meaning: _Meaning, folded: str) -> bool:
    """Whether no other column claims the head as decisively."""
    return not any(
        word in folded
        for other in _meanings()
        if other is not meaning
        for word in other.decisive
    )


Heads = Mapping[int, Column]
"""Position of a column to its meaning."""


_BODY = re.compile(r"^(?:\d{1,2}[.)]|\(\d{1,2}\)|[-\u2022])\s*\S{6}|^\d+$")
"""What a head never is: a point of a list, or a number alone."""


def measure_heads(row: Row) -> Heads | None:
    """Read a row as the head of a table of measures; None when it is none.

    A head names the measures and at least two of what reports say of a measure, and
    three quarters of it are words of heads. A calendar of months stands for the period.
    """
    texts = [clean(cell.text) for cell in row.cells]
    if any(_BODY.match(to_arabic(text)) for text in texts):
        return None
    heads = _distinct([meanings_of(text) for text in texts])
    meanings = set(heads.values())
    if Column.MONTH in meanings:
        meanings.add(Column.PERIOD)
    known = sum(column is not Column.OTHER for column in heads.values())
    if known * 4 < sum(map(bool, texts)) * 3:
        return None
    if len(meanings & OF_MEASURES) < 2:  # noqa: PLR2004  # two make a table
        return None
    if Column.MEASURE not in meanings:
        heads = _stand_in(heads)
    return heads if Column.MEASURE in heads.values() else None


def _distinct(found: Sequence[Sequence[Column]]) -> dict[int, Column]:
    """Give each column its likeliest meaning that no column before it has.

    A second column of measures is what is done for them, where no column says so.
    """
    heads: dict[int, Column] = {}
    for at, columns in enumerate(found):
        if not columns:
            continue
        taken = set(heads.values())
        likeliest = columns[0]
        if likeliest in taken and likeliest is not Column.MONTH:
            likeliest = next((c for c in columns if c not in taken), Column.OTHER)
            steps = any(Column.STEPS in other for other in found)
            if columns[0] is Column.MEASURE and not steps:
                likeliest = Column.STEPS
        heads[at] = likeliest
    return heads


def _stand_in(heads: dict[int, Column]) -> dict[int, Column]:
    """Let the aspect or the indicator be the measure where no column is called so."""
    for column in (Column.ASPECT, Column.INDICATOR):
        for at, meaning in heads.items():
            if meaning is column:
                return {**heads, at: Column.MEASURE}
    return heads


_YEAR = re.compile(r"(?<!\d)(25\d\d)(?!\d)")


def year_in(text: str) -> str | None:
    """Return the one Buddhist year a head names.

    >>> year_in("คะแนนปี ๒๕๖๘")
    '2568'
    """
    years = set(_YEAR.findall(to_arabic(text)))
    return years.pop() if len(years) == 1 else None
