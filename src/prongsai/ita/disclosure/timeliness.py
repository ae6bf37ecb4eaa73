"""Whether the data are of the right year and cover the right span of time."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from prongsai.ita.disclosure import periods
from prongsai.ita.disclosure.asking import Question, place
from prongsai.ita.disclosure.model import Finding, Severity, ShownPart
from prongsai.ita.disclosure.periods import Expected
from prongsai.ita.thai import fiscal
from prongsai.ita.thai.digits import to_arabic

UNTIMELY = frozenset(
    {
        "disclosure.wrong-cut-off",
        "disclosure.wrong-period",
        "disclosure.wrong-year",
    }
)
"""What makes a published item outdated."""

_CURRENT = ".current_year"
_COVERS = ".covers_year"
_YEAR_IN_TITLE = re.compile(r"ปี\s*งบ\s*ประมาณ\s*(?:พ\.\s*ศ\.)?\s*(25\d\d)")
_DAY = timedelta(days=1)


def years(asked: Question) -> Iterator[Finding]:
    """What says its year says the right one, and something says it."""
    right = _year(asked)
    if right is not None:
        parts = [(n, part) for n, part in asked.parts() if part.keys]
        for number, part in parts:
            if _is_of_other_year(asked, part, right):
                yield _wrong_year(asked, number, right)
        if parts and not any(_says_time(part) for _, part in parts):
            yield Finding(
                code="disclosure.year-unstated",
                severity=Severity.WARNING,
                facts={"expected": right},
            )
    yield from _titles(asked)


def spans(asked: Question) -> Iterator[Finding]:
    """What says its period covers the one that is asked for."""
    expected = periods.expected(asked.item)
    if expected is None:
        yield from _unreadable(asked)
        yield from _whole_years(asked)
        return
    stated = [(n, p) for n, p in asked.parts() if p.keys and p.ends]
    if not stated and any(part.keys for _, part in asked.parts()):
        yield Finding(
            code="disclosure.period-unstated",
            severity=Severity.WARNING,
            facts={"until": expected.end},
        )
    told: set[int] = set()
    for element in asked.asked:
        found = _short(asked, element.key, expected)
        if found is not None and found.place.part not in told:
            told.add(found.place.part)
            yield found


def _year(asked: Question) -> int | None:
    """The fiscal year the data must be of, if the framework says it."""
    if asked.item.data_year is not None:
        return asked.item.data_year.value
    if any(element.key.endswith(_CURRENT) for element in asked.asked):
        return asked.framework.year
    return None


def _is_of_other_year(asked: Question, part: ShownPart, right: int) -> bool:
    if part.data_year is None:
        return False
    bound = asked.item.data_year is not None or any(
        key.endswith(_CURRENT) for key in part.keys
    )
    return bound and part.data_year not in _fitting(asked, right)


def _fitting(asked: Question, right: int) -> set[int]:
    """Return the years that fit: one document may analyse a year to act in the next."""
    for document in asked.framework.documents or ():
        works_from = document.based_on and document.based_on.value
        if document.item == asked.item.code and works_from == right:
            return {right, asked.framework.year}
    return {right}


def _wrong_year(asked: Question, number: int, right: int) -> Finding:
    part = asked.shown.parts[number - 1]
    sure = asked.item.data_year or asked.item
    return Finding(
        code="disclosure.wrong-year",
        severity=Severity.ERROR,
        place=place(number, part),
        facts={"found": part.data_year, "expected": right},
        confidence=sure.grounds.confidence,
    )


def _says_time(part: ShownPart) -> bool:
    return part.data_year is not None or part.ends is not None


def _titles(asked: Question) -> Iterator[Finding]:
    """A heading or the name of a file that names another fiscal year is suspicious."""
    data_year = asked.item.data_year
    if data_year is None:
        return
    fit = {data_year.value, asked.framework.year}
    for number, part in asked.parts():
        for text in (part.title[0], *(file.name for file in part.files)):
            named = {int(y) for y in _YEAR_IN_TITLE.findall(to_arabic(text))}
            if named and not named & fit:
                yield Finding(
                    code="disclosure.title-of-other-year",
                    severity=Severity.WARNING,
                    place=place(number, part),
                    facts={"found": min(named), "expected": data_year.value},
                )
                break


def _unreadable(asked: Question) -> Iterator[Finding]:
    if asked.item.period is not None:
        yield Finding(
            code="disclosure.period-by-hand",
            severity=Severity.NOTICE,
            facts={"period": asked.item.period.value},
        )


def _whole_years(asked: Question) -> Iterator[Finding]:
    """Without a period of its own, an item's data at least touch their year."""
    for number, part in asked.parts():
        year = _covered_year(asked, part)
        if year is None or part.ends is None or _is_of_other_year(asked, part, year):
            continue
        fitting = _fitting(asked, year)
        first, last = fiscal.first_day(min(fitting)), fiscal.last_day(max(fitting))
        if part.ends < first or (part.starts or part.ends) > last:
            sure = asked.item.data_year or asked.item
            whole = Expected(start=first, end=last, confidence=sure.grounds.confidence)
            yield _wrong_period(number, part, whole)


def _covered_year(asked: Question, part: ShownPart) -> int | None:
    if asked.item.data_year is not None and part.keys:
        return asked.item.data_year.value
    is_bound = any(key.endswith((_CURRENT, _COVERS)) for key in part.keys)
    return asked.framework.year if is_bound else None


def _short(asked: Question, key: str, expected: Expected) -> Finding | None:
    """What is wrong with the time that the parts of one element cover together."""
    answering = [(n, p) for n, p in asked.answering(key) if p.ends is not None]
    if not answering:
        return None
    for number, part in answering:
        if _is_outside(part, expected):
            return _wrong_period(number, part, expected)
    reached = _reached([part for _, part in answering], expected.start)
    if reached is not None and reached >= expected.end:
        return None
    number, part = answering[-1]
    if reached is not None and asked.on <= expected.end:
        return Finding(
            code="disclosure.period-running",
            severity=Severity.NOTICE,
            place=place(number, part),
            facts={"until": expected.end, "ends": reached},
        )
    return _wrong_period(number, part, expected)


def _is_outside(part: ShownPart, expected: Expected) -> bool:
    if part.ends is None:
        return False
    is_before = expected.start is not None and part.ends < expected.start
    return is_before or (part.starts or part.ends) > expected.end


def _reached(parts: list[ShownPart], start: date | None) -> date | None:
    """Return the day up to which parts cover the time without a gap; None from the start."""
    ends = [part.ends for part in parts if part.ends]
    if start is None or all(part.starts is None for part in parts):
        return max(ends)
    reached: date | None = None
    spans = sorted((p.starts or p.ends, p.ends) for p in parts if p.ends is not None)
    for starts, last in spans:
        if starts <= (reached + _DAY if reached else start):
            reached = max(last, reached or last)
    return reached


def _wrong_period(number: int, part: ShownPart, expected: Expected) -> Finding:
    is_open = expected.start is None
    return Finding(
        code="disclosure.wrong-cut-off" if is_open else "disclosure.wrong-period",
        severity=Severity.ERROR,
        place=place(number, part),
        facts={
            "start": expected.start or expected.end,
            "until": expected.end,
            "from": part.starts or part.ends,
            "ends": part.ends,
        },
        confidence=expected.confidence,
    )
