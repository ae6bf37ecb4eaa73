"""Write what came of a measure: outputs, and outcomes as numbers or the reason why not.

A figure of a register is run by the house and stored; nobody types its value.
"""

# ruff: noqa: PLR0913  # a line has all these sides, and its signature is a contract

from datetime import datetime
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.evidence import actions as figures
from prongsai.foundations.evidence.models import StoredFigure
from prongsai.foundations.records.versions import advance, check_version
from prongsai.ita.errors import ItaError
from prongsai.registers.measures import permissions
from prongsai.registers.measures.models import Kind, Line, Measure
from prongsai.registers.measures.queries import evidence
from prongsai.registers.measures.states import LIVE, MeasureState


class NotFollowed(ItaError):
    """Results are written from the approval until the measure is closed: ``state``."""

    code = "measures.not-followed"


class FigureIsNotTyped(ItaError):
    """A line takes its number from a register or from a person, never from both."""

    code = "measures.figure-is-not-typed"


class NotBegun(ItaError):
    """The period of the measure has not begun: ``on``."""

    code = "measures.period-not-begun"


class NothingWritten(ItaError):
    """A line, or the reason for a missing number, without words."""

    code = "measures.nothing-written"


@transaction.atomic
def write_line(
    measure: Measure,
    kind: Kind,
    text: str,
    *,
    value: Decimal | None = None,
    unit: str = "",
    figure_key: str = "",
    parent: Line | None = None,
    marker: str = "",
    by: User,
    at: datetime,
) -> Line:
    """Write an output or an outcome; with ``figure_key`` the register gives the number."""
    measure = _locked(measure, by, at)
    stored = _figure(measure, figure_key, value, by=by, at=at)
    line = Line.objects.create(
        organisation_id=measure.organisation_id,
        measure=measure,
        kind=kind,
        parent=parent,
        order=_next(measure, kind),
        marker=marker,
        text=_words(text),
        value=value if stored is None else stored.value,
        unit=unit if stored is None else stored.unit_th,
        figure=stored,
        written_at=at,
        written_by=by,
    )
    audit.record(
        "measures.line-written",
        on=line,
        by=by,
        at=at,
        kind=line.kind,
        figure=figure_key,
    )
    return line


@transaction.atomic
def edit_line(
    line: Line,
    text: str,
    *,
    value: Decimal | None = None,
    unit: str = "",
    figure_key: str = "",
    version: int,
    by: User,
    at: datetime,
) -> Line:
    """Correct a line; a figure is run again for the period up to today."""
    measure = _locked(line.measure, by, at)
    line = Line.objects.select_for_update().get(pk=line.pk)
    check_version(line, version)
    stored = _figure(measure, figure_key, value, by=by, at=at)
    line.text = _words(text)
    line.value = value if stored is None else stored.value
    line.unit = unit if stored is None else stored.unit_th
    line.figure, line.written_at, line.written_by = stored, at, by
    advance(line)
    line.save()
    _still_complete(measure, at)
    audit.record(
        "measures.line-edited", on=line, by=by, at=at, kind=line.kind, figure=figure_key
    )
    return line


@transaction.atomic
def remove_line(line: Line, *, by: User, at: datetime) -> None:
    """Take a line away, with the points under it."""
    measure = _locked(line.measure, by, at)
    line = Line.objects.select_for_update().get(pk=line.pk)
    audit.record("measures.line-removed", on=line, by=by, at=at, kind=line.kind)
    line.delete()
    _still_complete(measure, at)


@transaction.atomic
def state_no_number(
    measure: Measure, reason: str, *, by: User, at: datetime
) -> Measure:
    """State why the outcome has no number; an empty reason takes the statement back."""
    measure = _locked(measure, by, at)
    measure.no_number_because = reason.strip()
    advance(measure)
    measure.save(update_fields=["no_number_because", "version"])
    _still_complete(measure, at)
    audit.record(
        "measures.no-number-stated",
        on=measure,
        by=by,
        at=at,
        stated=bool(measure.no_number_because),
    )
    return measure


def _locked(measure: Measure, by: User, at: datetime) -> Measure:
    found = Measure.objects.select_for_update().get(pk=measure.pk)
    if not permissions.can_follow(by, found, on=localdate(at)):
        raise PermissionDenied
    if found.state not in LIVE:
        raise NotFollowed(state=str(found.state))
    return found


def _figure(
    measure: Measure, key: str, value: Decimal | None, *, by: User, at: datetime
) -> StoredFigure | None:
    """Run a figure for the period of the measure, up to today at most."""
    if not key:
        return None
    if value is not None:
        raise FigureIsNotTyped
    span = evidence.period_of(measure)
    today = localdate(at)
    if span.start > today:
        raise NotBegun(on=span.start.isoformat())
    return figures.take(key, start=span.start, end=min(span.end, today), by=by, at=at)


def _words(text: str) -> str:
    if not text.strip():
        raise NothingWritten
    return text.strip()


def _next(measure: Measure, kind: Kind) -> int:
    rows = Line.objects.filter(measure=measure, kind=kind)
    last: int | None = rows.aggregate(last=Max("order"))["last"]
    return (last or 0) + 1


def _still_complete(measure: Measure, at: datetime) -> None:
    """What is reported must stay reportable while it is corrected."""
    if measure.state == MeasureState.REPORTED:
        evidence.must_be_complete(measure, on=localdate(at))
