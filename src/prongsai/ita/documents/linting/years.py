"""The years a report speaks of, its scores as numbers, and the rule of each year."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from prongsai.ita.documents.linting import where
from prongsai.ita.documents.linting.findings import Place
from prongsai.ita.documents.model.report import Report
from prongsai.ita.frameworks import loader
from prongsai.ita.frameworks.arithmetic import instrument_means, weighted_total
from prongsai.ita.frameworks.model import Framework, InstrumentCode
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.text import clean

_POINTS = re.compile(r"([+\-\u2212\u2013]?)\s*(\d+(?:\.\d+)?)\s*(?:คะแนน)?")

Means = dict[InstrumentCode, Fraction]


def points(text: str) -> Decimal | None:
    """Read points as printed, in Thai or Arabic digits; None when they are no number.

    >>> points("๙๖.๓๓"), points("100 คะแนน"), points("-")
    (Decimal('96.33'), Decimal('100'), None)
    """
    found = _POINTS.fullmatch(to_arabic(clean(text)))
    if not found:
        return None
    value = Decimal(found[2])
    return -value if found[1] and found[1] != "+" else value


def framework_of(year: int | None) -> Framework | None:
    """Return the rule of a fiscal year, or None where none is shipped."""
    return loader.load(year) if year in loader.available() and year else None


def years_of(report: Report) -> list[str]:
    """Return the years the score table prints, oldest first."""
    printed = {*report.totals, *report.levels}
    printed.update(year for score in report.scores for year in score.years)
    return sorted(year for year in printed if year.isdigit())


def current_year(report: Report) -> str | None:
    """Return the year the report is about, among those its score table prints."""
    years = years_of(report)
    if str(report.fiscal_year) in years:
        return str(report.fiscal_year)
    return years[-1] if years else None


def value_of(report: Report, indicator: str | None, year: str) -> Decimal | None:
    """Return the points of an indicator (the total when None) in a year's column."""
    if indicator is None:
        return points(report.totals.get(year, ""))
    for score in report.scores:
        if score.indicator == indicator and year in score.years:
            return points(score.years[year])
    return None


def outcome_of(report: Report, year: str) -> tuple[Framework, Means, Fraction] | None:
    """Return the year's rule, the instruments and the total computed from the table.

    None where the rule is not known or the table lacks an indicator: a mean over
    some of them would be a guess.
    """
    framework = framework_of(int(year))
    if framework is None:
        return None
    values: dict[int, Decimal] = {}
    for indicator in framework.indicators:
        value = value_of(report, str(indicator.number), year)
        if value is None:
            return None
        values[indicator.number] = value
    means = instrument_means(framework, values)
    return framework, means, weighted_total(framework, means)


def changes_of(report: Report) -> Iterator[tuple[Place, str, Decimal, Decimal]]:
    """Yield each printed change with its place and the two latest figures of its row."""
    years = years_of(report)[-2:]
    if len(years) != 2:  # noqa: PLR2004  # a change needs two
        return
    rows: list[tuple[Place, str | None, str]] = [
        (where.score(score.indicator), score.indicator, score.change)
        for score in report.scores
    ]
    total = report.changes.total if report.changes else ""
    rows.append((where.change("total"), None, total))
    for place, indicator, text in rows:
        old, new = (value_of(report, indicator, year) for year in years)
        if text and old is not None and new is not None:
            yield place, text, old, new
