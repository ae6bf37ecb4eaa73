"""What the page of a position shows."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.foundations.accounts.models import User
from prongsai.registers.directory import permissions
from prongsai.registers.directory.models import Seat
from prongsai.registers.directory.queries import directory as queries
from prongsai.registers.directory.staff_views.finding import trail_to
from prongsai.registers.directory.staff_views.tables import terms_table
from prongsai.ui.deeds import Deed
from prongsai.ui.writing import short_date


def seat_context(user: User, seat: Seat, *, on: date) -> dict[str, object]:
    """Return everything the page of a position shows."""
    writes = permissions.can_write(user, on)
    terms = queries.terms(user).filter(seat=seat)
    return {
        "seat": seat,
        "trail": trail_to((str(seat), "")),
        "facts": list(_facts(seat)),
        "terms": terms_table(terms, of_seat=True, edits=writes),
        "struck": queries.struck_terms(seat),
        "duties": queries.duties().filter(seat=seat),
        "deeds": list(_deeds(seat)) if writes and not seat.abolished_on else [],
    }


def _facts(seat: Seat) -> Iterator[tuple[str, object]]:
    yield _("Side"), seat.get_branch_display()
    yield _("Kind of position"), seat.get_kind_display()
    yield _("Title in English"), seat.title_en
    yield _("Division"), seat.division
    yield _("Reports to"), seat.reports_to
    yield _("Executive"), _("yes") if seat.is_executive else _("no")
    if seat.abolished_on:
        yield _("Abolished from"), short_date(seat.abolished_on)


def _deeds(seat: Seat) -> Iterator[Deed]:
    pk = seat.pk
    yield Deed(
        label=_("Who holds the position"),
        href=reverse("directory:term_new", args=[pk]),
        kind="primary",
        icon="person",
    )
    yield Deed(
        label=_("Edit"), href=reverse("directory:seat_edit", args=[pk]), icon="edit"
    )
    for way, label in (("up", _("Move up")), ("down", _("Move down"))):
        href = reverse("directory:seat_move", args=[pk, way])
        yield Deed(label=label, href=href, kind="quiet", icon=way, is_post=True)
    yield Deed(
        label=_("Abolish"),
        href=reverse("directory:seat_abolish", args=[pk]),
        kind="quiet",
        icon="close",
    )
