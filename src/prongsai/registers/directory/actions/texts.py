"""What there is once: the duties and powers as a text, and the hours of the week."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from itertools import pairwise

from django.db import transaction

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.queries import current_office
from prongsai.foundations.publications import prose
from prongsai.foundations.records.versions import advance, check_version
from prongsai.registers.directory.actions import refusals
from prongsai.registers.directory.actions.asking import must_write
from prongsai.registers.directory.models import OfficeHours, Powers


@dataclass(frozen=True, kw_only=True)
class Opening:
    """From when to when the doors are open on a day of the week (0 is Monday)."""

    weekday: int
    opens: time
    closes: time
    note_th: str = ""
    note_en: str = ""


@transaction.atomic
def write_powers(  # two languages and the laws
    *,
    text_th: str,
    text_en: str,
    law: str,
    version: int,
    by: User,
    at: datetime,
) -> Powers:
    """Write the duties and powers of the office; markup is cleaned here once more."""
    must_write(by, at)
    Powers.objects.get_or_create(organisation_id=tenancy.required())
    powers = Powers.objects.select_for_update().get(organisation=tenancy.required())
    check_version(powers, version or 1)
    powers.text_th, powers.text_en = prose.clean(text_th), prose.clean(text_en)
    powers.law = law
    advance(powers)
    powers.save()
    audit.record("directory.powers-written", on=powers, by=by, at=at)
    return powers


@transaction.atomic
def set_hours(week: Sequence[Opening], *, by: User, at: datetime) -> None:
    """Say when the doors are open, all days of the week at once."""
    must_write(by, at)
    _check_hours(week)
    OfficeHours.objects.filter(organisation=tenancy.required()).delete()
    for opening in week:
        OfficeHours.objects.create(organisation_id=tenancy.required(), **vars(opening))
    office = current_office()
    audit.record("directory.hours-set", on=office, by=by, at=at, rows=len(week))


def _check_hours(week: Sequence[Opening]) -> None:
    ordered = sorted(week, key=lambda one: (one.weekday, one.opens))
    if any(one.closes <= one.opens for one in ordered):
        raise refusals.HoursOverlap
    for one, following in pairwise(ordered):
        if following.weekday == one.weekday and following.opens < one.closes:
            raise refusals.HoursOverlap
