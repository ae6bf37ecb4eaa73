"""Give each division its part of a measure; write, submit, return and accept it."""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.organisations.models import Division
from prongsai.foundations.records.versions import advance, check_version
from prongsai.ita.errors import ItaError
from prongsai.registers.measures import permissions
from prongsai.registers.measures.actions import telling
from prongsai.registers.measures.actions.doing import ReasonMissing
from prongsai.registers.measures.actions.lines import NotFollowed
from prongsai.registers.measures.models import Measure, Part
from prongsai.registers.measures.states import LIVE, PART, PartState


class GivenAlready(ItaError):
    """This division has its part of the measure already."""

    code = "measures.part-given-already"


class PartEmpty(ItaError):
    """A part is submitted with words in it."""

    code = "measures.part-empty"


class NotWithTheDivision(ItaError):
    """The part is submitted or accepted; it is not changed now: ``state``."""

    code = "measures.part-not-with-division"


@transaction.atomic
def give(  # a part has all these sides
    measure: Measure,
    *,
    division: Division,
    accountable: User,
    due_on: date | None,
    by: User,
    at: datetime,
) -> Part:
    """Give a division its part, with the one person who answers for it."""
    measure = Measure.objects.select_for_update().get(pk=measure.pk)
    if not permissions.can_give_parts(by, measure, on=localdate(at)):
        raise PermissionDenied
    _must_be_followed(measure)
    if measure.parts.filter(division=division).exists():
        raise GivenAlready
    part = Part.objects.create(
        organisation_id=measure.organisation_id,
        measure=measure,
        division=division,
        accountable=accountable,
        due_on=due_on,
        given_at=at,
        given_by=by,
    )
    audit.record("measures.part-given", on=part, by=by, at=at, division=division.pk)
    telling.tell_of_part(part, "measures.part-given", [accountable], by=by, at=at)
    return part


@transaction.atomic
def write(part: Part, text: str, *, version: int, by: User, at: datetime) -> Part:
    """Keep what a division did so far; it stays with the division."""
    part = _locked(part)
    if not permissions.can_write_part(by, part):
        raise PermissionDenied
    _must_be_followed(part.measure)
    check_version(part, version)
    if part.state not in {PartState.DRAFT, PartState.RETURNED}:
        raise NotWithTheDivision(state=str(part.state))
    part.text = text.strip()
    _save(part, "text")
    audit.record("measures.part-written", on=part, by=by, at=at)
    return part


@transaction.atomic
def submit(part: Part, *, by: User, at: datetime) -> Part:
    """Hand a part in: from now on others look at it."""
    part = _locked(part)
    if not permissions.can_write_part(by, part):
        raise PermissionDenied
    _must_be_followed(part.measure)
    PART.check(PartState(part.state), PartState.SUBMITTED)
    if not part.text.strip():
        raise PartEmpty
    part.state, part.submitted_at, part.submitted_by = PartState.SUBMITTED, at, by
    part.settled_at = part.settled_by = None
    _save(part, "state", "submitted_at", "submitted_by", "settled_at", "settled_by")
    audit.record("measures.part-submitted", on=part, by=by, at=at)
    judges = [part.given_by, *telling.compilers(at=at)]
    telling.tell_of_part(part, "measures.part-submitted", judges, by=by, at=at)
    return part


@transaction.atomic
def return_(part: Part, reason: str, *, by: User, at: datetime) -> Part:
    """Give a part back to its division, with the reason."""
    part = _locked(part)
    if not permissions.can_judge_part(by, part, on=localdate(at)):
        raise PermissionDenied
    _must_be_followed(part.measure)
    PART.check(PartState(part.state), PartState.RETURNED)
    if not reason.strip():
        raise ReasonMissing
    part.state, part.reason = PartState.RETURNED, reason.strip()
    _settle(part, by, at)
    audit.record("measures.part-returned", on=part, by=by, at=at)
    told = [part.accountable]
    telling.tell_of_part(part, "measures.part-returned", told, by=by, at=at)
    return part


@transaction.atomic
def accept(part: Part, *, by: User, at: datetime) -> Part:
    """Accept a part as it is."""
    part = _locked(part)
    if not permissions.can_judge_part(by, part, on=localdate(at)):
        raise PermissionDenied
    _must_be_followed(part.measure)
    PART.check(PartState(part.state), PartState.ACCEPTED)
    part.state, part.reason = PartState.ACCEPTED, ""
    _settle(part, by, at)
    audit.record("measures.part-accepted", on=part, by=by, at=at)
    told = [part.accountable]
    telling.tell_of_part(part, "measures.part-accepted", told, by=by, at=at)
    return part


def _settle(part: Part, by: User, at: datetime) -> None:
    part.settled_at, part.settled_by = at, by
    _save(part, "state", "reason", "settled_at", "settled_by")


def _save(part: Part, *names: str) -> None:
    advance(part)
    part.save(update_fields=["version", *names])


def _locked(part: Part) -> Part:
    measure = Measure.objects.select_for_update().get(pk=part.measure_id)
    found = Part.objects.select_for_update().get(pk=part.pk)
    found.measure = measure
    return found


def _must_be_followed(measure: Measure) -> None:
    if measure.state not in LIVE:
        raise NotFollowed(state=str(measure.state))
