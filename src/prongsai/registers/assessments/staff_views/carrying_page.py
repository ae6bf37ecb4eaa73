"""What stands on the page of items carried over: both numbers, both names, the relation."""

from collections.abc import Sequence

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.ita.frameworks.model import Item
from prongsai.registers.assessments.models.carrying import Relation
from prongsai.registers.assessments.queries import carrying as queries
from prongsai.registers.assessments.queries.carrying import Line
from prongsai.ui.tables import Cell, Column, Row, Table, Tone
from prongsai.ui.tabs import Tab
from prongsai.ui.writing import in_english, short_date

TONES: dict[Relation | None, Tone] = {
    Relation.SAME: "ok",
    Relation.RENAMED: "ok",
    Relation.SPLIT: "warn",
    Relation.MERGED: "warn",
    Relation.NEW: "info",
    Relation.DROPPED: "plain",
    None: "warn",
}


def carry_context(from_year: int) -> dict[str, object]:
    """Return everything the page of two years shows."""
    lines = queries.lines(from_year, from_year + 1)
    done = sum(line.confirmed is not None for line in lines)
    return {
        "from_year": from_year,
        "to_year": from_year + 1,
        "table": _table(from_year, lines),
        "done": done,
        "count": len(lines),
        "to_copy": len(queries.checks_to_copy(from_year, from_year + 1)),
        "pairs": [
            Tab(label=f"{a} → {b}", href=address(a), current=a == from_year)
            for a, b in queries.pairs()
        ],
    }


def line_context(from_year: int, line: Line) -> dict[str, object]:
    """Return both sides of one line, and what is asked for anew or no longer."""
    return {
        "line": line,
        "from_year": from_year,
        "to_year": from_year + 1,
        "said": relation_cell(line.relation),
        "old": [name_of(item) for item in line.old],
        "new": [name_of(item) for item in line.new],
        "fresh": _demands(line.fresh, line.new),
        "gone": _demands(line.gone, line.old),
    }


def line_of(from_year: int, code: str) -> Line:
    """Return one line with what was confirmed of it, or answer 404."""
    for line in queries.lines(from_year, from_year + 1):
        if line.code == code:
            return line
    raise Http404


def address(from_year: int) -> str:
    """Return where two years are shown."""
    return f"{reverse('assessments:carry')}?from={from_year}"


def name_of(item: Item) -> str:
    """Name an item by its number and its title."""
    return f"{item.code.upper()} {item.en if in_english() else item.th}"


def relation_cell(relation: Relation | None) -> Cell:
    """Name a relation as a badge; say what the keys alone cannot tell."""
    label = _("For a person to say") if relation is None else str(relation.label)
    return Cell(label, tone=TONES[relation])


def _table(from_year: int, lines: Sequence[Line]) -> Table:
    columns = [
        Column("new", _("Item of %(year)s") % {"year": from_year + 1}),
        Column("old", _("Item of %(year)s") % {"year": from_year}),
        Column("relation", _("As the demands say")),
        Column("confirmed", _("Confirmed")),
        Column("confirmed_on", _("Confirmed on")),
    ]
    return Table(
        _("Items of both years"),
        columns=columns,
        rows=[_row(from_year, line) for line in lines],
    )


def _row(from_year: int, line: Line) -> Row:
    way = reverse("assessments:carry_line")
    new = " · ".join(map(name_of, line.new)) or _("no longer asked for")
    old = " · ".join(map(name_of, line.old)) or "–"
    if line.old and not line.new and line.relation is None:
        new = _("not known")
    return Row(
        cells=[new, old, relation_cell(line.relation), *_confirmed(line)],
        href=f"{way}?from={from_year}&code={line.code}",
    )


def _confirmed(line: Line) -> list[str | Cell]:
    if line.confirmed is None:
        return [Cell(_("not yet"), tone="plain"), ""]
    relation = Relation(line.confirmed.relation)
    when = short_date(line.confirmed.confirmed_at)
    return [Cell(str(relation.label), tone="ok"), when]


def _demands(keys: Sequence[str], items: Sequence[Item]) -> list[str]:
    """Name demands in the words of the year's criteria."""
    return [
        element.th
        for item in items
        for element in item.elements or ()
        if element.key in keys
    ]
