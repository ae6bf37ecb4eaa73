"""What published reports show for the items that ask for them; honest where they do not.

Only what is public counts: the report of the year that the item works from, wherever it
is published. A key is present when every measure, or every indicator, of that report
really has what it asks for.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from prongsai.foundations.publications import queries as publications
from prongsai.foundations.publications.models import Version
from prongsai.foundations.publications.supplying import Asked, Said, Supplied, Supply
from prongsai.ita.documents.model.report import Item, Measure, Report
from prongsai.ita.thai import fiscal
from prongsai.registers.reports.queries import addresses
from prongsai.registers.reports.queries.contents import Content, from_data
from prongsai.registers.reports.queries.reports import published
from prongsai.registers.reports.states import ReportKind

Fulfils = Callable[[Report], bool]

_MEASURES, _RESULT = "integrity.measures", "integrity.result"

_NOT_WHOLE = Said(
    th="รายงานที่เผยแพร่ยังไม่มีข้อมูลนี้ครบทุกรายการ",
    en="The published report does not have this for every entry.",
)


def analysis(asked: Asked) -> Supplied:
    """The scores, the level and what is said of every indicator."""
    return _answer(asked, (ReportKind.ANALYSIS,), wanted=_OF_ANALYSIS)


def measures(asked: Asked) -> Supplied:
    """The measures that were announced, with reason, steps, period and who answers."""
    return _answer(asked, (ReportKind.PLAN,), wanted=_OF_PLAN)


def result(asked: Asked) -> Supplied:
    """What came of the measures: of the whole year, else of its first half."""
    kinds = (ReportKind.YEAR, ReportKind.HALF)
    return _answer(asked, kinds, wanted=_OF_RESULT)


def _has_level(report: Report) -> bool:
    return bool(report.totals) and bool(report.levels)


def _tells_every_indicator(report: Report) -> bool:
    told = {one.indicator for one in report.narratives if one.text.strip()}
    return bool(report.scores) and {one.indicator for one in report.scores} <= told


def _each(has: Callable[[Measure], bool]) -> Fulfils:
    """Whether every measure of a report has something, and there is one at all."""

    def fulfils(report: Report) -> bool:
        return bool(report.measures) and all(has(one) for one in report.measures)

    return fulfils


def _said(items: Sequence[Item]) -> bool:
    return any(one.text.strip() for one in items)


_ROWS: Mapping[str, Fulfils] = {
    "measure": _each(lambda one: bool(one.title.strip())),
    "steps": _each(lambda one: _said(one.steps)),
    "period": _each(lambda one: one.period is not None and bool(one.period.text)),
    "responsible": _each(lambda one: any(one.responsible)),
}
_OF_ANALYSIS: Mapping[str, Fulfils] = {
    f"{_MEASURES}.level": _has_level,
    f"{_MEASURES}.analysis": _tells_every_indicator,
}
_OF_PLAN: Mapping[str, Fulfils] = {
    **{f"{_MEASURES}.{name}": has for name, has in _ROWS.items()},
    f"{_MEASURES}.reasoning": _each(lambda one: bool((one.analysis or "").strip())),
}
_OF_RESULT: Mapping[str, Fulfils] = {
    **{f"{_RESULT}.{name}": has for name, has in _ROWS.items()},
    f"{_RESULT}.output": _each(lambda one: _said(one.outputs)),
    f"{_RESULT}.outcome": _each(lambda one: _said(one.outcomes)),
}


def _answer(
    asked: Asked, kinds: Sequence[ReportKind], *, wanted: Mapping[str, Fulfils]
) -> Supplied:
    year = addresses.basis_of(asked.year, kinds[0], otherwise=asked.data_year)
    version = _published(year, kinds)
    if version is None:
        return Supplied(missing=dict.fromkeys(wanted, _not_public(year)))
    content = from_data(version.content)
    present = frozenset(key for key, has in wanted.items() if has(content.report))
    starts, ends = _period(content)
    return Supplied(
        present=present,
        missing={key: _NOT_WHOLE for key in wanted if key not in present},
        address=version.publication.address,
        data_year=content.fiscal_year,
        starts=starts,
        ends=ends,
    )


def _not_public(year: int) -> Said:
    return Said(
        th=f"ยังไม่ได้เผยแพร่รายงานที่แสดงข้อมูลนี้ของปีงบประมาณ พ.ศ. {year}",
        en=f"The report that shows this of fiscal year {year} is not published yet.",
    )


def _published(year: int, kinds: Sequence[ReportKind]) -> Version | None:
    """Return the report that works from a year and is public, the fullest kind first."""
    for kind in kinds:
        for report in published().filter(kind=kind):
            if report.published is None or addresses.worked_from(report) != year:
                continue
            found = publications.standing(report.published.publication.address)
            if found is not None and found.withdrawal is None:
                return found.version
    return None


def _period(content: Content) -> tuple[date, date]:
    """Return what the report covers: its fiscal year, at most up to its day."""
    first = fiscal.first_day(content.fiscal_year)
    last = fiscal.last_day(content.fiscal_year)
    return first, last if content.as_of < first else min(last, content.as_of)


SUPPLIES = [
    Supply(
        key="reports.analysis",
        label=pgettext_lazy("report", "Analysis of the result"),
        keys=frozenset(_OF_ANALYSIS),
        run=analysis,
    ),
    Supply(
        key="reports.measures",
        label=pgettext_lazy("report", "Announcement of measures"),
        keys=frozenset(_OF_PLAN),
        run=measures,
    ),
    Supply(
        key="reports.result",
        label=_("Report on the result of the measures"),
        keys=frozenset(_OF_RESULT),
        run=result,
    ),
]
