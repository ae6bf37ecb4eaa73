"""Finding reports: of a person's office, of a year; what is missing before one is begun."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.publications.models import Version
from prongsai.ita.thai.fiscal import first_day, fiscal_year_of, last_day
from prongsai.registers.assessments.queries import results as assessments
from prongsai.registers.measures.models import Plan
from prongsai.registers.measures.queries import plans
from prongsai.registers.measures.states import PlanState
from prongsai.registers.reports.models import Report
from prongsai.registers.reports.queries.contents import Content, from_data
from prongsai.registers.reports.queries.sentences import say
from prongsai.registers.reports.states import ReportKind, ReportState

PUBLIC_TEMPLATE = "reports/public/report.html"
BOUND = frozenset({ReportState.APPROVED, ReportState.PUBLISHED})
_DECIDED = frozenset({PlanState.APPROVED, PlanState.CLOSED})
_MIDDLE = (3, 31)
"""31 March: the last day of the first six months."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """A kind of report in a year: the report, or what is missing before it is begun."""

    kind: ReportKind
    report: Report | None
    missing: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class Year:
    """The reports of one fiscal year."""

    year: int
    places: Sequence[Place]


def visible_to(user: User) -> QuerySet[Report]:
    """Return the reports of a person's office."""
    return Report.objects.filter(organisation=user.organisation_id).select_related(
        "organisation", "published__publication", "made_by"
    )


def reports() -> QuerySet[Report]:
    """Return the reports of the current office."""
    return Report.objects.filter(organisation=tenancy.required())


def published() -> QuerySet[Report]:
    """Return the reports of the current office that were made public, newest year first."""
    return (
        reports()
        .filter(published__isnull=False)
        .select_related("published__publication")
        .order_by("-fiscal_year", "kind")
    )


def missing_for(fiscal_year: int, kind: str) -> list[str]:
    """Return the codes of what is missing before a report can be begun or submitted."""
    if kind == ReportKind.ANALYSIS:
        known = assessments.confirmed(fiscal_year) is not None
        return [] if known else ["result-missing"]
    return _missing_of_plan(plans.plan_of(fiscal_year))


def years(*, on: date) -> list[Year]:
    """Return the years that have records or reports, and the present one."""
    reports_ = {(r.fiscal_year, r.kind): r for r in reports()}
    results = {found.fiscal_year for found in assessments.years()}
    of_plans = {
        plan.fiscal_year: plan
        for plan in Plan.objects.filter(organisation=tenancy.required())
    }
    known = {year for year, _kind in reports_} | results | set(of_plans)
    return [
        Year(
            year=year,
            places=[
                Place(
                    kind=kind,
                    report=reports_.get((year, kind.value)),
                    missing=_missing(
                        kind, of_plans.get(year), has_result=year in results
                    ),
                )
                for kind in ReportKind
            ],
        )
        for year in sorted(known | {fiscal_year_of(on)}, reverse=True)
    ]


def usual_cut_off(fiscal_year: int, kind: str, *, on: date) -> date:
    """Return the day a report usually speaks of: the last of its round, or today."""
    if kind == ReportKind.HALF:
        return date(first_day(fiscal_year).year + 1, *_MIDDLE)
    if kind == ReportKind.YEAR:
        return last_day(fiscal_year)
    return on


def usual_title(fiscal_year: int, kind: str) -> str:
    """Return the title a report is begun with."""
    return say("title", kind, year=fiscal_year)


def frozen(report: Report) -> Content:
    """Return what was submitted, as it was frozen."""
    return from_data(report.content)


def bound_to(digest: str) -> Report | None:
    """Return the report whose approved content has a digest and still holds."""
    return reports().filter(digest=digest, state__in=BOUND).first()


def published_with(digest: str) -> Version | None:
    """Return the published version of the content with a digest, also an earlier one."""
    return (
        Version.objects.filter(
            organisation=tenancy.required(),
            template=PUBLIC_TEMPLATE,
            content__report_digest=digest,
        )
        .select_related("publication")
        .order_by("-number")
        .first()
    )


def _missing(kind: ReportKind, plan: Plan | None, *, has_result: bool) -> list[str]:
    if kind is ReportKind.ANALYSIS:
        return [] if has_result else ["result-missing"]
    return _missing_of_plan(plan)


def _missing_of_plan(plan: Plan | None) -> list[str]:
    if plan is None:
        return ["plan-missing"]
    return [] if plan.state in _DECIDED else ["plan-not-approved"]
