"""Rules about time: periods of measures, the year of a plan, dates of outputs."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from prongsai.ita.documents.linting import where
from prongsai.ita.documents.linting.dates_in import (
    Mentioned,
    dates_in,
    incomplete_dates,
)
from prongsai.ita.documents.linting.findings import Remark, rule
from prongsai.ita.documents.linting.passages import passages, points
from prongsai.ita.documents.linting.severities import Severity
from prongsai.ita.documents.linting.where import Part
from prongsai.ita.documents.model.report import Kind, Measure, Period, Report
from prongsai.ita.thai import fiscal
from prongsai.ita.thai.dates import long_date
from prongsai.ita.thai.periods import Form, parse_period

_MOST = 0.75
_SEVERAL = 3


@rule("period-unreadable", Severity.ERROR)
def period_cannot_be_read(report: Report) -> Iterator[Remark]:
    """A measure's period can be read as a first and a last day."""
    for position, measure, period in _periods(report):
        if period.text.strip() and (period.start is None or period.end is None):
            yield _about(position, measure, period)


@rule("period-malformed", Severity.WARNING)
def period_is_misspelt(report: Report) -> Iterator[Remark]:
    """A period that can be guessed is also written as it should be."""
    for position, measure, period in _periods(report):
        span = parse_period(period.text, report.fiscal_year)
        if span and span.form is Form.MALFORMED:
            expected = f"{long_date(span.start)} - {long_date(span.end)}"
            yield _about(position, measure, period, expected=expected)


@rule("period-outside-year", Severity.ERROR)
def period_leaves_the_fiscal_year(report: Report) -> Iterator[Remark]:
    """A measure reported for a fiscal year was carried out in it."""
    year = report.fiscal_year
    if year is None or report.kind is Kind.ANALYSIS_AND_PLAN:
        return  # a plan looks ahead; plan-year-differs watches it
    first, last = fiscal.first_day(year), fiscal.last_day(year)
    for position, measure, period in _periods(report):
        if _leaves(period, first, last):
            yield _about(position, measure, period, expected=_span(year), year=year)


@rule("plan-year-differs", Severity.WARNING)
def plan_is_for_another_year(report: Report) -> Iterator[Remark]:
    """A plan is for its own year or the next, and all its measures for the same one."""
    year = report.fiscal_year
    if year is None or report.kind is not Kind.ANALYSIS_AND_PLAN:
        return
    usual = _usual_year(report)
    for position, measure, period in _periods(report):
        if period.start is None or period.end is None:
            continue
        outside = _leaves(period, fiscal.first_day(year), fiscal.last_day(year + 1))
        ends = fiscal.fiscal_year_of(period.end)
        if outside or (usual is not None and ends != usual):
            wanted = usual or year + 1
            yield _about(position, measure, period, expected=_span(wanted), year=year)


@rule("output-before-period", Severity.WARNING)
def output_is_dated_before_its_measure(report: Report) -> Iterator[Remark]:
    """Nothing a measure brought about is dated before the measure began."""
    for position, measure, period in _periods(report):
        start = period.start
        if start is None:
            continue
        for point in points(measure.outputs):
            early = [d for d in dates_in(point.item.text) if _is_deed(d, start)]
            for mentioned in early[:1]:
                place = where.item(position, measure, part=Part.OUTPUT, path=point.path)
                facts = {"start": long_date(start), "date": mentioned.printed}
                yield Remark(
                    where=place,
                    printed=mentioned.printed,
                    facts=facts,
                    source=measure.source,
                )


@rule("incomplete-date", Severity.ERROR)
def date_lacks_a_part(report: Report) -> Iterator[Remark]:
    """A date that announces a day has its day, month and year."""
    if report.memo and not re.match(r"\d{4}-\d\d-\d\d$", report.memo.date):
        for found in incomplete_dates(f"วันที่ {report.memo.date}"):
            yield Remark(where=where.memo("date"), printed=found)
    for passage in passages(report):
        for found in incomplete_dates(passage.text):
            yield Remark(where=passage.place, printed=found, source=passage.source)


def _periods(report: Report) -> Iterator[tuple[int, Measure, Period]]:
    for position, measure in enumerate(report.measures):
        if measure.period is not None:
            yield position, measure, measure.period


def _about(
    position: int,
    measure: Measure,
    period: Period,
    *,
    expected: str = "",
    year: int | None = None,
) -> Remark:
    return Remark(
        where=where.measure(position, measure, part=Part.PERIOD),
        printed=period.text,
        expected=expected,
        facts={} if year is None else {"year": year},
        source=measure.source,
    )


def _leaves(period: Period, first: date, last: date) -> bool:
    if period.start is None or period.end is None:
        return False
    return period.start < first or period.end > last


def _span(year: int) -> str:
    return f"{long_date(fiscal.first_day(year))} - {long_date(fiscal.last_day(year))}"


def _usual_year(report: Report) -> int | None:
    """The fiscal year in which nearly all measures of a plan end, if there is one."""
    ends = [p.end for _, _, p in _periods(report) if p.end]
    counted = Counter(fiscal.fiscal_year_of(end) for end in ends)
    if len(ends) < _SEVERAL or not counted:
        return None
    year, times = counted.most_common(1)[0]
    return year if times / len(ends) >= _MOST else None


def _is_deed(mentioned: Mentioned, start: date) -> bool:
    return mentioned.last < start and not mentioned.is_reference
