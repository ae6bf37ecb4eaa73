"""Run the figures of a report again up to its cut-off, and keep them with their proof."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.evidence import actions as evidence
from prongsai.foundations.evidence.models import StoredFigure
from prongsai.ita.thai.fiscal import first_day
from prongsai.registers.measures.actions.figures import take_at_cut_off
from prongsai.registers.measures.queries import plans
from prongsai.registers.measures.states import PlanState
from prongsai.registers.reports import permissions
from prongsai.registers.reports.actions.holding import hold, must_be_open
from prongsai.registers.reports.actions.refusals import CutOffToCome
from prongsai.registers.reports.models import Report
from prongsai.registers.reports.queries import results
from prongsai.registers.reports.states import ReportKind

RESULTS = frozenset({ReportKind.HALF, ReportKind.YEAR})
"""The reports that quote figures; the others quote none."""


@transaction.atomic
def run_figures(report: Report, *, by: User, at: datetime) -> list[StoredFigure]:
    """Take every figure of the year up to the cut-off, so that the report quotes them."""
    report = hold(report)
    if not permissions.can_write(by, localdate(at)):
        raise PermissionDenied
    must_be_open(report)
    taken = take(report, by=by, at=at)
    audit.record("reports.figures-run", on=report, by=by, at=at, figures=len(taken))
    return taken


def take(report: Report, *, by: User, at: datetime) -> list[StoredFigure]:
    """Take the figures of lines and evidence, and those that measure what has no line.

    Of a closed year the figures stand as they were accepted; they are quoted, not taken.
    """
    if report.cut_off > localdate(at):
        raise CutOffToCome(day=report.cut_off.isoformat())
    plan = plans.plan_of(report.fiscal_year)
    if plan is None or report.kind not in RESULTS or plan.state == PlanState.CLOSED:
        return []
    cut_off = report.cut_off
    taken = take_at_cut_off(plan, cut_off=cut_off, by=by, at=at)
    wanted = results.target_keys(plans.measures_of(plan)) - {one.key for one in taken}
    start = first_day(report.fiscal_year)
    return taken + [
        evidence.take(key, start=start, end=cut_off, by=by, at=at)
        for key in sorted(wanted)
    ]
