"""A report composed from the records as they are: what people wrote stands in its place."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.timezone import localdate

from prongsai.foundations.organisations.models import Organisation
from prongsai.ita.documents.model import report as ita
from prongsai.registers.assessments.queries import as_report as of_results
from prongsai.registers.assessments.queries import results as assessments
from prongsai.registers.measures.models import Measure
from prongsai.registers.measures.queries import as_report as of_measures
from prongsai.registers.measures.queries import plans
from prongsai.registers.measures.states import MeasureState
from prongsai.registers.reports.models import Override, Report
from prongsai.registers.reports.queries import results
from prongsai.registers.reports.queries.contents import Content, Entry, Tally
from prongsai.registers.reports.queries.sentences import has, long_date, say
from prongsai.registers.reports.queries.texts import (
    CLOSING,
    INTRODUCTION,
    Text,
    Texts,
    numbered,
    texts_of,
)
from prongsai.registers.reports.states import ReportKind

_TOLD = frozenset(
    {
        MeasureState.APPROVED,
        MeasureState.RUNNING,
        MeasureState.REPORTED,
        MeasureState.CLOSED,
    }
)
"""Measures that were decided; drafts and proposals are not the office's yet."""

_PLANNED, _TOLD_OF = ita.Kind.ANALYSIS_AND_PLAN, ita.Kind.MEASURES_RESULT
_DONE = frozenset({MeasureState.REPORTED, MeasureState.CLOSED})


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A report as it would be submitted now, and the texts that can be written in it."""

    content: Content
    texts: Mapping[str, Text]

    @property
    def stale(self) -> Sequence[Text]:
        """What was written over records that have changed since."""
        return [text for text in self.texts.values() if text.is_stale]


def compose(report: Report) -> Draft:
    """Return a report as the records make it now; the same records, the same report."""
    written = texts_of(report)
    body = _BODIES[ReportKind(report.kind)](report, written)
    return Draft(content=_framed(report, body, written), texts=written.found)


def logged(content: Content, override: Override | None) -> Content:
    """Return a report with the line of its log about errors that were overridden."""
    if override is None:
        return content
    entry = Entry(
        day=localdate(override.given_at).isoformat(),
        reason=override.reason,
        findings=tuple(str(finding["said"]) for finding in override.findings),
    )
    return replace(content, log=(entry,))


def _framed(report: Report, body: Content, written: Texts) -> Content:
    facts = {
        "office": _office(report.organisation),
        "day": long_date(report.cut_off),
        **vars(body.tally),
    }
    opening = say("introduction", report.kind, **facts)
    closing = ""
    if body.kind in _RESULTS and has("closing", "results"):
        closing = say("closing", "results", **facts)
    return replace(
        body,
        report=replace(body.report, title=report.title, fiscal_year=report.fiscal_year),
        introduction=written.add(INTRODUCTION, opening),
        closing=written.add(CLOSING, closing),
    )


def _office(office: Organisation) -> str:
    return office.name_th


def _analysis(report: Report, _written: Texts) -> Content:
    """The scores of the year beside the year before, and what is said of them."""
    assessment = assessments.confirmed(report.fiscal_year)
    if assessment is None:
        return _empty(report, ita.Kind.SCORES)
    before = assessments.earlier_than(assessment)
    printed = of_results.report_of(assessment, earlier=before)
    return replace(_empty(report, ita.Kind.SCORES), report=printed)


def _plan(report: Report, _written: Texts) -> Content:
    """The measures that were decided, without what came of them."""
    rows = _measures(report, shown=_TOLD)
    printed = tuple(replace(p, outputs=(), outcomes=()) for _row, p in rows)
    return _with_measures(report, rows, printed=printed, kind=_PLANNED)


def _results(report: Report, written: Texts) -> Content:
    """Every decided measure with its output and outcome; what was given up stays."""
    rows = _measures(report, shown=_TOLD | {MeasureState.DROPPED})
    records = results.records_of(
        [row for row, _printed in rows],
        fiscal_year=report.fiscal_year,
        cut_off=report.cut_off,
    )
    told = results.Told()
    printed = tuple(
        results.tell(row, one, records=records, texts_=written, to=told)
        for row, one in rows
    )
    body = _with_measures(report, rows, printed=printed, kind=_TOLD_OF)
    return replace(body, figures=tuple(told.figures), evidence=tuple(told.evidence))


_BODIES: Mapping[ReportKind, Callable[[Report, Texts], Content]] = {
    ReportKind.ANALYSIS: _analysis,
    ReportKind.PLAN: _plan,
    ReportKind.HALF: _results,
    ReportKind.YEAR: _results,
}
_RESULTS = frozenset({ReportKind.HALF, ReportKind.YEAR})

_Rows = Sequence[tuple[Measure, ita.Measure]]


def _measures(report: Report, *, shown: frozenset[MeasureState]) -> _Rows:
    plan = plans.plan_of(report.fiscal_year)
    if plan is None:
        return []
    rows = list(plans.measures_of(plan))
    printed = of_measures.measures_of(plan)
    return [
        (row, replace(one, steps=numbered(one.steps)))
        for row, one in zip(rows, printed, strict=True)
        if row.state in shown
    ]


def _with_measures(
    report: Report, rows: _Rows, *, printed: tuple[ita.Measure, ...], kind: ita.Kind
) -> Content:
    body = _empty(report, kind)
    return replace(
        body,
        report=replace(body.report, measures=printed),
        places=tuple(results.place_of(row) for row, _printed in rows),
        tally=_tally([row for row, _printed in rows]),
    )


def _empty(report: Report, kind: ita.Kind) -> Content:
    return Content(
        kind=ReportKind(report.kind),
        fiscal_year=report.fiscal_year,
        as_of=report.cut_off,
        report=ita.Report(
            kind=kind,
            organisation=of_results.organisation_of(report.organisation),
            fiscal_year=report.fiscal_year,
        ),
    )


def _tally(measures: Sequence[Measure]) -> Tally:
    states = Counter(measure.state for measure in measures)
    reported = sum(states[state] for state in _DONE)
    dropped = states[MeasureState.DROPPED]
    return Tally(
        total=len(measures),
        reported=reported,
        running=len(measures) - reported - dropped,
        dropped=dropped,
    )
