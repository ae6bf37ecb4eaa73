"""A person says how items continue; then last year's own checks come over where one became one."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.organisations import tenancy
from prongsai.ita.errors import ItaError
from prongsai.registers.assessments import permissions
from prongsai.registers.assessments.models.carrying import Carry, Relation
from prongsai.registers.assessments.models.selfchecks import SelfCheck
from prongsai.registers.assessments.queries import carrying as queries


class NotConsecutive(ItaError):
    """Items are carried from one known year to the next: ``from_year``, ``to_year``."""

    code = "assessments.carry-not-consecutive"


class NoSuchLine(ItaError):
    """The two years have no such item: ``code``."""

    code = "assessments.carry-no-such-line"


class DoesNotFit(ItaError):
    """The items on both sides do not allow this relation: ``item``."""

    code = "assessments.carry-does-not-fit"


@transaction.atomic
def confirm(
    from_year: int,
    code: str,
    relation: Relation,
    *,
    note: str = "",
    by: User,
    at: datetime,
) -> Carry:
    """Say how an item continues in the year after; saying it again replaces it."""
    _must_write(by, at)
    to_year = _next(from_year)
    line = queries.line(from_year, to_year, code)
    if line is None:
        raise NoSuchLine(code=code)
    if relation not in queries.possible(line):
        raise DoesNotFit(item=code)
    kept, _made = Carry.objects.update_or_create(
        organisation_id=tenancy.required(),
        from_year=from_year,
        to_year=to_year,
        code=code,
        defaults={
            "relation": relation,
            "old": [item.code for item in line.old],
            "new": [item.code for item in line.new],
            "note": note,
            "confirmed_at": at,
            "confirmed_by": by,
        },
    )
    audit.record(
        "assessments.carry-confirmed", on=kept, by=by, at=at, relation=relation.value
    )
    return kept


@transaction.atomic
def copy_checks(from_year: int, *, by: User, at: datetime) -> list[SelfCheck]:
    """Copy our own checks to the items they continue in; what is there stays.

    Only lines confirmed as the same item are copied: a part of a split item, and
    several merged into one, are checked anew by a person.
    """
    _must_write(by, at)
    to_year = _next(from_year)
    copies = [
        SelfCheck(
            organisation_id=check.organisation_id,
            fiscal_year=to_year,
            code=code,
            points=check.points,
            ground=check.ground,
            checked_at=at,
            checked_by=by,
        )
        for check, code in queries.checks_to_copy(from_year, to_year)
    ]
    for copy in copies:
        copy.save(force_insert=True)
        audit.record(
            "assessments.check-carried", on=copy, by=by, at=at,
            from_year=from_year, to_year=to_year,
        )  # fmt: skip
    return copies


def _must_write(by: User, at: datetime) -> None:
    if not permissions.can_write(by, localdate(at)):
        raise PermissionDenied


def _next(from_year: int) -> int:
    to_year = from_year + 1
    if (from_year, to_year) not in queries.pairs():
        raise NotConsecutive(from_year=from_year, to_year=to_year)
    return to_year
