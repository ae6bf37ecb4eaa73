"""Frameworks as tables: the years, the items with their elements, what differs."""

from collections import Counter
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import get_language, pgettext, pgettext_lazy
from django.utils.translation import gettext as _

from prongsai.foundations.frameworks import queries
from prongsai.foundations.frameworks.models import InstalledFramework, InstallState
from prongsai.ita.frameworks.differences import Difference, differences, summary
from prongsai.ita.frameworks.model import Confidence, Element, Framework, Item
from prongsai.ita.words.catalogue import catalogue
from prongsai.ui.tables import Cell, Column, Row, Table, Tone

CONFIDENCE = {
    Confidence.CONFIRMED: pgettext_lazy("confidence", "confirmed"),
    Confidence.ONE_SOURCE: pgettext_lazy("confidence", "one source"),
    Confidence.INFERRED: pgettext_lazy("confidence", "check against the manual"),
}
CONFIDENCE_TONES: dict[Confidence, Tone] = {
    Confidence.CONFIRMED: "ok",
    Confidence.ONE_SOURCE: "info",
    Confidence.INFERRED: "warn",
}
STATE_TONES: dict[InstallState, Tone] = {
    InstallState.PROPOSED: "info",
    InstallState.IN_FORCE: "ok",
    InstallState.REPLACED: "plain",
    InstallState.REJECTED: "plain",
}


def years() -> Table:
    """Return every year with the revision that holds and how sure its elements are."""
    columns = [
        Column("year", _("Fiscal year")),
        Column("revision", _("Revision"), numeric=True),
        Column("from", pgettext("framework", "From")),
        Column("items", _("Items"), numeric=True),
        *(Column(one.value, str(CONFIDENCE[one]), numeric=True) for one in Confidence),
    ]
    rows = [_year(queries.load(year)) for year in reversed(queries.available())]
    return Table(_("Frameworks by fiscal year"), columns=columns, rows=rows)


def _year(framework: Framework) -> Row:
    counted = Counter(e.grounds.confidence for e in _elements(framework))
    count = framework.item_count
    is_own = bool(queries.digest_of(framework.year))
    return Row(
        cells=[
            str(framework.year),
            str(framework.revision),
            _("installed by this office") if is_own else _("shipped with the software"),
            str(count.value) if count else _("not known"),
            *(str(counted[one]) for one in Confidence),
        ],
        href=reverse("frameworks:year", args=[framework.year]),
    )


def _elements(framework: Framework) -> Iterator[Element]:
    for item in framework.items or ():
        yield from item.elements or ()


def items(framework: Framework) -> list[tuple[Item, Table]]:
    """Return each item with the table of its elements."""
    return [(item, _item(item)) for item in framework.items or ()]


def _item(item: Item) -> Table:
    columns = [
        Column("element", _("Element")),
        Column("confidence", _("Confidence")),
        Column("source", _("Source")),
        Column("key", _("Requirement key")),
    ]
    rows = [
        Row(
            cells=[
                element.th,
                Cell(
                    str(CONFIDENCE[element.grounds.confidence]),
                    tone=CONFIDENCE_TONES[element.grounds.confidence],
                ),
                ", ".join(element.grounds.source),
                element.key,
            ]
        )
        for element in item.elements or ()
    ]
    name = item.en if get_language() == "en" else item.th
    return Table(f"{item.code} {name}", columns=columns, rows=rows)


def installed(rows: list[InstalledFramework]) -> Table:
    """Return what was installed, the newest first."""
    columns = [
        Column("year", _("Fiscal year")),
        Column("revision", _("Revision"), numeric=True),
        Column("state", _("State")),
        Column("source", _("Source of the correction")),
    ]
    return Table(
        _("Installed by this office"),
        columns=columns,
        rows=[
            Row(
                cells=[
                    str(row.year),
                    str(row.revision),
                    Cell(
                        row.get_state_display(),
                        tone=STATE_TONES[InstallState(row.state)],
                    ),
                    row.source,
                ],
                href=row.get_absolute_url(),
            )
            for row in rows
        ],
    )


def difference(old: Framework | None, new: Framework) -> Table:
    """Return every fact in which a new framework differs from the one it is compared with."""
    columns = [
        Column("place", pgettext("framework", "Place")),
        Column("before", pgettext("framework", "Before")),
        Column("after", pgettext("framework", "Now")),
    ]
    found = differences(old, new)
    rows = [
        Row(cells=[place_of(one), one.before or "–", one.after or "–"]) for one in found
    ]
    return Table(_("What differs"), columns=columns, rows=rows)


def place_of(difference: Difference) -> str:
    """Return where a fact stands, in the words of the reader."""
    words = catalogue("en" if get_language() == "en" else "th")
    return " / ".join(
        words.get(f"framework.field.{name}", name) for name in difference.path
    )


def summed(old: Framework | None, new: Framework) -> list[tuple[str, str]]:
    """Return which items and keys come and go, as facts of a page."""
    found = summary(old, new)
    lines = [
        (_("Items that come"), found.items_added),
        (_("Items that go"), found.items_gone),
        (_("Elements that come"), found.keys_added),
        (_("Elements that go"), found.keys_gone),
    ]
    return [(label, ", ".join(codes) or _("none")) for label, codes in lines]
