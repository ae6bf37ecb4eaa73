"""Install a corrected framework, then decide whether it counts."""

import hashlib
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.frameworks import permissions, queries
from prongsai.foundations.frameworks.models import InstalledFramework, InstallState
from prongsai.foundations.frameworks.refusals import (
    AlreadyDecided,
    FileTooLong,
    RevisionTooLow,
    SameFramework,
    SourceMissing,
)
from prongsai.foundations.organisations import tenancy
from prongsai.ita.errors import YearTooEarly
from prongsai.ita.frameworks import loader
from prongsai.ita.frameworks.differences import differences
from prongsai.ita.frameworks.model import Framework

MOST_LETTERS = 1_000_000
"""Ten times the longest framework there is."""


@transaction.atomic
def propose(text: str, *, source: str, by: User, at: datetime) -> InstalledFramework:
    """Keep a validated framework file with its source; nothing counts yet.

    An earlier proposal of the same year that nobody decided about is set aside. Raises
    ``BadFramework`` with every problem and its place.
    """
    if not permissions.can_install(by, localdate(at)):
        raise PermissionDenied
    if not source.strip():
        raise SourceMissing
    framework = _checked(text)
    office = tenancy.required()
    for row in _rows(framework.year).filter(state=InstallState.PROPOSED):
        _decide(row, InstallState.REJECTED, by=by, at=at)
    row = InstalledFramework.objects.create(
        organisation_id=office,
        year=framework.year,
        revision=framework.revision,
        text=text,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        source=source.strip(),
        proposed_at=at,
        proposed_by=by,
    )
    audit.record(
        "frameworks.proposed", on=row, by=by, at=at,
        year=row.year, revision=row.revision, digest=row.digest,
    )  # fmt: skip
    return row


@transaction.atomic
def put_in_force(
    installed: InstalledFramework, *, by: User, at: datetime
) -> InstalledFramework:
    """Let a framework count from now on, in place of the one that held."""
    row = _to_decide(installed, by=by, at=at)
    holds = queries.holding(row.year)
    if holds is not None and row.revision <= holds.revision:
        raise RevisionTooLow(year=row.year, found=row.revision, holds=holds.revision)
    for before in _rows(row.year).filter(state=InstallState.IN_FORCE):
        before.state = InstallState.REPLACED
        before.save(update_fields=["state"])
    _decide(row, InstallState.IN_FORCE, by=by, at=at)
    return row


@transaction.atomic
def reject(
    installed: InstalledFramework, *, by: User, at: datetime
) -> InstalledFramework:
    """Do not take a framework over; it stays in the history."""
    row = _to_decide(installed, by=by, at=at)
    _decide(row, InstallState.REJECTED, by=by, at=at)
    return row


def _checked(text: str) -> Framework:
    if len(text) > MOST_LETTERS:
        raise FileTooLong(found=len(text), most=MOST_LETTERS)
    framework = loader.parse(text, "framework.toml")
    if framework.year < loader.FIRST_COMPUTABLE_YEAR:
        raise YearTooEarly(year=framework.year)
    holds = queries.holding(framework.year)
    if holds is None:
        return framework
    if not differences(holds, framework):
        raise SameFramework(year=framework.year)
    if framework.revision <= holds.revision:
        raise RevisionTooLow(
            year=framework.year, found=framework.revision, holds=holds.revision
        )
    return framework


def _rows(year: int) -> QuerySet[InstalledFramework]:
    return InstalledFramework.objects.select_for_update().filter(
        organisation=tenancy.required(), year=year
    )


def _to_decide(
    installed: InstalledFramework, *, by: User, at: datetime
) -> InstalledFramework:
    row = _rows(installed.year).get(pk=installed.pk)
    if not permissions.can_install(by, localdate(at)):
        raise PermissionDenied
    if row.state != InstallState.PROPOSED:
        raise AlreadyDecided(year=row.year, revision=row.revision)
    return row


def _decide(
    row: InstalledFramework, state: InstallState, *, by: User, at: datetime
) -> None:
    row.state, row.decided_by, row.decided_at = state, by, at
    row.save(update_fields=["state", "decided_by", "decided_at"])
    verb = "in-force" if state == InstallState.IN_FORCE else "rejected"
    audit.record(
        f"frameworks.{verb}", on=row, by=by, at=at,
        year=row.year, revision=row.revision,
    )  # fmt: skip
