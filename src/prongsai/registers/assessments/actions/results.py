"""Every way to change the result of a year: enter, correct, confirm, open again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import NoReturn

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.frameworks.queries import load
from prongsai.foundations.records.versions import advance, check_version
from prongsai.ita.errors import ItaError, OutOfRange, UnknownItem
from prongsai.ita.frameworks.arithmetic import TWO_PLACES
from prongsai.ita.scoring import values as library
from prongsai.ita.thai.fiscal import fiscal_year_of
from prongsai.registers.assessments import permissions
from prongsai.registers.assessments.models import (
    Assessment,
    IndicatorScore,
    ItemScore,
)
from prongsai.registers.assessments.models.events import AssessmentEvent, EventKind
from prongsai.registers.assessments.queries import results as queries
from prongsai.registers.assessments.queries.codes import known_codes
from prongsai.registers.assessments.states import ASSESSMENT, AssessmentState, Origin

_FULL = Decimal(100)


class YearExists(ItaError):
    """The result of this year is here already: ``year``."""

    code = "assessments.year-exists"


class YearToCome(ItaError):
    """The fiscal year has not begun: ``year``."""

    code = "assessments.year-to-come"


class OtherYear(ItaError):
    """The values are of another year than the result: ``year``, ``found``."""

    code = "assessments.other-year"


class AlreadyConfirmed(ItaError):
    """A confirmed result is opened again before anything changes: ``year``."""

    code = "assessments.confirmed"


class Incomplete(ItaError):
    """Indicators have no points yet: ``year``, ``missing``."""

    code = "assessments.incomplete"


class TooPrecise(ItaError):
    """Points are announced in hundredths: ``place``, ``found``."""

    code = "assessments.too-precise"


class NoReason(ItaError):
    """A confirmed result is opened again with a reason."""

    code = "assessments.no-reason"


class Kept(ItaError):
    """A result that was confirmed once is corrected, never thrown away: ``year``."""

    code = "assessments.kept"


@dataclass(frozen=True, kw_only=True)
class Values:
    """What was announced for a year; points by number of indicator, by code of item."""

    fiscal_year: int
    points: Mapping[int, Decimal]
    items: Mapping[str, Decimal] = field(default_factory=dict)
    total: Decimal | None = None
    level: str = ""
    announced_on: date | None = None
    origin: Origin = Origin.FORM


@transaction.atomic
def enter(values: Values, *, by: User, at: datetime) -> Assessment:
    """Enter the result of a year as a draft; a person confirms it afterwards."""
    _must_write(by, at)
    _check(values, on=localdate(at))
    if queries.of_year(values.fiscal_year) is not None:
        raise YearExists(year=values.fiscal_year)
    assessment = Assessment(
        organisation_id=by.organisation_id,
        fiscal_year=values.fiscal_year,
        origin=values.origin,
        announced_total=values.total,
        announced_level=values.level,
        announced_on=values.announced_on,
        entered_at=at,
        entered_by=by,
    )
    _insert(assessment)
    _write_points(assessment, values)
    _remember(assessment, EventKind.ENTERED, by=by, at=at)
    audit.record(
        "assessments.result-entered", on=assessment, by=by, at=at,
        year=values.fiscal_year, origin=values.origin.value,
    )  # fmt: skip
    return assessment


@transaction.atomic
def change(
    assessment: Assessment, values: Values, *, version: int, by: User, at: datetime
) -> Assessment:
    """Correct a draft; the history keeps what stood there before."""
    assessment = _locked(assessment)
    _must_write(by, at)
    check_version(assessment, version)
    if assessment.state == AssessmentState.CONFIRMED:
        raise AlreadyConfirmed(year=assessment.fiscal_year)
    if values.fiscal_year != assessment.fiscal_year:
        raise OtherYear(year=assessment.fiscal_year, found=values.fiscal_year)
    _check(values, on=localdate(at))
    changes = _changes(assessment, values)
    if not changes:
        return assessment
    _set_announced(assessment, values)
    _write_points(assessment, values)
    _remember(assessment, EventKind.CHANGED, by=by, at=at, changes=changes)
    audit.record(
        "assessments.result-changed", on=assessment, by=by, at=at,
        fields=",".join(changes)[:200],
    )  # fmt: skip
    return assessment


@transaction.atomic
def confirm(
    assessment: Assessment, *, by: User, at: datetime, version: int | None = None
) -> Assessment:
    """Say that the values are those announced: from now on the result counts."""
    assessment = _locked(assessment)
    if not permissions.can_confirm(by, on=localdate(at)):
        raise PermissionDenied
    ASSESSMENT.check(AssessmentState(assessment.state), AssessmentState.CONFIRMED)
    if version is not None:
        check_version(assessment, version)
    if missing := queries.missing_of(assessment):
        raise Incomplete(
            year=assessment.fiscal_year, missing=", ".join(map(str, missing))
        )
    assessment.confirmed_at, assessment.confirmed_by = at, by
    _enter_state(assessment, AssessmentState.CONFIRMED)
    _remember(assessment, EventKind.CONFIRMED, by=by, at=at)
    audit.record("assessments.result-confirmed", on=assessment, by=by, at=at)
    return assessment


@transaction.atomic
def reopen(
    assessment: Assessment, *, reason: str, by: User, at: datetime
) -> Assessment:
    """Open a confirmed result again, because something in it is wrong."""
    assessment = _locked(assessment)
    if not permissions.can_confirm(by, on=localdate(at)):
        raise PermissionDenied
    ASSESSMENT.check(AssessmentState(assessment.state), AssessmentState.DRAFT)
    if not reason.strip():
        raise NoReason
    assessment.confirmed_at = assessment.confirmed_by = None
    _enter_state(assessment, AssessmentState.DRAFT)
    _remember(assessment, EventKind.REOPENED, by=by, at=at, reason=reason.strip())
    audit.record("assessments.result-reopened", on=assessment, by=by, at=at)
    return assessment


@transaction.atomic
def discard(assessment: Assessment, *, by: User, at: datetime) -> None:
    """Throw away a draft that was never confirmed: a wrong year, a wrong file."""
    assessment = _locked(assessment)
    _must_write(by, at)
    if any(e.kind == EventKind.CONFIRMED for e in queries.history(assessment)):
        raise Kept(year=assessment.fiscal_year)
    audit.record(
        "assessments.result-discarded", on=assessment, by=by, at=at,
        year=assessment.fiscal_year,
    )  # fmt: skip
    assessment.delete()


def _must_write(by: User, at: datetime) -> None:
    if not permissions.can_write(by, on=localdate(at)):
        raise PermissionDenied


def _check(values: Values, *, on: date) -> None:
    """Refuse what the year does not have, and points that nobody announces."""
    if values.fiscal_year > fiscal_year_of(on):
        raise YearToCome(year=values.fiscal_year)
    framework = load(values.fiscal_year)
    library.changed_points(framework, values.points)
    known = known_codes(values.fiscal_year)
    for code in values.items:
        if code not in known:
            raise UnknownItem(item=code, year=values.fiscal_year)
    given = {**{str(n): v for n, v in values.points.items()}, **values.items}
    if values.total is not None:
        given["total"] = values.total
    for place, points in given.items():
        _check_points(place, points)


def _check_points(place: str, points: Decimal) -> None:
    if not 0 <= points <= _FULL:
        raise OutOfRange(place=place, found=points)
    if points != points.quantize(TWO_PLACES):
        raise TooPrecise(place=place, found=points)


def _insert(assessment: Assessment) -> None:
    """Save a new result, and say it in words when another person was quicker."""
    try:
        with transaction.atomic():
            assessment.save(force_insert=True)
    except IntegrityError as error:
        _explain(assessment, error)


def _explain(assessment: Assessment, error: IntegrityError) -> NoReturn:
    if queries.of_year(assessment.fiscal_year) is not None:
        raise YearExists(year=assessment.fiscal_year) from error
    raise error


def _locked(assessment: Assessment) -> Assessment:
    return Assessment.objects.select_for_update().get(pk=assessment.pk)


def _changes(assessment: Assessment, values: Values) -> dict[str, list[str]]:
    """Return what would differ: field, number or code to old and new text."""
    before = _texts(
        assessment.announced_total,
        assessment.announced_level,
        assessment.announced_on,
    )
    before |= {str(n): str(v) for n, v in queries.points_of(assessment).items()}
    before |= {n: str(v) for n, v in queries.items_of(assessment).items()}
    after = _texts(values.total, values.level, values.announced_on)
    points = {**{str(n): v for n, v in values.points.items()}, **values.items}
    after |= {place: str(v.quantize(TWO_PLACES)) for place, v in points.items()}
    return {
        place: [before.get(place, ""), after.get(place, "")]
        for place in dict.fromkeys([*before, *after])
        if before.get(place, "") != after.get(place, "")
    }


def _texts(total: Decimal | None, level: str, on: date | None) -> dict[str, str]:
    return {
        "total": "" if total is None else str(total.quantize(TWO_PLACES)),
        "level": level,
        "announced_on": "" if on is None else on.isoformat(),
    }


def _set_announced(assessment: Assessment, values: Values) -> None:
    assessment.announced_total = values.total
    assessment.announced_level = values.level
    assessment.announced_on = values.announced_on
    assessment.origin = values.origin
    advance(assessment)
    assessment.save(
        update_fields=[
            "announced_total", "announced_level", "announced_on", "origin", "version",
        ]
    )  # fmt: skip


def _write_points(assessment: Assessment, values: Values) -> None:
    """Put the points in place of those that stood there."""
    assessment.indicators.all().delete()
    assessment.items.all().delete()
    office = assessment.organisation_id
    IndicatorScore.objects.bulk_create(
        IndicatorScore(
            organisation_id=office, assessment=assessment, number=n, points=points
        )
        for n, points in sorted(values.points.items())
    )
    order = list(known_codes(values.fiscal_year))
    ItemScore.objects.bulk_create(
        ItemScore(
            organisation_id=office, assessment=assessment, code=code, points=points
        )
        for code, points in sorted(
            values.items.items(), key=lambda pair: order.index(pair[0])
        )
    )


def _enter_state(assessment: Assessment, state: AssessmentState) -> None:
    assessment.state = state
    advance(assessment)
    assessment.save(update_fields=["state", "confirmed_at", "confirmed_by", "version"])


def _remember(
    assessment: Assessment, kind: EventKind, *, by: User, at: datetime, **more: object
) -> None:
    AssessmentEvent.objects.create(
        organisation_id=assessment.organisation_id,
        assessment=assessment,
        kind=kind,
        happened_at=at,
        happened_by=by,
        **more,
    )
