"""Committees, their orders, and who sits in them on a day."""

from datetime import date

from django.db.models import QuerySet

from prongsai.foundations.accounts.models import User
from prongsai.registers.meetings.models import Committee, Member, Order
from prongsai.registers.meetings.permissions.seats import in_force


def visible_to(user: User) -> QuerySet[Committee]:
    """Return the committees of a person's office: everyone may know them."""
    return Committee.objects.filter(organisation=user.organisation_id)


def orders(user: User) -> QuerySet[Order]:
    """Return the orders of the office, the newest first."""
    rows = Order.objects.filter(organisation=user.organisation_id)
    return rows.select_related("committee").prefetch_related("members__user")


def members(user: User) -> QuerySet[Member]:
    """Return everyone who was ever appointed in a person's office."""
    rows = Member.objects.filter(organisation=user.organisation_id)
    return rows.select_related("order__committee", "user")


def latest_order(committee: Committee) -> Order | None:
    """Return the order that counts now or next."""
    found = Order.objects.filter(
        organisation=committee.organisation_id, committee=committee
    )
    return found.select_related("committee").first()


def members_on(committee: Committee, day: date) -> QuerySet[Member]:
    """Return who sits in a committee on a day, in the order of the order."""
    rows = Member.objects.filter(
        organisation=committee.organisation_id, order__committee=committee
    )
    return in_force(rows, day).select_related("user", "order")


def members_of(order: Order) -> QuerySet[Member]:
    """Return everyone an order appointed, those who left since too."""
    rows = Member.objects.filter(organisation=order.organisation_id, order=order)
    return rows.select_related("user")
