"""The frameworks this library ships, read and checked: ``available``, ``load``, ``parse``."""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TypeVar

from prongsai.ita.errors import BadFramework, UnknownYear, YearTooEarly
from prongsai.ita.frameworks import checks, parts
from prongsai.ita.frameworks.model import Fact, Framework
from prongsai.ita.frameworks.table import Problem, Reading, Table

FIRST_COMPUTABLE_YEAR = 2562
"""Before this fiscal year the assessment had other instruments and weights."""

T = TypeVar("T")

_DATA = files("prongsai.ita.frameworks") / "data"


@cache
def available() -> tuple[int, ...]:
    """Return the fiscal years (Buddhist era) that have a framework, oldest first."""
    names = (file.name for file in _DATA.iterdir())
    return tuple(
        sorted(
            int(name[2:6])
            for name in names
            if name.startswith("fy") and name.endswith(".toml")
        )
    )


@cache
def load(year: int) -> Framework:
    """Return the framework of a fiscal year (Buddhist era).

    Raises ``YearTooEarly`` before 2562, ``UnknownYear`` for a year without a file,
    ``BadFramework`` when the file contradicts itself.
    """
    if year < FIRST_COMPUTABLE_YEAR:
        raise YearTooEarly(year=year)
    if year not in available():
        raise UnknownYear(year=year, known=", ".join(map(str, available())))
    name = f"fy{year}.toml"
    framework = parse(shipped_text(year), name)
    if framework.year != year:
        facts = {"found": framework.year, "expected": year}
        raise _bad(name, [Problem(code="other-year", where="year", facts=facts)])
    return framework


def shipped_text(year: int) -> str:
    """Return the file of a shipped year as it stands, to begin a correction from.

    Raises ``UnknownYear`` for a year without a file.
    """
    if year not in available():
        raise UnknownYear(year=year, known=", ".join(map(str, available())))
    return (_DATA / f"fy{year}.toml").read_text(encoding="utf-8")


def parse(text: str, name: str) -> Framework:
    """Return the framework that a TOML text states.

    Raises ``BadFramework``: ``problems`` is one line of sentences, ``details`` the
    ``Problem`` objects, each with its place.
    """
    try:
        data = tomllib.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        facts = {"detail": str(error)}
        problem = Problem(code="syntax", where=name, facts=facts)
        raise _bad(name, [problem]) from error
    sources = data.get("sources")
    known = frozenset(sources) if isinstance(sources, dict) else frozenset()
    reading = Reading(sources=known)
    framework = _framework(Table(data, "", reading))
    reading.note_unread_fields()
    if problems := reading.problems or list(checks.contradictions(framework)):
        raise _bad(name, problems)
    return framework


def problems_of(error: BadFramework) -> Iterator[Problem]:
    """Yield the problems of a file that was refused, in the order of the file."""
    details = error.facts.get("details", ())
    if isinstance(details, tuple):
        yield from (one for one in details if isinstance(one, Problem))


def _framework(file: Table) -> Framework:
    scales = _part(file, "scales", parts.scales)
    by_code = {scale.code: scale for scale in scales or ()}
    levels = file.inner("levels")
    return Framework(
        year=file.integer("year"),
        revision=file.integer("revision"),
        level_scheme=parts.level_scheme(levels),
        pass_mark=Fact(value=levels.number("pass_mark"), grounds=levels.grounds()),
        levels=tuple(parts.levels(levels)),
        instruments=tuple(parts.instruments(file)),
        indicators=tuple(parts.indicators(file)),
        item_count=file.fact("item_count", Table.integer),
        subindicators=_part(file, "subindicators", parts.subindicators),
        items=_part(file, "items", lambda f: parts.items(f, by_code)),
        scales=scales,
        questions=_part(file, "questions", parts.questions),
        aspects=_part(file, "aspects", parts.aspects),
        documents=_part(file, "documents", parts.documents),
        calendar=_part(file, "calendar", parts.calendar),
        rules=tuple(parts.rules(file)),
        missing=tuple(parts.missing(file)),
        sources=MappingProxyType(dict(_sources(file))),
    )


def _part(
    file: Table, name: str, read: Callable[[Table], Iterable[T]]
) -> tuple[T, ...] | None:
    """Read a whole part; a part that the file does not have is not known."""
    return tuple(read(file)) if file.has(name) else None


def _sources(file: Table) -> Iterator[tuple[str, str]]:
    table = file.inner("sources")
    for key in table.unread():
        yield key, table.text(key)


def _bad(name: str, problems: Sequence[Problem]) -> BadFramework:
    said = "; ".join(problem.sentence("en") for problem in problems)
    return BadFramework(framework=name, problems=said, details=tuple(problems))
