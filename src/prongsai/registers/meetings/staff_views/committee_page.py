"""What the page of a committee shows: members, orders, duties, meetings."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.foundations.accounts.models import User
from prongsai.registers.meetings.models import Committee, Member
from prongsai.registers.meetings.permissions import meetings as permissions
from prongsai.registers.meetings.queries import committees as queries
from prongsai.registers.meetings.queries import files, meetings
from prongsai.registers.meetings.staff_views.finding import committees_trail
from prongsai.registers.meetings.staff_views.tables import (
    committee_state,
    members_table,
)
from prongsai.ui.deeds import Deed
from prongsai.ui.writing import short_date

MOST_MEETINGS = 10


def committee_context(
    user: User, committee: Committee, *, on: date
) -> dict[str, object]:
    """Return everything the page of a committee shows."""
    keeps = permissions.can_keep_committees(user, on=on)
    is_open = committee.dissolved_on is None
    rows = meetings.visible_to(user).filter(committee=committee)
    return {
        "committee": committee,
        "state": committee_state(committee),
        "trail": committees_trail((str(committee), "")),
        "facts": list(_facts(committee)),
        "duties": committee.duties.splitlines(),
        "orders": _orders(user, committee, edits=keeps and is_open),
        "deeds": list(_deeds(user, committee, on=on)) if is_open else [],
        "meetings": rows[:MOST_MEETINGS],
    }


def _orders(
    user: User, committee: Committee, *, edits: bool
) -> list[dict[str, object]]:
    """Return the orders, the newest first; only its members can still be corrected."""
    orders = list(queries.orders(user).filter(committee=committee))
    papers = files.of_all(orders)
    found: list[dict[str, object]] = []
    for number, order in enumerate(orders):
        members = list(order.members.all())
        urls = _member_urls(members) if edits and number == 0 else {}
        found.append(
            {
                "order": order,
                "files": papers.get(order.pk, []),
                "members": members_table(members, urls),
            }
        )
    return found


def _facts(committee: Committee) -> Iterator[tuple[str, object]]:
    order = queries.latest_order(committee)
    if order is not None:
        yield _("Order"), f"{order.number}, {short_date(order.dated)}"
        yield _("In force from"), short_date(order.starts_on)
    if committee.dissolved_on is not None:
        yield _("Dissolved on"), short_date(committee.dissolved_on)
        yield _("Reason"), committee.dissolved_because


def _member_urls(members: Iterable[Member]) -> dict[int, str]:
    return {
        member.pk: reverse("meetings:member", args=[member.pk])
        for member in members
        if member.ends_on is None
    }


def _deeds(user: User, committee: Committee, *, on: date) -> Iterator[Deed]:
    order = queries.latest_order(committee)
    if permissions.can_manage(user, committee, on=on):
        url = f"{reverse('meetings:meeting_new')}?committee={committee.pk}"
        yield Deed(label=_("Plan a meeting"), href=url, kind="primary", icon="plus")
    if permissions.can_keep_committees(user, on=on):
        if order is not None:
            url = reverse("meetings:member_new", args=[order.pk])
            yield Deed(label=_("Add a member"), href=url, icon="people")
        for label, name in (
            (_("New order"), "committee_order"),
            (_("Correct name and duties"), "committee_correct"),
            (_("Dissolve the committee"), "committee_dissolve"),
        ):
            url = reverse(f"meetings:{name}", args=[committee.pk])
            yield Deed(label=label, href=url, kind="quiet")
    url = reverse("meetings:committee_annex", args=[committee.pk])
    yield Deed(label=_("List of members (PDF)"), href=url, icon="print")
