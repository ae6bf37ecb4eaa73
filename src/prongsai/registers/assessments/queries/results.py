"""Results of the years: who sees them, which count, what they come to by our own computing."""

from decimal import Decimal

from django.db.models import QuerySet

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations import tenancy
from prongsai.ita.scoring import score as scoring
from prongsai.ita.scoring.score import Result
from prongsai.registers.assessments.models import Assessment, Reading, ResultSheet
from prongsai.registers.assessments.models.events import AssessmentEvent
from prongsai.registers.assessments.queries.codes import framework_of
from prongsai.registers.assessments.states import AssessmentState

_WITH = ("indicators", "items")


def visible_to(user: User) -> QuerySet[Assessment]:
    """Return the results of a person's office, newest year first."""
    return Assessment.objects.filter(
        organisation=user.organisation_id
    ).prefetch_related(*_WITH)


def confirmed(year: int) -> Assessment | None:
    """Return the confirmed result of a fiscal year, or None."""
    return _confirmed().filter(fiscal_year=year).first()


def years() -> list[Assessment]:
    """Return the confirmed results of the office, newest first."""
    return list(_confirmed())


def earlier_than(assessment: Assessment) -> Assessment | None:
    """Return the confirmed result of the year before, or None."""
    return confirmed(assessment.fiscal_year - 1)


def of_year(year: int) -> Assessment | None:
    """Return the result of a year, confirmed or not, or None."""
    return _own().filter(fiscal_year=year).first()


def waiting() -> QuerySet[Assessment]:
    """Return the results that nobody has confirmed yet."""
    return _own().filter(state=AssessmentState.DRAFT)


def points_of(assessment: Assessment) -> dict[int, Decimal]:
    """Return the points of a result's indicators by number."""
    return {row.number: row.points for row in assessment.indicators.all()}


def items_of(assessment: Assessment) -> dict[str, Decimal]:
    """Return the points of a result's items and parts by code, where they are known."""
    return {row.code: row.points for row in assessment.items.all()}


def missing_of(assessment: Assessment) -> list[int]:
    """Return the numbers of the indicators that still have no points."""
    framework = framework_of(assessment.fiscal_year)
    given = points_of(assessment)
    wanted = framework.indicators if framework else ()
    return [one.number for one in wanted if one.number not in given]


def computed(assessment: Assessment) -> Result | None:
    """Return what the indicators come to by the year's rule.

    None while an indicator is missing, or where no framework of the year is known.
    """
    framework = framework_of(assessment.fiscal_year)
    if framework is None or missing_of(assessment):
        return None
    points = points_of(assessment)
    ordered = [points[one.number] for one in framework.indicators]
    return scoring.score(framework, ordered)


def history(assessment: Assessment) -> list[AssessmentEvent]:
    """Return what happened to a result, newest first."""
    return list(
        AssessmentEvent.objects.filter(assessment=assessment)
        .select_related("happened_by")
        .order_by("-pk")
    )


def source_of(assessment: Assessment) -> Reading | None:
    """Return the reading of a report that values of a result were taken from."""
    return Reading.objects.filter(scores__assessment=assessment).first()


def sheets_of(user: User) -> QuerySet[ResultSheet]:
    """Return the sheets of a person's office that were read."""
    return ResultSheet.objects.filter(organisation=user.organisation_id)


def _own() -> QuerySet[Assessment]:
    return Assessment.objects.filter(organisation=tenancy.required()).prefetch_related(
        *_WITH
    )


def _confirmed() -> QuerySet[Assessment]:
    return _own().filter(state=AssessmentState.CONFIRMED)
