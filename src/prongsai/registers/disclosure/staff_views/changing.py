"""What is shown before a year takes something over: an earlier year, a newer framework."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from prongsai.registers.disclosure.forms.years import CarryForm
from prongsai.registers.disclosure.models import Year
from prongsai.registers.disclosure.queries import years as queries
from prongsai.registers.disclosure.queries.years import Carried
from prongsai.registers.disclosure.staff_views.finding import year_trail
from prongsai.ui.tables import Cell, Column, Row, Table


def carry_context(
    year: Year, form: CarryForm, from_year: Year | None
) -> dict[str, object]:
    """Return what the page of carrying over shows."""
    context: dict[str, object] = {
        "year": year,
        "form": form,
        "from_year": from_year,
        "trail": year_trail(year, (_("Carry over"), "")),
    }
    if from_year is None:
        return context
    found = queries.carrying(year, from_year=from_year)
    return {
        **context,
        "found": found,
        "table": _carry_table(found.items),
        "gone": [f"{one.code} {one.title}" for one in found.gone],
    }


def _carry_table(rows: Sequence[Carried]) -> Table:
    columns = [
        Column("item", _("Item now")),
        Column("before", _("Item then")),
        Column("kept", _("Elements both ask for"), numeric=True),
        Column("new", _("New elements"), numeric=True),
        Column("parts", _("Parts carried over"), numeric=True),
        Column("renew", _("To be renewed"), numeric=True),
        Column("note", _("Note")),
    ]
    cells = [
        Row(
            cells=[
                Cell(str(one.item), href=one.item.get_absolute_url()),
                str(one.before) if one.before else "–",
                str(len(one.kept)),
                str(len(one.new)),
                str(len(one.parts)),
                str(len(one.to_renew)),
                " · ".join(_notes(one)),
            ]
        )
        for one in rows
    ]
    return Table(_("What is carried over"), columns=columns, rows=cells)


def _notes(one: Carried) -> Iterator[str]:
    if one.before is None:
        yield _("new this year")
    elif one.item.carried_from_id is not None:
        yield _("carried over already")
    elif one.before.code != one.item.code:
        yield _("other number")


def renew_context(year: Year) -> dict[str, object]:
    """Return what the page of a newer framework shows."""
    found = queries.renewal(year)
    lines: list[tuple[str, str]] = []
    if found is not None:
        lines += [(f"{one.code} {one.th}", _("new item")) for one in found.new]
        lines += [
            (f"{one.code} {one.title}", " · ".join(_changes(one)))
            for one in found.changed
        ]
        lines += [(str(one), _("not asked for any more")) for one in found.gone]
    columns = [
        Column("item", pgettext("disclosure", "Item")),
        Column("change", _("What changes")),
    ]
    rows = [Row(cells=list(line)) for line in lines]
    return {
        "year": year,
        "found": found,
        "table": Table(_("What changes"), columns=columns, rows=rows),
        "trail": year_trail(year, (_("Newer framework"), "")),
    }


def _changes(one: queries.ItemChange) -> Iterator[str]:
    if one.new_keys:
        count = len(one.new_keys)
        yield ngettext("%(count)s new element", "%(count)s new elements", count) % {
            "count": count
        }
    if one.gone_keys:
        count = len(one.gone_keys)
        yield ngettext(
            "%(count)s element is not asked for any more",
            "%(count)s elements are not asked for any more",
            count,
        ) % {"count": count}
    if one.is_renamed:
        yield _("other number or title")
