"""What waits for a person in disclosure, as the home page of the back office lists it."""

from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.accounts.queries import capacities
from prongsai.registers.disclosure import permissions
from prongsai.registers.disclosure.models import Item, Year
from prongsai.registers.disclosure.states import ITEM_TONES, ItemState
from prongsai.ui.worklist import WorkItem

MOST_SHOWN = 10
DAYS_AHEAD = 30
"""How many days before its due date an item appears among a person's work."""

UNREADY = frozenset({ItemState.MISSING, ItemState.DRAFT, ItemState.WAITING})
FAULTY = frozenset({ItemState.BROKEN, ItemState.OUTDATED})


def items_due(user: User, on: date) -> list[WorkItem]:
    """Broken, outdated, overdue and soon due items this person is to look after."""
    found = _mine(user, on).filter(
        Q(state__in=FAULTY)
        | Q(
            state__in=UNREADY,
            published__isnull=True,
            due_on__lte=on + timedelta(days=DAYS_AHEAD),
        )
    )
    ordered = found.select_related("year").order_by("due_on", "number")
    return [*_glance(user, on), *(_work(item, on) for item in ordered[:MOST_SHOWN])]


def _glance(user: User, on: date) -> list[WorkItem]:
    """Say how the newest year stands to whoever verifies it, until all of it is well."""
    if not permissions.can_verify(user, on=on):
        return []
    year = (
        Year.objects.filter(organisation=user.organisation_id)
        .annotate(
            all_items=Count("items"),
            public=Count("items", filter=Q(items__published__isnull=False)),
            faulty=Count("items", filter=Q(items__state__in=FAULTY)),
        )
        .order_by("-fiscal_year")
        .first()
    )
    if year is None or (year.public == year.all_items and not year.faulty):
        return []
    facts = {"public": year.public, "all": year.all_items, "faulty": year.faulty}
    return [
        WorkItem(
            label=_("Disclosure of fiscal year %(year)s") % {"year": year.fiscal_year},
            note=_("%(public)s of %(all)s items public, %(faulty)s broken or outdated")
            % facts,
            href=year.get_absolute_url(),
            due=year.window_ends if (year.window_ends or on) > on else None,
        )
    ]


def _mine(user: User, on: date) -> QuerySet[Item]:
    """Return the items of a person: their own, their division's, all for the analyst."""
    ours = Item.objects.filter(organisation=user.organisation_id)
    newest = ours.order_by("-year__fiscal_year").values("year")[:1]
    recent = ours.filter(year__in=newest)
    if permissions.can_keep_year(user, on):
        return recent
    divisions = [one.division for one in capacities(user, on=on) if one.division]
    return recent.filter(Q(accountable=user) | Q(division__in=divisions))


def _work(item: Item, on: date) -> WorkItem:
    state = ItemState(item.state)
    is_late = state in UNREADY and item.due_on is not None and item.due_on < on
    return WorkItem(
        label=str(item),
        note=_("Fiscal year %(year)s") % {"year": item.year.fiscal_year},
        href=item.get_absolute_url(),
        badge=state.label,
        tone="bad" if is_late else ITEM_TONES[state] or "plain",
        due=item.due_on if state in UNREADY else None,
    )
