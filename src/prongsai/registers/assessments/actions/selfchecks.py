"""Our own checks of the running year: entered and taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.frameworks.queries import load
from prongsai.foundations.records.versions import StalePage
from prongsai.ita.errors import ItaError, OutOfRange
from prongsai.registers.assessments import permissions
from prongsai.registers.assessments.models import SelfCheck
from prongsai.registers.assessments.queries.selfchecks import Checkable, checkable

_FULL = Decimal(100)


class NoSuchCheck(ItaError):
    """Nothing of the year has this code: ``code``, ``year``."""

    code = "assessments.no-such-check"


@dataclass(frozen=True, kw_only=True)
class Check:
    """What a person found of an item; ``points`` None takes the check back.

    ``seen`` are the points that stood on the page the person changed, so that two who
    check the same item at once are told.
    """

    code: str
    points: Decimal | None
    ground: str = ""
    seen: Decimal | None = None


@transaction.atomic
def enter(
    year: int, checks: Sequence[Check], *, by: User, at: datetime
) -> list[SelfCheck]:
    """Enter what was found of items of a fiscal year, all of it or nothing."""
    if not permissions.can_write(by, on=localdate(at)):
        raise PermissionDenied
    load(year)
    known = {one.code: one for one in checkable(year)}
    kept = [_kept(year, check, known, by=by, at=at) for check in checks]
    return [row for row in kept if row is not None]


def _kept(
    year: int, check: Check, known: dict[str, Checkable], *, by: User, at: datetime
) -> SelfCheck | None:
    """Write one check, or take it back."""
    if check.code not in known:
        raise NoSuchCheck(code=check.code, year=year)
    row = (
        SelfCheck.objects.select_for_update()
        .filter(organisation=by.organisation_id, fiscal_year=year, code=check.code)
        .first()
    )
    _refuse_unseen(row, check)
    if check.points is None:
        _take_back(row, by=by, at=at)
        return None
    scale = known[check.code].scale
    if not 0 <= check.points <= _FULL or (scale and check.points not in scale):
        raise OutOfRange(place=check.code, found=check.points)
    row = row or SelfCheck(
        organisation_id=by.organisation_id, fiscal_year=year, code=check.code
    )
    row.points, row.ground = check.points, check.ground
    row.checked_at, row.checked_by = at, by
    row.save()
    audit.record(
        "assessments.check-entered", on=row, by=by, at=at,
        year=year, code=check.code, points=str(check.points),
    )  # fmt: skip
    return row


def _refuse_unseen(row: SelfCheck | None, check: Check) -> None:
    stands = row.points if row else None
    if stands != check.seen:
        raise StalePage(expected=str(check.seen or "–"), found=str(stands or "–"))


def _take_back(row: SelfCheck | None, *, by: User, at: datetime) -> None:
    if row is not None:
        audit.record("assessments.check-removed", on=row, by=by, at=at, code=row.code)
        row.delete()
