"""The places of a report that findings point at, each with its order and sentence."""

from collections.abc import Mapping
from enum import StrEnum

from prongsai.ita.documents.linting.findings import Place
from prongsai.ita.documents.model.report import Measure

_MEMO, _TITLE, _SCORES, _NARRATIVES, _MEASURES, _OUTSIDE = range(6)
_MEMO_PARTS = ("from", "number", "date", "subject", "to", "body", "signers")


class Part(StrEnum):
    """The parts of a measure, in the order they are read."""

    WHOLE = "whole"
    TITLE = "title"
    ANALYSIS = "analysis"
    STEP = "step"
    PERIOD = "period"
    RESPONSIBLE = "responsible"
    OUTPUT = "output"
    OUTCOME = "outcome"


_PARTS = tuple(Part)


def memo(part: str) -> Place:
    """A line of the memo: from, number, date, subject, to, body or signers."""
    return Place(code=f"place.memo-{part}", order=(_MEMO, _MEMO_PARTS.index(part)))


def title() -> Place:
    """The report's title."""
    return Place(code="place.title", order=(_TITLE,))


def report() -> Place:
    """The report as a whole."""
    return Place(code="place.report", order=(_TITLE, 1))


def score(indicator: str, year: str = "") -> Place:
    """A row of the score table, or one year of it."""
    row = int(indicator) if indicator.isdigit() else 0
    facts: Mapping[str, object] = {"indicator": indicator, "year": year}
    return Place(
        code="place.score-year" if year else "place.score",
        facts=facts,
        order=(_SCORES, row, int(year or 0)),
    )


def total(year: str) -> Place:
    """The printed total of a year."""
    return Place(
        code="place.total", facts={"year": year}, order=(_SCORES, 100, int(year))
    )


def level(year: str) -> Place:
    """The printed level of a year."""
    return Place(
        code="place.level", facts={"year": year}, order=(_SCORES, 101, int(year))
    )


def change(of: str) -> Place:
    """How the table says the ``total`` or the ``level`` moved."""
    return Place(code=f"place.change-{of}", order=(_SCORES, 102, int(of == "level")))


def narrative(position: int, indicator: str | None) -> Place:
    """What is said of an indicator, or of the whole when it is None."""
    if indicator is None:
        return Place(code="place.narrative-whole", order=(_NARRATIVES, position))
    return Place(
        code="place.narrative",
        facts={"indicator": indicator},
        order=(_NARRATIVES, position),
    )


def measure(position: int, of: Measure, *, part: Part = Part.WHOLE) -> Place:
    """A measure, or one of its parts."""
    return Place(
        code=f"place.measure-{part}",
        facts={"ref": of.ref},
        order=(_MEASURES, position, _PARTS.index(part)),
        measure=position,
    )


def item(position: int, of: Measure, *, part: Part, path: tuple[int, ...]) -> Place:
    """A step, output or outcome by its position; sub-points count from one inside."""
    return Place(
        code=f"place.measure-{part}-item",
        facts={"ref": of.ref, "number": ".".join(map(str, path))},
        order=(_MEASURES, position, _PARTS.index(part), *path),
        measure=position,
    )


def outside(position: int) -> Place:
    """Text that stands in no part of the report known to reading."""
    return Place(code="place.outside", order=(_OUTSIDE, position))
