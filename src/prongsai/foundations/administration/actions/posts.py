"""Give posts and end them; put down the orders by which one acts for another.

Nobody gives a post to themself. The head of the office, the chief permanent officer and
administrators are given like every other post, by any other administrator: many offices
have two people who could, and a second signature would only be the same two. Every such
deed stands in the history, which the auditor reads.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import (
    ActingAppointment,
    ActingKind,
    Post,
    Role,
    User,
)
from prongsai.foundations.accounts.queries import has_another_administrator
from prongsai.foundations.administration import permissions
from prongsai.foundations.administration.refusals import (
    EndsTooEarly,
    LastAdministrator,
    PersonClosed,
)
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.organisations.models import Division


@dataclass(frozen=True, kw_only=True)
class Duty:
    """What a post is: the role, where, what it is called, and for how long."""

    role: Role
    division: Division | None = None
    title_th: str
    title_en: str = ""
    starts_on: date
    ends_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Order:
    """The order behind an acting appointment, and what kind it is."""

    kind: ActingKind
    number: str
    date: date


@transaction.atomic
def give(person: User, duty: Duty, *, by: User | None, at: datetime) -> Post:
    """Give a post. ``by=None`` is the command line of an empty installation."""
    if by is not None and not permissions.can_change_powers(
        by, person, on=localdate(at)
    ):
        raise PermissionDenied
    _check(person, duty)
    post = Post.objects.create(
        organisation_id=person.organisation_id,
        user=person,
        role=duty.role,
        division=duty.division,
        title_th=duty.title_th,
        title_en=duty.title_en,
        starts_on=duty.starts_on,
        ends_on=duty.ends_on,
    )
    audit.record(
        "people.post_given", on=post, by=by, at=at, role=duty.role.value, to=person.pk
    )
    return post


@transaction.atomic
def end(post: Post, *, ends_on: date, by: User, at: datetime) -> Post:
    """End a post with a day; that day is its last."""
    post = Post.objects.select_for_update().select_related("user").get(pk=post.pk)
    if not permissions.can_administer(by, on=localdate(at)):
        raise PermissionDenied
    if ends_on < post.starts_on:
        raise EndsTooEarly
    if post.role == Role.ADMINISTRATOR and not has_another_administrator(
        post.user, on=ends_on + timedelta(days=1)
    ):
        raise LastAdministrator
    post.ends_on = ends_on
    post.save(update_fields=["ends_on"])
    audit.record(
        "people.post_ended", on=post, by=by, at=at, role=post.role, to=post.user_id
    )
    return post


@transaction.atomic
def appoint(
    person: User, duty: Duty, order: Order, *, by: User, at: datetime
) -> ActingAppointment:
    """Put down an order by which a person acts for another post."""
    if not permissions.can_change_powers(by, person, on=localdate(at)):
        raise PermissionDenied
    _check(person, duty)
    if duty.ends_on is None:
        raise EndsTooEarly
    row = ActingAppointment.objects.create(
        organisation_id=person.organisation_id,
        user=person,
        kind=order.kind,
        role=duty.role,
        division=duty.division,
        title_th=duty.title_th,
        title_en=duty.title_en,
        order_number=order.number,
        order_date=order.date,
        starts_on=duty.starts_on,
        ends_on=duty.ends_on,
    )
    audit.record(
        "people.acting_appointed",
        on=row,
        by=by,
        at=at,
        role=duty.role.value,
        to=person.pk,
        kind=order.kind.value,
    )
    return row


@transaction.atomic
def end_appointment(
    order: ActingAppointment, *, ends_on: date, by: User, at: datetime
) -> ActingAppointment:
    """End an acting appointment with a day."""
    order = ActingAppointment.objects.select_for_update().get(pk=order.pk)
    if not permissions.can_administer(by, on=localdate(at)):
        raise PermissionDenied
    if ends_on < order.starts_on:
        raise EndsTooEarly
    order.ends_on = ends_on
    order.save(update_fields=["ends_on"])
    audit.record("people.acting_ended", on=order, by=by, at=at, to=order.user_id)
    return order


def _check(person: User, duty: Duty) -> None:
    """Refuse a post for someone who may not sign in, or one that ends before it begins."""
    if not person.is_active:
        raise PersonClosed
    if duty.ends_on is not None and duty.ends_on < duty.starts_on:
        raise EndsTooEarly
