"""Rules about the score table: totals, levels, changes, names."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from prongsai.ita.documents.linting import names, where
from prongsai.ita.documents.linting.findings import Remark, rule
from prongsai.ita.documents.linting.movement import (
    CENT,
    Direction,
    amount_in,
    direction_in,
    direction_of,
    is_percent,
    percent_of,
)
from prongsai.ita.documents.linting.severities import Severity
from prongsai.ita.documents.linting.years import (
    changes_of,
    current_year,
    framework_of,
    outcome_of,
    points,
    years_of,
)
from prongsai.ita.documents.model.report import Report
from prongsai.ita.frameworks.arithmetic import level_of, rounded
from prongsai.ita.frameworks.model import InstrumentCode, Level
from prongsai.ita.thai.text import fold

TOLERANCE = Fraction("0.01")
FULL_SCORE = 100


@rule("total-differs", Severity.ERROR)
def total_differs_from_weighted_parts(report: Report) -> Iterator[Remark]:
    """The printed total equals the weighted instruments, to 0.01."""
    for year, text in sorted(report.totals.items()):
        printed, result = points(text), outcome_of(report, year)
        if printed is None or result is None:
            continue
        total = result[2]
        if abs(Fraction(printed) - total) > TOLERANCE:
            yield Remark(
                where=where.total(year),
                printed=text,
                expected=str(rounded(total)),
                facts={"year": year},
            )


@rule("score-out-of-range", Severity.ERROR)
def score_is_out_of_range(report: Report) -> Iterator[Remark]:
    """Points lie between 0 and 100."""
    printed = [
        (where.score(score.indicator, year), text)
        for score in report.scores
        for year, text in score.years.items()
    ]
    printed += [(where.total(year), text) for year, text in report.totals.items()]
    for place, text in printed:
        value = points(text)
        if value is not None and not 0 <= value <= FULL_SCORE:
            yield Remark(where=place, printed=text, expected="0 - 100")


@rule("change-wrong", Severity.ERROR)
def change_contradicts_the_figures(report: Report) -> Iterator[Remark]:
    """A change column says the direction and the amount its own row shows."""
    for place, text, old, new in changes_of(report):
        stated, moved = direction_in(text), direction_of(old, new)
        wrong_word = stated is not None and stated is not moved
        if wrong_word or not _amount_fits(text, old, new):
            facts = {"old": old, "new": new}
            yield Remark(
                where=place, printed=text, expected=_spoken(old, new), facts=facts
            )


@rule("level-change-wrong", Severity.ERROR)
def level_change_contradicts_the_levels(report: Report) -> Iterator[Remark]:
    """The level moved the way the table says."""
    text = report.changes.level if report.changes else ""
    stated = direction_in(text)
    years = [year for year in years_of(report) if report.levels.get(year)][-2:]
    if stated is None or len(years) != 2:  # noqa: PLR2004  # a change needs two
        return
    old, new = (_rank(report, year) for year in years)
    same = fold(report.levels[years[0]]) == fold(report.levels[years[1]])
    if same:
        moved: Direction | None = Direction.SAME
    else:
        moved = direction_of(old, new) if old is not None and new is not None else None
    if moved is not None and moved is not stated:
        facts = {"old": report.levels[years[0]], "new": report.levels[years[1]]}
        yield Remark(
            where=where.change("level"), printed=text, expected=moved, facts=facts
        )


@rule("level-differs-from-rule", Severity.WARNING)
def level_differs_from_rule(report: Report) -> Iterator[Remark]:
    """The printed level is the one the year's rule gives; it is never overwritten."""
    for year, text in sorted(report.levels.items()):
        result = outcome_of(report, year)
        if not text or result is None:
            continue
        framework, means, total = result
        level = level_of(framework, total, means)
        if level and _level_in(text, framework.levels) is not level:
            lowest = min(means, key=lambda code: means[code])
            facts = {
                "year": year,
                "total": rounded(total),
                "instrument": lowest,
                "lowest": rounded(means[lowest]),
            }
            yield Remark(
                where=where.level(year), printed=text, expected=level.th, facts=facts
            )


@rule("instrument-differs", Severity.WARNING)
def row_stands_under_another_instrument(report: Report) -> Iterator[Remark]:
    """An indicator stands under the instrument that measures it."""
    framework = framework_of(int(current_year(report) or 0))
    if framework is None:
        return
    for score in report.scores:
        own = names.indicator(framework, score.indicator)
        printed = {code for code in InstrumentCode if code in score.instrument.upper()}
        if own and printed and own.instrument not in printed:
            facts = {"indicator": score.indicator}
            yield Remark(
                where=where.score(score.indicator),
                printed=score.instrument,
                expected=own.instrument,
                facts=facts,
            )


@rule("indicator-missing", Severity.WARNING)
def table_lacks_an_indicator(report: Report) -> Iterator[Remark]:
    """A score table has a row for every indicator of its year."""
    framework = framework_of(int(current_year(report) or 0))
    there = {score.indicator for score in report.scores}
    if framework is None or len(there) <= len(framework.indicators) / 2:
        return  # an extract, or a table that reading did not understand
    for own in framework.indicators:
        if str(own.number) not in there:
            facts = {"indicator": own.number}
            yield Remark(
                where=where.score(str(own.number)), expected=own.th, facts=facts
            )


def _amount_fits(text: str, old: Decimal, new: Decimal) -> bool:
    amount = amount_in(text)
    if amount is None:
        return True
    value, signed = amount
    difference, percent = new - old, percent_of(old, new)
    if not signed:
        value, difference = abs(value), abs(difference)
        percent = abs(percent) if percent is not None else None
    fits_percent = percent is not None and abs(value - percent) <= CENT
    return abs(value - difference) <= CENT or (is_percent(text) and fits_percent)


def _spoken(old: Decimal, new: Decimal) -> str:
    direction = direction_of(old, new)
    if direction is Direction.SAME:
        return direction
    return f"{direction} {abs(new - old)}"


def _rank(report: Report, year: str) -> int | None:
    """How high a printed level stands in its year; higher is better."""
    framework = framework_of(int(year))
    levels = framework.levels if framework else ()
    level = _level_in(report.levels[year], levels)
    return -levels.index(level) if level else None


def _level_in(text: str, levels: tuple[Level, ...]) -> Level | None:
    """The level a text names: the longest name that fits."""
    plain = fold(text)
    found = [level for level in levels if fold(level.th) in plain]
    return max(found, key=lambda level: len(level.th), default=None)
