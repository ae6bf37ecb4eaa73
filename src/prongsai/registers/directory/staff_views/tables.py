"""The tables and columns of this register's pages."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from prongsai.registers.directory.models import (
    Channel,
    Duty,
    Entry,
    Officeholder,
    Seat,
    Term,
)
from prongsai.ui.tables import Cell, Column, Row, Table
from prongsai.ui.writing import short_date


def _seats_now(one: Officeholder) -> str:
    return ", ".join(str(term.seat) for term in getattr(one, "sitting", ()))


def _photo(one: Officeholder) -> Cell:
    if one.photo_id is None:
        return Cell(pgettext("photo", "missing"), tone="warn")
    return Cell(pgettext("photo", "there"), tone="ok")


PEOPLE_COLUMNS = (
    Column(
        "name",
        gettext_lazy("Name"),
        sort="first_name last_name",
        value=lambda one: Cell(str(one), href=one.get_absolute_url()),
    ),
    Column("seats", gettext_lazy("Positions now"), value=_seats_now),
    Column("phone", gettext_lazy("Public telephone"), value=lambda one: one.phone),
    Column("email", gettext_lazy("Public e-mail"), value=lambda one: one.email),
    Column("photo", gettext_lazy("Photo"), value=_photo),
)


def _link(entry: Entry) -> Cell:
    return Cell(str(entry), href=entry.get_absolute_url())


def _owner(duty: Duty) -> str:
    return " · ".join(str(one) for one in (duty.division, duty.seat) if one)


def _two_way(channel: Channel) -> Cell:
    if channel.is_two_way:
        return Cell(_("two-way"), tone="ok")
    return Cell("–")


_ORDER = Column(
    "order", pgettext_lazy("directory", "Order"), sort="order", numeric=True
)
_PLACE = (
    Column("name_th", gettext_lazy("Name"), sort="name_th", value=_link),
    Column("latitude", gettext_lazy("Latitude"), sort="latitude"),
    Column("longitude", gettext_lazy("Longitude"), sort="longitude"),
    _ORDER,
)
COLUMNS: dict[str, tuple[Column, ...]] = {
    "duty": (
        Column("title_th", gettext_lazy("Duty"), sort="title_th", value=_link),
        Column("owner", gettext_lazy("Who does it"), value=_owner),
        Column("phone", gettext_lazy("Telephone"), sort="phone"),
        _ORDER,
    ),
    "channel": (
        Column("label_th", gettext_lazy("Channel"), sort="label_th", value=_link),
        Column(
            "kind",
            pgettext_lazy("channel", "Kind"),
            sort="kind",
            value=lambda row: row.get_kind_display(),
        ),
        Column("value", gettext_lazy("Number, address or account")),
        Column("two_way", gettext_lazy("Two-way"), value=_two_way),
        _ORDER,
    ),
    "landmark": _PLACE,
    "road": (
        Column("name_th", gettext_lazy("Name"), sort="name_th", value=_link),
        Column(
            "points",
            pgettext_lazy("road", "Points"),
            numeric=True,
            value=lambda row: len(row.points),
        ),
        _ORDER,
    ),
}
"""The columns of each kind of entry."""


def seats_table(caption: str, seats: Iterable[Seat]) -> Table:
    """Return the positions of a side with who sits there now."""
    columns = [
        Column("title", pgettext("directory", "Position")),
        Column("holder", _("Who holds it now")),
        Column("division", _("Division")),
        Column("reports_to", _("Reports to")),
        Column("executive", _("Executive")),
    ]
    rows = [
        Row(
            cells=[
                Cell(str(seat), href=seat.get_absolute_url()),
                _sitting(seat),
                str(seat.division or "–"),
                str(seat.reports_to or "–"),
                Cell(_("executive"), tone="info") if seat.is_executive else "–",
            ]
        )
        for seat in seats
    ]
    return Table(
        caption, columns=columns, rows=rows, empty=_("No position is entered yet.")
    )


def _sitting(seat: Seat) -> Cell:
    terms: list[Term] = getattr(seat, "sitting", [])
    if not terms:
        return Cell(pgettext("position", "Vacant"), tone="warn")
    names = [
        _("%(name)s (acting)") % {"name": term.holder}
        if term.is_acting
        else str(term.holder)
        for term in terms
    ]
    return Cell(", ".join(names))


def terms_table(terms: Iterable[Term], *, of_seat: bool, edits: bool) -> Table:
    """Return terms, the newest first; with the ways to correct them for whoever may."""
    columns = [
        Column("who", _("Name") if of_seat else pgettext("directory", "Position")),
        Column("from", _("From")),
        Column("to", _("Last day")),
        Column("basis", _("Order or announcement")),
    ]
    if edits:
        columns.append(Column("deed", _("Correct")))
    rows = []
    for term in terms:
        other = term.holder if of_seat else term.seat
        words = str(other)
        if term.is_acting:
            words = _("%(name)s (acting)") % {"name": words}
        cells: list[str | Cell] = [
            Cell(words, href=other.get_absolute_url()),
            short_date(term.starts_on),
            short_date(term.ends_on) if term.ends_on else "–",
            term.basis,
        ]
        if edits:
            url = reverse("directory:term", args=[term.pk])
            cells.append(Cell(_("Correct or end"), href=url))
        rows.append(Row(cells=cells))
    return Table(
        _("Terms of office"), columns=columns, rows=rows, empty=_("No term yet.")
    )
