"""What the gathering of evidence asks about measures: who may, where, what called."""

from collections.abc import Collection
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations import tenancy
from prongsai.registers.measures import permissions
from prongsai.registers.measures.models import Measure, Part, Step
from prongsai.registers.measures.states import MeasureState, PlanState


def can_read(user: User, pk: int) -> bool:
    """Whoever reads the plan reads what proves it."""
    return pk in readable(user)


def can_add(user: User, pk: int) -> bool:
    """Writers, the head of the division, and whoever answers for a part of the work."""
    measure = _own().select_related("plan").filter(pk=pk).first()
    if measure is None or measure.plan.state == PlanState.CLOSED:
        return False
    if measure.state in {MeasureState.CLOSED, MeasureState.DROPPED}:
        return False
    on = localdate()
    return (
        permissions.can_write(user, on=on)
        or permissions.heads_division_of(user, measure, on=on)
        or answers_for(user, measure)
    )


def answers_for(user: User, measure: Measure) -> bool:
    """Whether a person is accountable for a measure, one of its steps or its parts."""
    if measure.accountable_id == user.pk:
        return True
    return (
        Step.objects.filter(measure=measure, accountable=user).exists()
        or Part.objects.filter(measure=measure, accountable=user).exists()
    )


def readable(user: User) -> Collection[int]:
    """Return the keys of the measures whose evidence a person reads."""
    if not permissions.can_read(user, on=localdate()):
        return set()
    return set(_own().values_list("pk", flat=True))


def url_of(pk: int) -> str:
    """Return the page of a measure."""
    return reverse("measures:measure", args=[pk])


def title_of(pk: int) -> str:
    """Return what a measure is called."""
    return titles_of([pk]).get(pk, "")


def titles_of(pks: Collection[int]) -> dict[int, str]:
    """Return what measures are called."""
    return {measure.pk: str(measure) for measure in _own().filter(pk__in=pks)}


def period_of(pk: int) -> tuple[date | None, date | None]:
    """Return when a measure runs."""
    found = _own().filter(pk=pk).values_list("starts_on", "ends_on").first()
    return (None, None) if found is None else found


def _own() -> QuerySet[Measure]:
    return Measure.objects.filter(organisation=tenancy.required())
