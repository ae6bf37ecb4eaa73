"""Give the next number; declare one void. Numbers are never given back."""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.numbering import permissions
from prongsai.foundations.numbering.errors import AlreadyVoid
from prongsai.foundations.numbering.models import Base, Counter, Number
from prongsai.foundations.organisations import tenancy
from prongsai.ita.thai.fiscal import fiscal_year_of


@transaction.atomic
def take(
    kind: str,
    *,
    by: User | None,
    at: datetime,
    base: Base = Base.CALENDAR,
    day: date | None = None,
) -> Number:
    """Return the next number of a kind; call it inside the deed that uses it.

    ``day`` is the day whose year counts where it is not the day of the deed: a meeting
    called in September for October is the first of the new fiscal year.

    Official registers begin again on 1 January, budget and supply registers on
    1 October (ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526, confidence: K-hi).
    """
    office = tenancy.required()
    day = day or localdate(at)
    year = fiscal_year_of(day) if base == Base.FISCAL else day.year + 543
    Counter.objects.get_or_create(
        organisation_id=office, kind=kind, year=year, defaults={"base": base}
    )
    counter = Counter.objects.select_for_update().get(
        organisation=office, kind=kind, year=year
    )
    counter.last += 1
    counter.save(update_fields=["last"])
    return Number.objects.create(
        organisation_id=office,
        kind=kind,
        year=year,
        number=counter.last,
        given_at=at,
        given_by=by,
    )


@transaction.atomic
def void(number: Number, *, reason: str, by: User, at: datetime) -> Number:
    """Declare a number void; it stays in the register with the reason, for good."""
    number = Number.objects.select_for_update().get(
        organisation=tenancy.required(), pk=number.pk
    )
    if not permissions.can_void(by, on=localdate(at)):
        raise PermissionDenied
    if number.voided_at is not None:
        raise AlreadyVoid(number=str(number))
    number.voided_at, number.voided_by, number.void_reason = at, by, reason
    number.save(update_fields=["voided_at", "voided_by", "void_reason"])
    audit.record("numbering.voided", on=number, by=by, at=at)
    return number
