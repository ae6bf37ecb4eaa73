"""Checked access to the tables of a framework file, collecting every problem.

A wrong value is noted with its place and replaced by a stand-in, so that one
reading names all problems at once; a file with a problem never becomes a framework.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, TypeVar

from prongsai.ita.frameworks.model import Confidence, Fact, Grounds
from prongsai.ita.words.catalogue import say

T = TypeVar("T")

_MOST_PLACES = 10
"""More decimal places than any weight or threshold has."""


@dataclass(frozen=True, kw_only=True)
class Problem:
    """What is wrong and where: a path of TOML keys, list places counted from 1."""

    code: str
    where: str
    facts: Mapping[str, object] = field(default_factory=dict)

    def sentence(self, language: Literal["th", "en"]) -> str:
        """Say the problem to a person."""
        code = f"framework.problem.{self.code}"
        return say(code, language, where=self.where, **self.facts)


@dataclass(kw_only=True)
class Reading:
    """One reading of one file: the ids in its sources table, and what was found."""

    sources: frozenset[str]
    problems: list[Problem] = field(default_factory=list)
    tables: list["Table"] = field(default_factory=list)

    def note(self, code: str, where: str, **facts: object) -> None:
        """Remember a problem."""
        self.problems.append(Problem(code=code, where=where, facts=facts))

    def note_unread_fields(self) -> None:
        """Remember every field that nothing asked for: a misspelling, most likely."""
        for table in self.tables:
            for name in table.unread():
                self.note("unknown-field", table.place(name))


class Table:
    """One TOML table: asks for its fields by name and type."""

    def __init__(
        self, data: Mapping[str, object], where: str, reading: Reading
    ) -> None:
        self.where = where
        self.reading = reading
        self._data = data
        self._read: set[str] = set()
        reading.tables.append(self)

    def place(self, name: str) -> str:
        """Return where a field of this table stands."""
        return f"{self.where}.{name}" if self.where else name

    def unread(self) -> list[str]:
        """Return the fields nothing has asked for."""
        return [name for name in self._data if name not in self._read]

    def has(self, name: str) -> bool:
        """Tell whether the field is there."""
        return name in self._data

    def problem(self, code: str, name: str, **facts: object) -> None:
        """Remember a problem with one field."""
        self.reading.note(code, self.place(name), **facts)

    def text(self, name: str) -> str:
        """Return a text that says something."""
        found = self._value(name, str, "")
        if isinstance(self._data.get(name), str) and not found.strip():
            self.problem("empty", name)
        return found

    def text_or_none(self, name: str) -> str | None:
        """Return a text, or None where the field is absent."""
        return self.text(name) if self.has(name) else None

    def integer(self, name: str) -> int:
        """Return a whole number."""
        return self._value(name, int, 0)

    def number(self, name: str) -> Decimal:
        """Return a number, exactly as written."""
        if not isinstance(self._data.get(name), Decimal):
            return Decimal(self._value(name, int, 0))
        found = self._value(name, Decimal, Decimal(0))
        exponent = found.as_tuple().exponent
        if isinstance(exponent, int) and abs(exponent) <= _MOST_PLACES:
            return found
        self.problem("odd-number", name, found=found)
        return Decimal(0)

    def flag(self, name: str) -> bool:
        """Return yes or no; an absent field is no."""
        return self._value(name, bool, False) if self.has(name) else False  # noqa: FBT003  # the stand-in

    def day(self, name: str) -> date:
        """Return a date."""
        return self._value(name, date, date.min)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts, at least one."""
        return tuple(self._entries(name, str))

    def numbers(self, name: str) -> tuple[Decimal, ...]:
        """Return a list of whole numbers as decimals, at least one."""
        return tuple(Decimal(n) for n in self._entries(name, int))

    def rows(self, name: str) -> "Iterator[Table]":
        """Return the tables of a list, at least one."""
        for place, row in enumerate(self._entries(name, dict), start=1):
            yield Table(row, f"{self.place(name)}.{place}", self.reading)

    def named(self, name: str) -> "Iterator[tuple[str, Table]]":
        """Return the tables inside a table with their names, at least one."""
        for key, row in self._value(name, dict, {}).items():
            where = f"{self.place(name)}.{key}"
            if isinstance(row, dict):
                yield key, Table(row, where, self.reading)
            else:
                self.reading.note("wrong-type", where, expected="table")

    def inner(self, name: str) -> "Table":
        """Return the table inside this one."""
        return Table(self._value(name, dict, {}), self.place(name), self.reading)

    def fact(self, name: str, read: "Callable[[Table, str], T]") -> Fact[T] | None:
        """Return ``{ value, source, confidence }``, or None where it is absent."""
        if not self.has(name):
            return None
        inner = self.inner(name)
        return Fact(value=read(inner, "value"), grounds=inner.grounds())

    def grounds(self) -> Grounds:
        """Return what the table says of its own sources and confidence."""
        source = self.texts("source") if self.has("source") else ()
        if not source:
            self.reading.note("no-source", self.where)
        for unknown in sorted(set(source) - self.reading.sources):
            self.problem("unknown-source", "source", source=unknown)
        confidence = self._confidence()
        if confidence is Confidence.CONFIRMED and len(set(source)) == 1:
            self.problem("confirmed-by-one", "source")
        note = self.text("note") if self.has("note") else ""
        return Grounds(source=source, confidence=confidence, note=note)

    def _confidence(self) -> Confidence:
        word = self.text("confidence")
        if word and word not in set(Confidence):
            self.problem("unknown-confidence", "confidence", found=word)
        return Confidence(word) if word in set(Confidence) else Confidence.INFERRED

    def _entries(self, name: str, kind: type[T]) -> Iterator[T]:
        found: list[object] = self._value(name, list, [])
        if self.has(name) and not found:
            self.problem("empty", name)
        for place, entry in enumerate(found, start=1):
            if isinstance(entry, kind) and type(entry) is kind:
                yield entry
            else:
                where = f"{self.place(name)}.{place}"
                self.reading.note("wrong-type", where, expected=kind.__name__)

    def _value(self, name: str, kind: type[T], stand_in: T) -> T:
        self._read.add(name)
        if name not in self._data:
            self.problem("no-field", name)
            return stand_in
        found = self._data[name]
        # Exactly the kind: a bool is no number here, and a time of day is no date.
        if isinstance(found, kind) and type(found) is kind:
            return found
        self.problem("wrong-type", name, expected=kind.__name__)
        return stand_in
