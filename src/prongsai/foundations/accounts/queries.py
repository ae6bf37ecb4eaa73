"""Who holds which post on a day, in their own right or by an order."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from prongsai.foundations.accounts.models import (
    ActingAppointment,
    ActingKind,
    Post,
    Role,
    User,
)
from prongsai.foundations.organisations import tenancy, titles
from prongsai.foundations.organisations.models import Division
from prongsai.foundations.organisations.queries import with_sections
from prongsai.foundations.organisations.reading import once


@dataclass(frozen=True, kw_only=True)
class Capacity:
    """In what right a person acts: an own post, or another's by order.

    ``own`` is the person's own post while acting for another, if there is one.
    """

    user: User
    role: Role
    division: Division | None
    title: str
    title_en: str = ""
    acting: ActingAppointment | None = None
    own: Post | None = None

    def caption(self, language: Literal["th", "en"] = "th") -> tuple[str, ...]:
        """Return the printed lines under a signature: name, post, and in what right."""
        name = self.user.get_full_name()
        if self.acting is None:
            return (name, self._in(language, self.title, self.title_en))
        title = self._in(language, self.title, self.title_en)
        right = titles.caption(ActingKind(self.acting.kind).value, language) + title
        if self.own is None:
            return (name, right)
        own = self._in(language, self.own.title_th, self.own.title_en)
        return (name, own, right)

    @staticmethod
    def _in(language: str, thai: str, english: str) -> str:
        return english or thai if language == "en" else thai


def people() -> QuerySet[User]:
    """Return the people of the current office."""
    return User.objects.filter(organisation=tenancy.required())


def people_with_posts(*, on: date) -> QuerySet[User]:
    """Return everyone, with the posts of a day as ``current_posts``."""
    current = Prefetch("posts", queryset=_posts(on), to_attr="current_posts")
    return people().prefetch_related(current).distinct()


def sessions(user: User) -> list[UserSession]:
    """Return where a person is signed in; sessions that are over are left out."""
    rows = UserSession.objects.filter(user=user).order_by("-last_seen_at")
    return [row for row in rows if row.exists()]


def session(user: User, pk: int) -> UserSession | None:
    """Return one session of a person."""
    found: UserSession | None = UserSession.objects.filter(user=user, pk=pk).first()
    return found


def person(pk: int) -> User | None:
    """Return one person of the current office."""
    return people().filter(pk=pk).first()


def person_with_email(email: str) -> User | None:
    """Return the person of the current office an e-mail address belongs to."""
    return people().filter(email__iexact=email).first() if email else None


def person_called(name: str) -> User | None:
    """Return the person of the current office with this user name or e-mail address."""
    return people().filter(username__iexact=name).first() or person_with_email(name)


def has_role(user: User, roles: Collection[Role], *, on: date) -> bool:
    """Whether a person has one of these roles on a day, by a post or by an order."""
    return _with_role(user, roles, on).exists()


def lacks_second_factor(user: User, roles: Collection[Role], *, on: date) -> bool:
    """Whether a person has one of these roles on a day, and no second factor."""
    factors = second_factors().filter(user=OuterRef("pk"))
    return _with_role(user, roles, on).exclude(Exists(factors)).exists()


def _with_role(user: User, roles: Collection[Role], on: date) -> QuerySet[User]:
    mine = OuterRef("pk")
    return (
        people()
        .filter(pk=user.pk)
        .filter(
            Exists(_posts(on).filter(user=mine, role__in=roles))
            | Exists(_acting(on).filter(user=mine, role__in=roles))
        )
    )


def second_factors() -> QuerySet[Authenticator]:
    """Return the second factors of people here; recovery codes alone are none."""
    found: QuerySet[Authenticator] = Authenticator.objects.filter(
        user__organisation=tenancy.required()
    ).exclude(type=Authenticator.Type.RECOVERY_CODES)
    return found


def capacities(user: User, *, on: date) -> list[Capacity]:
    """Return every capacity a person has on a day, own posts first."""
    if user.remembered is None:
        return _capacities(user, on)
    if on not in user.remembered:
        user.remembered[on] = _capacities(user, on)
    return list(user.remembered[on])


def _capacities(user: User, on: date) -> list[Capacity]:
    posts = list(_posts(on).filter(user=user).select_related("division"))
    acting = _acting(on).filter(user=user).select_related("division")
    own = posts[0] if posts else None
    return [_own(post, user) for post in posts] + [
        _by_order(order, user, own) for order in acting
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
    found = once(("holders", role, on), lambda: _holders(role, on))
    return [
        each
        for each in found
        if each.user.is_active and _covers(each.division, division)
    ]


def _holders(role: Role, on: date) -> list[Capacity]:
    posts = _posts(on).filter(role=role).select_related("division", "user")
    orders = _acting(on).filter(role=role).select_related("division", "user")
    return [_own(post, post.user) for post in posts] + [
        _by_order(order, order.user, _posts(on).filter(user=order.user).first())
        for order in orders
    ]


def _own(post: Post, user: User) -> Capacity:
    return Capacity(
        user=user,
        role=Role(post.role),
        division=post.division,
        title=post.title_th,
        title_en=post.title_en,
    )


def _by_order(order: ActingAppointment, user: User, own: Post | None) -> Capacity:
    return Capacity(
        user=user,
        role=Role(order.role),
        division=order.division,
        title=order.title_th,
        title_en=order.title_en,
        acting=order,
        own=own,
    )


def _covers(held: Division | None, asked: Division | None) -> bool:
    if held is None or asked is None or held == asked:
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


def posts() -> QuerySet[Post]:
    """Return every post anyone here has or had, the newest first."""
    return (
        Post.objects.filter(organisation=tenancy.required())
        .select_related("user", "division")
        .order_by("-starts_on", "-pk")
    )


def posts_at(division: Division, *, on: date) -> QuerySet[Post]:
    """Return the posts of a division, without its sections, on a day and later."""
    return Post.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=on),
        organisation=tenancy.required(),
        division=division,
    )


def orders() -> QuerySet[ActingAppointment]:
    """Return every acting appointment of the office, the newest first."""
    return (
        ActingAppointment.objects.filter(organisation=tenancy.required())
        .select_related("user", "division")
        .order_by("-starts_on", "-pk")
    )


def has_another_administrator(besides: User, *, on: date) -> bool:
    """Whether someone else who may sign in is an administrator by an own post."""
    return (
        _posts(on)
        .filter(role=Role.ADMINISTRATOR, user__is_active=True)
        .exclude(user=besides)
        .exists()
    )
