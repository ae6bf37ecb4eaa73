"""A sheet of results checked row by row before anything is written; what its columns are.

One row is one value of one year: ``total``, ``level``, ``announced_on``, the number of an
indicator, or the code of an item. The same columns go out and come in.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import override

from prongsai.foundations.files.sheet_problems import Problem
from prongsai.foundations.files.sheets import FORMULA, Limits
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.fiscal import fiscal_year_of
from prongsai.ita.thai.text import clean, fold
from prongsai.registers.assessments.actions.results import Values
from prongsai.registers.assessments.imports.fields import points_field
from prongsai.registers.assessments.models import Assessment, ResultSheet
from prongsai.registers.assessments.queries import results as queries
from prongsai.registers.assessments.queries.codes import (
    framework_of,
    indicator_numbers,
    known_codes,
)
from prongsai.registers.assessments.states import AssessmentState, Origin
from prongsai.ui.fields import ThaiDateField

LIMITS = Limits(megabytes=2, rows=2_000, columns=12)
"""Ten years of every item are some five hundred rows."""

COLUMNS = ("year", "code", "name", "value")
WHOLE = ("total", "level", "announced_on")
"""What is announced of the year as a whole, in the order of the sheet."""

_LONGEST_LEVEL = 100


def headings() -> dict[str, str]:
    """Return what the columns are called in the language of the page."""
    return {
        "year": _("Fiscal year"),
        "code": _("Code"),
        "name": _("Name of the value"),
        "value": _("Points or words"),
    }


def names_of_whole() -> dict[str, str]:
    """Return what the values of the whole year are called."""
    return {
        "total": _("Total as announced"),
        "level": _("Level as announced"),
        "announced_on": _("Announced on"),
    }


@dataclass(kw_only=True)
class Checked:
    """What a sheet would do; ``standing`` are the drafts it would write over."""

    values: list[Values] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    standing: dict[int, Assessment] = field(default_factory=dict)

    @property
    def is_fine(self) -> bool:
        """Whether every row can be entered."""
        return bool(self.values) and not self.problems


@dataclass(kw_only=True)
class _Year:
    """The values of one year as they are gathered."""

    points: dict[int, Decimal] = field(default_factory=dict)
    items: dict[str, Decimal] = field(default_factory=dict)
    whole: dict[str, Decimal | str | date] = field(default_factory=dict)


def check(sheet: ResultSheet, *, on: date) -> Checked:
    """Check every row of a sheet; nothing is written."""
    found = Checked()
    names, *rows = sheet.table
    columns = _columns(names[1:], found)
    if found.problems:
        return found
    years: dict[int, _Year] = {}
    for row, *cells in rows:
        texts = {key: cells[n] if n < len(cells) else "" for key, n in columns.items()}
        found.problems += _take_row(texts, row, years, on=on)
    for year, gathered in sorted(years.items()):
        found.problems += _as_a_whole(year, gathered, found)
    if not years and not found.problems:
        words = _("No row has a value. Fill in the last column.")
        found.problems.append(Problem(row=0, column=headings()["value"], text=words))
    return found


def _columns(names: list[str], found: Checked) -> dict[str, int]:
    """Return where each column stands; note what is missing."""
    known = _known_headings()
    columns = {
        known[fold(name)]: n
        for n, name in reversed([*enumerate(names)])
        if fold(name) in known
    }
    for key in ("year", "code", "value"):
        if key not in columns:
            found.problems.append(Problem.missing(headings()[key]))
    return columns


def _known_headings() -> dict[str, str]:
    """Return the key of every heading in both languages."""
    known = {key: key for key in COLUMNS}
    for language in ("th", "en"):
        with override(language):
            known |= {fold(name): key for key, name in headings().items()}
    return known


def _take_row(
    texts: Mapping[str, str], row: int, years: dict[int, _Year], *, on: date
) -> Iterator[Problem]:
    """Put the value of one row where it belongs, or say what is wrong with it."""
    heads = headings()
    text = clean(texts["value"])
    if not text:
        return
    for key in ("year", "code", "value"):
        if FORMULA in texts[key]:
            yield Problem.formula(heads[key], row)
            return
    year = _year(texts["year"], on=on)
    if year is None:
        words = _("“%(value)s” is no fiscal year whose result can be entered.")
        yield Problem(
            row=row, column=heads["year"], text=words % {"value": texts["year"]}
        )
        return
    code = _code(texts["code"], year)
    if code is None:
        words = _("Fiscal year %(year)s has nothing with the code “%(value)s”.")
        facts = {"year": year, "value": texts["code"]}
        yield Problem(row=row, column=heads["code"], text=words % facts)
        return
    yield from _put(years.setdefault(year, _Year()), code, text, row=row)


def _put(gathered: _Year, code: str, text: str, *, row: int) -> Iterator[Problem]:
    taken = {*gathered.whole, *gathered.items, *map(str, gathered.points)}
    if code in taken:
        words = _("This value is there twice. Delete one of the two rows.")
        yield Problem(row=row, column=headings()["code"], text=words)
        return
    try:
        value = _read(code, text)
    except ValidationError as error:
        yield Problem.invalid(headings()["value"], row, error)
        return
    if code in WHOLE:
        gathered.whole[code] = value
    elif isinstance(value, Decimal) and code.isdecimal():
        gathered.points[int(code)] = value
    elif isinstance(value, Decimal):
        gathered.items[code] = value


def _read(code: str, text: str) -> Decimal | str | date:
    """Read a value, or raise what is wrong with it in words."""
    if code == "level":
        if len(text) > _LONGEST_LEVEL:
            raise ValidationError(_("The name of a level is shorter."))
        return text
    if code == "announced_on":
        day = ThaiDateField().clean(text)
        return day if isinstance(day, date) else text
    points = points_field("").clean(text)
    return points if isinstance(points, Decimal) else text


def _year(text: str, *, on: date) -> int | None:
    digits = to_arabic(clean(text))
    year = int(digits) if digits.isascii() and digits.isdecimal() else 0
    return year if framework_of(year) and year <= fiscal_year_of(on) else None


def _code(text: str, year: int) -> str | None:
    code = to_arabic(clean(text)).casefold()
    known = {*WHOLE, *known_codes(year), *map(str, indicator_numbers(year))}
    return code if code in known else None


def _as_a_whole(year: int, gathered: _Year, found: Checked) -> Iterator[Problem]:
    """Say what a year lacks, or note what it would do."""
    missing = [n for n in indicator_numbers(year) if n not in gathered.points]
    standing = queries.of_year(year)
    column = str(year)
    if missing:
        words = _("Indicators without points: %(numbers)s.")
        facts = {"numbers": ", ".join(map(str, missing))}
        yield Problem(row=0, column=column, text=words % facts)
    if standing is not None and standing.state == AssessmentState.CONFIRMED:
        words = _("This year is confirmed. Open its result again before it is changed.")
        yield Problem(row=0, column=column, text=words)
        return
    if standing is not None:
        found.standing[year] = standing
    found.values.append(_values(year, gathered))


def _values(year: int, gathered: _Year) -> Values:
    total, level = gathered.whole.get("total"), gathered.whole.get("level", "")
    day = gathered.whole.get("announced_on")
    return Values(
        fiscal_year=year,
        points=gathered.points,
        items=gathered.items,
        total=total if isinstance(total, Decimal) else None,
        level=str(level),
        announced_on=day if isinstance(day, date) else None,
        origin=Origin.SHEET,
    )
