"""What stands on the pages of years: how far each is, its items, what to do next."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from prongsai.foundations.accounts.models import User
from prongsai.registers.disclosure import permissions
from prongsai.registers.disclosure.models import Check, Item, Year
from prongsai.registers.disclosure.queries import checks
from prongsai.registers.disclosure.queries import items as queries
from prongsai.registers.disclosure.queries import years as year_queries
from prongsai.registers.disclosure.staff_views.finding import trail, year_trail
from prongsai.registers.disclosure.states import ITEM_TONES, Approval, ItemState
from prongsai.ui.deeds import Deed
from prongsai.ui.tables import Cell, Column, Row, Table
from prongsai.ui.writing import short_date


def years_context(user: User, rows: QuerySet[Year], *, on: date) -> dict[str, object]:
    """Return everything the list of years shows."""
    columns = [
        Column("year", _("Fiscal year")),
        Column("window", _("Window")),
        Column("public", _("Public items"), numeric=True),
        Column("missing", _("Missing"), numeric=True),
    ]
    keeps = permissions.can_keep_year(user, on)
    return {
        "table": Table(
            _("Years of disclosure"),
            columns=columns,
            rows=[_year_row(year) for year in rows],
        ),
        "can_open": keeps and bool(year_queries.to_open()),
        "keeps": keeps,
        "trail": trail(),
    }


def _year_row(year: Year) -> Row:
    items = getattr(year, "item_count", 0)
    missing = getattr(year, "missing_count", 0)
    return Row(
        cells=[
            Cell(str(year.fiscal_year), href=year.get_absolute_url()),
            window_of(year),
            f"{getattr(year, 'public_count', 0)}/{items}",
            Cell(str(missing), tone="warn") if missing else "0",
        ],
        href=year.get_absolute_url(),
    )


def window_of(year: Year) -> str:
    """Return the window of a year in words."""
    if year.window_ends is None:
        return _("not entered yet")
    starts = short_date(year.window_starts) if year.window_starts else "…"
    return f"{starts} – {short_date(year.window_ends)}"


def year_context(user: User, year: Year, *, on: date) -> dict[str, object]:
    """Return everything the page of a year shows beside its list."""
    rows = list(queries.items_of(year))
    keeps = permissions.can_keep_year(user, on)
    return {
        "year": year,
        "trail": year_trail(year),
        "states": list(_states(rows)),
        "facts": list(_facts(year, rows, on=on)),
        "next_line": next_line(year, rows, on=on),
        "next_item": queries.next_due(rows),
        "renewal": year_queries.renewal(year) if keeps else None,
        "deeds": list(_deeds(year)) if keeps else [],
        "can_verify": permissions.can_verify(user, on),
        "public_url": f"/ita/{year.fiscal_year}/",
    }


def _states(rows: Sequence[Item]) -> Iterator[tuple[str, str]]:
    counts = Counter(ItemState(one.state) for one in rows)
    for state in ItemState:
        if counts[state]:
            yield f"{state.label} {counts[state]}", ITEM_TONES[state]


def _facts(
    year: Year, rows: Sequence[Item], *, on: date
) -> Iterator[tuple[str, object]]:
    yield _("Window"), window_of(year)
    left = year_queries.days_left(year, on=on)
    if left is not None and left >= 0:
        yield _("Days left"), left
    yield _("Public items"), f"{sum(1 for o in rows if o.published_id)}/{len(rows)}"
    yield _("Late"), sum(1 for one in rows if queries.is_late(one, on=on))
    yield _("Revision of the framework"), year.framework_revision


def next_line(year: Year, rows: Sequence[Item], *, on: date) -> str:
    """Return in one line what to do next in a year."""
    if broken := [one for one in rows if one.state == ItemState.BROKEN]:
        return _("Mend first what does not open: %(codes)s.") % {
            "codes": _codes(broken)
        }
    if old := [one for one in rows if one.state == ItemState.OUTDATED]:
        return _("Bring up to date: %(codes)s.") % {"codes": _codes(old)}
    if year.window_ends is None:
        return _("Enter the window, so that every item has its due date.")
    if late := [one for one in rows if queries.is_late(one, on=on)]:
        said = ngettext(
            "%(count)s item is late: %(codes)s.",
            "%(count)s items are late: %(codes)s.",
            len(late),
        )
        return said % {"count": len(late), "codes": _codes(late)}
    return _quiet_line(rows)


def _quiet_line(rows: Sequence[Item]) -> str:
    if homeless := [one for one in rows if one.division_id is None]:
        return _("Give every item a division: %(codes)s.") % {"codes": _codes(homeless)}
    coming = queries.next_due(rows)
    if coming is None or coming.due_on is None:
        return _("Everything that is due is public.")
    return _("Next due: %(code)s on %(day)s.") % {
        "code": coming.code,
        "day": short_date(coming.due_on),
    }


def _codes(rows: Sequence[Item], most: int = 8) -> str:
    codes = ", ".join(one.code for one in rows[:most])
    return f"{codes} …" if len(rows) > most else codes


def _deeds(year: Year) -> Iterator[Deed]:
    args = [year.fiscal_year]
    yield Deed(
        label=_("Window"), href=reverse("disclosure:window", args=args), icon="calendar"
    )
    if year_queries.years().exclude(pk=year.pk).exists():
        yield Deed(
            label=_("Carry over"),
            href=reverse("disclosure:carry", args=args),
            icon="return",
        )


def columns_of(year: Year, *, on: date) -> list[Column]:
    """Return the columns of the items; the newest checks are asked for once."""
    newest = checks.newest_of(year)
    return [
        *_of_the_item(),
        Column(
            "elements",
            _("Elements"),
            numeric=True,
            value=lambda one: _elements(one, newest),
        ),
        Column("keeper", _("Who keeps it"), value=_keeper, exported=False),
        Column("division", _("Division"), shown=False),
        Column("accountable", _("Accountable"), shown=False),
        Column("due", _("Due"), value=lambda one: _due(one, on=on), sort="due_on"),
        *_of_the_public(),
    ]


def _of_the_item() -> list[Column]:
    return [
        Column(
            "item",
            pgettext("disclosure", "Item"),
            value=_named,
            sort="number",
            exported=False,
        ),
        Column("code", pgettext("disclosure", "Item"), shown=False),
        Column("title", _("Title"), value=_title, shown=False),
        Column("state", _("State"), value=state_cell, sort="state"),
    ]


def _of_the_public() -> list[Column]:
    return [
        Column(
            "published",
            _("Last published"),
            value=_published,
            sort="published__published_at",
        ),
        Column("approval", _("Approval"), value=_approval, shown=False),
        Column("reason", _("Public reason"), value=lambda one: one.reason, shown=False),
        Column("address", pgettext("web", "Address"), value=_address, shown=False),
    ]


def _named(item: Item) -> Cell:
    return Cell(f"{item.code} {_title(item)}", href=item.get_absolute_url())


def _keeper(item: Item) -> str:
    known = [str(one) for one in (item.division, item.accountable) if one]
    return " · ".join(known) or _("nobody yet")


def _title(item: Item) -> str:
    return (
        item.title
        if item.is_asked
        else " ".join((item.title, _("(not asked for any more)")))
    )


def state_cell(item: Item) -> Cell:
    """The state of an item as a badge."""
    return Cell(item.get_state_display(), tone=ITEM_TONES[ItemState(item.state)])


def _elements(item: Item, newest: Mapping[int, Check]) -> Cell | str:
    check = newest.get(item.pk)
    if not item.known_keys:
        return _("not known")
    if check is None:
        return f"–/{len(item.known_keys)}"
    met = sum(1 for one in check.elements if one.get("met"))
    asked = sum(1 for one in check.elements if one.get("is_asked", True))
    return f"{met}/{asked}"


def _due(item: Item, *, on: date) -> Cell | str:
    if item.due_on is None:
        return ""
    day = short_date(item.due_on)
    if queries.is_late(item, on=on):
        return Cell(_("%(day)s, late") % {"day": day}, value=item.due_on)
    return Cell(day, value=item.due_on)


def _published(item: Item) -> Cell | str:
    if item.published is None:
        return ""
    return Cell(
        short_date(item.published.published_at), value=item.published.published_at
    )


def _approval(item: Item) -> str:
    return str(Approval(item.approval).label)


def _address(item: Item) -> str:
    if item.published is None:
        return ""
    return item.published.publication.get_absolute_url()
