"""What a finding says, and where it is, in one language."""

from collections.abc import Iterator
from datetime import date

from prongsai.ita.disclosure.model import Finding, Place, Said
from prongsai.ita.frameworks.model import Confidence
from prongsai.ita.thai.dates import SHORT_MONTHS
from prongsai.ita.thai.fiscal import BUDDHIST_ERA
from prongsai.ita.words.catalogue import Language, say

_ENGLISH = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun",
    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip


def sentence(finding: Finding, language: Language) -> str:
    """Return what is wrong and what to do about it, in words.

    What rests on inference only says so: the manual decides.
    """
    facts = {key: _fact(fact, language) for key, fact in finding.facts.items()}
    said = say(finding.code, language, **facts)
    if finding.confidence is Confidence.INFERRED:
        return f"{said} {say('disclosure.by-inference', language)}"
    return said


def where(place: Place, language: Language) -> str:
    """Return where something is, from the part to the cell; empty for the whole item."""
    return " · ".join(_steps(place, language))


def _steps(place: Place, language: Language) -> Iterator[str]:
    if place.part:
        code = (
            "disclosure.place.part" if any(place.title) else "disclosure.place.unnamed"
        )
        yield say(code, language, part=place.part, title=pick(place.title, language))
    for name, fact in (
        ("file", place.file),
        ("page", place.page),
        ("table", pick(place.table, language)),
        ("row", place.row),
        ("column", pick(place.column, language)),
        ("line", place.line),
        ("url", place.url),
    ):
        if fact:
            yield say(f"disclosure.place.{name}", language, **{name: fact})


def pick(said: Said, language: Language) -> str:
    """Return the words of one language, or of the other where it has none."""
    thai, english = said
    return english or thai if language == "en" else thai or english


def _fact(fact: object, language: Language) -> object:
    if isinstance(fact, date):
        return _day(fact, language)
    if isinstance(fact, tuple) and len(fact) == 2:  # noqa: PLR2004  # both languages
        return pick((str(fact[0]), str(fact[1])), language)
    return fact


def _day(day: date, language: Language) -> str:
    months = _ENGLISH if language == "en" else SHORT_MONTHS
    return f"{day.day} {months[day.month - 1]} {day.year + BUDDHIST_ERA}"
