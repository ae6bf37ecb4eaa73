"""Appoint a committee by an order, replace its members by a new one, dissolve it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.accounts.queries import capacities
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.files.actions import claim
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.records.versions import advance, check_version
from prongsai.registers.meetings import rules
from prongsai.registers.meetings.actions import refusals
from prongsai.registers.meetings.models import (
    Committee,
    Meeting,
    Member,
    MemberRole,
    Order,
)
from prongsai.registers.meetings.permissions import meetings as permissions
from prongsai.registers.meetings.states import MeetingState
from prongsai.ui.writing import short_date


@dataclass(frozen=True, kw_only=True)
class OrderDraft:
    """An order as its paper says: number, date, from when; with the paper itself."""

    number: str
    dated: date
    starts_on: date
    files: Sequence[StoredFile] = ()


@dataclass(frozen=True, kw_only=True)
class MemberDraft:
    """Whom an order appoints: a person of the office, or an outsider by name."""

    user: User | None = None
    name: str = ""
    position: str = ""
    role: MemberRole = MemberRole.MEMBER
    duties: str = ""


@transaction.atomic
def found(
    title: str, duties: str, order: OrderDraft, *, by: User, at: datetime
) -> Committee:
    """Enter a committee with the order that appoints it; members are added next."""
    _may_keep(by, at)
    committee = Committee.objects.create(
        organisation_id=by.organisation_id,
        title=title,
        duties=duties,
        made_at=at,
        made_by=by,
    )
    _enter(committee, order, by=by, at=at)
    audit.record("meetings.committee-founded", on=committee, by=by, at=at)
    return committee


@transaction.atomic
def correct(
    committee: Committee,
    *,
    title: str,
    duties: str,
    version: int,
    by: User,
    at: datetime,
) -> Committee:
    """Correct the name or the duties of a committee."""
    committee = _locked(committee, by=by, at=at)
    check_version(committee, version)
    committee.title, committee.duties = title, duties
    advance(committee)
    committee.save(update_fields=["title", "duties", "version"])
    audit.record("meetings.committee-corrected", on=committee, by=by, at=at)
    return committee


@transaction.atomic
def order_anew(
    committee: Committee,
    draft: OrderDraft,
    *,
    keep_members: bool,
    by: User,
    at: datetime,
) -> Order:
    """Enter a new order: the members of the old one end the day before it begins."""
    committee = _locked(committee, by=by, at=at)
    earlier = committee.orders.first()
    if earlier is not None and draft.starts_on <= earlier.starts_on:
        earliest = short_date(earlier.starts_on + timedelta(days=1))
        raise refusals.OrderTooEarly(earliest=earliest)
    order = _enter(committee, draft, by=by, at=at)
    leaving = [] if earlier is None else list(_staying(earlier))
    for member in leaving:
        member.ends_on = draft.starts_on - timedelta(days=1)
        member.save(update_fields=["ends_on"])
    if keep_members:
        for member in leaving:
            _appoint(order, member)
    audit.record(
        "meetings.committee-ordered", on=committee, by=by, at=at, order=order.pk
    )
    return order


@transaction.atomic
def add_member(order: Order, draft: MemberDraft, *, by: User, at: datetime) -> Member:
    """Enter someone the order appoints."""
    committee = _locked(order.committee, by=by, at=at)
    order = _latest(order, committee)
    _refuse_twice(order, draft, besides=None)
    most = rules.value("most_members", on=order.dated)
    if _staying(order).count() >= most:
        raise refusals.TooManyMembers(limit=most)
    member = Member.objects.create(
        organisation_id=order.organisation_id,
        order=order,
        place=order.members.count() + 1,
        starts_on=order.starts_on,
        **_said(draft, on=order.starts_on),
    )
    audit.record("meetings.member-added", on=committee, by=by, at=at, member=member.pk)
    return member


@transaction.atomic
def edit_member(
    member: Member, draft: MemberDraft, *, by: User, at: datetime
) -> Member:
    """Correct what was entered of a member."""
    committee = _locked(member.order.committee, by=by, at=at)
    order = _latest(member.order, committee)
    member = Member.objects.select_for_update().get(pk=member.pk)
    _refuse_twice(order, draft, besides=member)
    for name, value in _said(draft, on=order.starts_on).items():
        setattr(member, name, value)
    member.save()
    audit.record("meetings.member-edited", on=committee, by=by, at=at, member=member.pk)
    return member


@transaction.atomic
def end_member(member: Member, *, on: date, by: User, at: datetime) -> Member:
    """Note the last day of a member who leaves before the order is replaced."""
    committee = _locked(member.order.committee, by=by, at=at)
    member = Member.objects.select_for_update().get(pk=member.pk)
    if member.ends_on is not None:
        raise refusals.MemberLeft
    if on < member.starts_on:
        raise refusals.BadLastDay
    member.ends_on = on
    member.save(update_fields=["ends_on"])
    audit.record("meetings.member-ended", on=committee, by=by, at=at, member=member.pk)
    return member


@transaction.atomic
def dissolve(
    committee: Committee, *, on: date, reason: str, by: User, at: datetime
) -> Committee:
    """End a committee; its minutes and resolutions stay."""
    committee = _locked(committee, by=by, at=at)
    ahead = (MeetingState.PLANNED, MeetingState.CALLED)
    if count := Meeting.objects.filter(committee=committee, state__in=ahead).count():
        raise refusals.MeetingsAhead(count=count)
    committee.dissolved_on, committee.dissolved_because = on, reason
    committee.dissolved_at, committee.dissolved_by = at, by
    advance(committee)
    committee.save()
    for order in committee.orders.all():
        for member in _staying(order):
            member.ends_on = max(on, member.starts_on)
            member.save(update_fields=["ends_on"])
    audit.record("meetings.committee-dissolved", on=committee, by=by, at=at)
    return committee


def _may_keep(by: User, at: datetime) -> None:
    if not permissions.can_keep_committees(by, on=localdate(at)):
        raise PermissionDenied


def _locked(committee: Committee, *, by: User, at: datetime) -> Committee:
    committee = Committee.objects.select_for_update().get(pk=committee.pk)
    _may_keep(by, at)
    if committee.dissolved_on is not None:
        raise refusals.CommitteeDissolved(on=short_date(committee.dissolved_on))
    return committee


def _latest(order: Order, committee: Committee) -> Order:
    if committee.orders.first() != order:
        raise refusals.OrderReplaced
    return order


def _enter(committee: Committee, draft: OrderDraft, *, by: User, at: datetime) -> Order:
    order = Order.objects.create(
        organisation_id=committee.organisation_id,
        committee=committee,
        number=draft.number,
        dated=draft.dated,
        starts_on=draft.starts_on,
        entered_at=at,
        entered_by=by,
    )
    claim(draft.files, owner=order, by=by, at=at)
    return order


def _staying(order: Order) -> QuerySet[Member]:
    return Member.objects.filter(order=order, ends_on__isnull=True)


def _appoint(order: Order, member: Member) -> None:
    Member.objects.create(
        organisation_id=order.organisation_id,
        order=order,
        place=member.place,
        user=member.user,
        name=member.name,
        position=member.position,
        role=member.role,
        duties=member.duties,
        starts_on=order.starts_on,
    )


def _refuse_twice(order: Order, draft: MemberDraft, *, besides: Member | None) -> None:
    others = _staying(order)
    if besides is not None:
        others = others.exclude(pk=besides.pk)
    if draft.user is not None and others.filter(user=draft.user).exists():
        raise refusals.AlreadyMember
    if draft.role == MemberRole.CHAIR and others.filter(role=MemberRole.CHAIR).exists():
        raise refusals.ChairTaken


def _said(draft: MemberDraft, *, on: date) -> dict[str, object]:
    """Return the columns of a member; people of the office are named from their posts."""
    name, position = draft.name, draft.position
    if draft.user is not None:
        name = draft.user.get_full_name()
        held = capacities(draft.user, on=on)
        position = position or (held[0].title if held else "")
    return {
        "user": draft.user,
        "name": name,
        "position": position,
        "role": draft.role,
        "duties": draft.duties,
    }
