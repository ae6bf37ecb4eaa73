"""What the page of a circular shows: the text, how far it came, what may be done."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from prongsai.foundations.accounts.models import User
from prongsai.foundations.files import queries as files
from prongsai.registers.meetings.models import Addressee, Circular
from prongsai.registers.meetings.permissions import circulars as permissions
from prongsai.registers.meetings.queries import circulars as queries
from prongsai.registers.meetings.staff_views.finding import circulars_trail
from prongsai.registers.meetings.staff_views.tables import (
    addressees_table,
    circular_state,
)
from prongsai.registers.meetings.states import CircularState
from prongsai.ui.deeds import Deed
from prongsai.ui.writing import short_date, short_moment


def circular_context(user: User, circular: Circular, *, on: date) -> dict[str, object]:
    """Return everything the page of a circular shows to a person."""
    copy = queries.own_copy(user, circular)
    rows = list(queries.addressees_seen_by(user, circular, on=on))
    oversees = _sees_others(user, rows) or permissions.can_see_everyone(
        user, circular, on=on
    )
    return {
        "circular": circular,
        "state": circular_state(circular),
        "trail": circulars_trail((str(circular), "")),
        "facts": list(_facts(circular)),
        "files": list(files.of(circular)),
        "copy": copy,
        "asks_me": _asks(circular, copy),
        "is_late": circular.is_late(on=on),
        "counts": queries.counts(circular) if circular.number else None,
        "addressees": addressees_table(rows, asks=circular.asks_acknowledgement)
        if oversees and circular.number
        else None,
        "targets": [str(target) for target in circular.targets.all()],
        "deeds": list(_deeds(user, circular, on=on)),
    }


def _sees_others(user: User, rows: list[Addressee]) -> bool:
    return any(row.person_id != user.pk for row in rows)


def _asks(circular: Circular, copy: Addressee | None) -> bool:
    goes_round = circular.state == CircularState.SENT and circular.asks_acknowledgement
    return goes_round and copy is not None and copy.acknowledged_at is None


def _facts(circular: Circular) -> Iterator[tuple[str, object]]:
    yield pgettext("circular", "From"), circular.drafted_by
    yield _("For whom"), circular.get_audience_display()
    if circular.sent_at is not None:
        yield _("Sent on"), short_moment(circular.sent_at)
    if circular.due_on is not None:
        yield _("Acknowledge by"), short_date(circular.due_on)
    if circular.withdrawn_because:
        yield _("Why the circular was withdrawn"), circular.withdrawn_because


def _deeds(user: User, circular: Circular, *, on: date) -> Iterator[Deed]:
    manages = permissions.can_manage(user, circular, on=on)
    state = CircularState(circular.state)
    if manages and state == CircularState.DRAFT:
        ask = _("It gets its number and everyone it is for is told.")
        yield _post("send", circular, _("Send it round"), kind="primary", ask=ask)
        yield _page("edit", circular, _("Edit"), kind="secondary")
    if manages and state == CircularState.SENT:
        if circular.asks_acknowledgement:
            yield _post("remind", circular, _("Remind who has not acknowledged"))
        ask = _("Nobody can acknowledge it afterwards.")
        yield _post("close", circular, _("Close"), ask=ask)
    if manages and state in {CircularState.DRAFT, CircularState.SENT}:
        yield _page(
            "withdraw", circular, pgettext("circular", "Withdraw"), kind="quiet"
        )


def _post(
    name: str,
    circular: Circular,
    label: str,
    *,
    kind: str = "secondary",
    ask: str = "",
) -> Deed:
    url = reverse(f"meetings:circular_{name}", args=[circular.pk])
    return Deed(label=label, href=url, kind=kind, is_post=True, confirm=ask)


def _page(name: str, circular: Circular, label: str, *, kind: str) -> Deed:
    url = reverse(f"meetings:circular_{name}", args=[circular.pk])
    return Deed(label=label, href=url, kind=kind)
