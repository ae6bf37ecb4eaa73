"""Taking a report for a deed: locked, and looked at again."""

from django.db import transaction

from prongsai.foundations.organisations import tenancy
from prongsai.foundations.records.versions import advance
from prongsai.registers.reports.actions.refusals import Frozen, NotReady
from prongsai.registers.reports.models import Report
from prongsai.registers.reports.queries import reports as queries
from prongsai.registers.reports.states import REPORT, ReportState

SUBJECT = "reports.report"


@transaction.atomic
def hold(report: Report) -> Report:
    """Return a report as it is now; nobody else can change it until this is done."""
    return Report.objects.select_for_update().get(
        organisation=tenancy.required(), pk=report.pk
    )


def must_be_open(report: Report) -> None:
    """Refuse to change what is submitted: it has to be taken back first."""
    if report.state != ReportState.DRAFT:
        raise Frozen


def must_be_ready(fiscal_year: int, kind: str) -> None:
    """Refuse a report whose records are not there."""
    if missing := queries.missing_for(fiscal_year, kind):
        raise NotReady(missing=", ".join(missing))


def move(report: Report, state: ReportState) -> None:
    """Let a report change its state, if it may."""
    REPORT.check(ReportState(report.state), state)
    report.state = state
    advance(report)


@transaction.atomic
def open_again(report: Report) -> None:
    """Make a report a draft again: what was frozen and decided no longer counts."""
    move(report, ReportState.DRAFT)
    report.content, report.digest = {}, ""
    report.submitted_at = report.submitted_by = None
    report.decided_at = report.decided_by = None
    report.decision_number = ""
    report.save()
