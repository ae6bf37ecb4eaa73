"""Who holds which post on a day, in their own right or by an order."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from prongsai.foundations.accounts.models import ActingAppointment, Post, Role, User
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Division
from prongsai.foundations.organisations.queries import with_sections


@dataclass(frozen=True, kw_only=True)
class Capacity:
    """In what right a person acts: an own post, or another's by order."""

    user: User
    role: Role
    division: Division | None
    title: str
    acting: ActingAppointment | None = None


def people() -> QuerySet[User]:
    """Return the people of the current office."""
    return User.objects.filter(organisation=tenancy.required())


def capacities(user: User, *, on: date) -> list[Capacity]:
    """Return every capacity a person has on a day, own posts first."""
    posts = _posts(on).filter(user=user).select_related("division")
    acting = _acting(on).filter(user=user).select_related("division")
    return [
        Capacity(user=user, role=Role(p.role), division=p.division, title=p.title_th)
        for p in posts
    ] + [
        Capacity(
            user=user,
            role=Role(a.role),
            division=a.division,
            title=a.title_th,
            acting=a,
        )
        for a in acting
    ]


def capacity(
    user: User, role: Role, *, on: date, division: Division | None = None
) -> Capacity | None:
    """Return in what right a person has ``role`` on a day, or ``None``.

    A post without a division counts for the whole office; a post at a division counts
    for its sections too.
    """
    for found in capacities(user, on=on):
        if found.role == role and _covers(found.division, division):
            return found
    return None


def holders(
    role: Role, *, on: date, division: Division | None = None
) -> list[Capacity]:
    """Return everyone who has ``role`` on a day: holders first, then those who act."""
    rows: list[Post | ActingAppointment] = [
        *_posts(on).filter(role=role).select_related("division", "user"),
        *_acting(on).filter(role=role).select_related("division", "user"),
    ]
    return [
        Capacity(
            user=row.user,
            role=role,
            division=row.division,
            title=row.title_th,
            acting=row if isinstance(row, ActingAppointment) else None,
        )
        for row in rows
        if row.user.is_active and _covers(row.division, division)
    ]


def _covers(held: Division | None, asked: Division | None) -> bool:
    if held is None or asked is None:
        return True
    return asked.pk in with_sections(held)


def _posts(on: date) -> QuerySet[Post]:
    return Post.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=on),
        organisation=tenancy.required(),
        starts_on__lte=on,
    )


def _acting(on: date) -> QuerySet[ActingAppointment]:
    return ActingAppointment.objects.filter(
        organisation=tenancy.required(), starts_on__lte=on, ends_on__gte=on
    )
