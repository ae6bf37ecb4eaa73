"""What the public pages show: people as cards, duties found by words, the office itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.foundations.publications import prose
from prongsai.ita.thai.text import fold
from prongsai.registers.directory.public_views.words import day, said
from prongsai.registers.directory.queries.public import Snapshot
from prongsai.registers.directory.queries.reading import Place, Reading, Row, Sitting
from prongsai.registers.directory.queries.wording import (
    BRANCHES,
    CHANNELS,
    WEEKDAYS,
)
from prongsai.ui.tables import Column, Table
from prongsai.ui.tables import Row as TableRow
from prongsai.ui.tabs import Tab

OPEN_STREET_MAP = "https://www.openstreetmap.org/?mlat={0}&mlon={1}#map=16/{0}/{1}"
GOOGLE_MAPS = "https://www.google.com/maps/search/?api=1&query={0},{1}"


@dataclass(frozen=True, kw_only=True)
class Card:
    """One position with whoever sits there; ``photo`` is an address, "" for none."""

    title: str
    division: str = ""
    name: str = ""
    photo: str = ""
    alt: str = ""
    since: str = ""
    is_acting: bool = False
    phone: str = ""
    dial: str = ""
    email: str = ""


@dataclass(frozen=True, kw_only=True)
class Section:
    """One side of the office with its cards."""

    title: str
    cards: Sequence[Card]


@dataclass(frozen=True, kw_only=True)
class Way:
    """One channel as it is shown; ``href`` may be empty."""

    kind: str
    label: str
    value: str
    href: str
    is_two_way: bool


def tabs(current: str) -> list[Tab]:
    """Return the pages of the directory beside each other."""
    pages = {
        "people": _("Executives"),
        "structure": _("Structure"),
        "powers": _("Duties and powers"),
        "duties": _("Who does what"),
        "contact": _("Contact"),
        "on": _("Who was in office"),
    }
    return [
        Tab(
            label=label,
            href=reverse(f"directory_public:{name}"),
            current=name == current,
        )
        for name, label in pages.items()
    ]


def sections(snapshot: Snapshot, on: date) -> list[Section]:
    """Return the executives of both sides as cards."""
    return [
        Section(
            title=said(words),
            cards=[
                card
                for place in snapshot.reading.executives(branch, on)
                for card in _cards(snapshot, place)
            ],
        )
        for branch, words in BRANCHES.items()
    ]


def _cards(snapshot: Snapshot, place: Place) -> Iterator[Card]:
    seat = place.seat
    division = said(seat["division"]) if seat["division"] else ""
    if not place.sitting:
        yield Card(title=said(seat["title"]), division=division)
    for one in place.sitting:
        yield _card(snapshot, one, division)


def _card(snapshot: Snapshot, one: Sitting, division: str) -> Card:
    person = one.person
    return Card(
        title=said(one.seat["title"]),
        division=division,
        name=said(person["name"]),
        photo=photo_url(snapshot, person),
        alt=said(person["photo_alt"]) or said(person["name"]),
        since=day(one.starts_on),
        is_acting=one.is_acting,
        phone=person["phone"],
        dial=dial(person["phone"]),
        email=person["email"],
    )


def divisions(reading: Reading) -> list[dict[str, object]]:
    """Return the divisions in their order with their depth, for nested lists."""
    return [
        {"depth": depth, "name": said(row["name"]), "phone": row["phone"]}
        for depth, row in reading.division_tree()
    ]


def photo_url(snapshot: Snapshot, person: Row) -> str:
    """Return where the photo of a person is, as it was frozen; nothing for none."""
    if not person["photo"]:
        return ""
    return f"{snapshot.version.get_absolute_url()}files/{person['photo']}"


def dial(phone: str) -> str:
    """Return what a telephone dials: the digits of the first number.

    >>> dial("0 0000 0000 ต่อ 11")
    '000000000'
    """
    digits = ""
    for letter in phone:
        if letter.isascii() and (letter.isdigit() or letter == "+"):
            digits += letter
        elif digits and letter not in " -.":
            break
    return digits


def in_office(snapshot: Snapshot, on: date) -> list[Table]:
    """Return who was in office on a day, a table for each side."""
    columns = [
        Column("position", _("Position")),
        Column("name", _("Name")),
        Column("from", _("From")),
        Column("to", _("To")),
        Column("basis", _("Order or announcement")),
    ]
    return [
        Table(
            said(words),
            columns=columns,
            rows=[
                TableRow(cells=_held(one))
                for one in snapshot.reading.in_office(branch, on)
            ],
            empty=_("Nobody is recorded for this day."),
        )
        for branch, words in BRANCHES.items()
    ]


def _held(one: Sitting) -> list[str]:
    title = said(one.seat["title"])
    if one.is_acting:
        title = _("%(title)s (acting)") % {"title": title}
    until = day(one.ends_on) or _("in office still")
    return [title, said(one.person["name"]), day(one.starts_on), until, one.basis]


def found_duties(content: Mapping[str, Any], words: str) -> list[Row]:
    """Return the duties that hold every word asked for, however it is typed."""
    asked = [fold(word) for word in words.split()]
    return [
        row for row in content["duties"] if all(word in _hay(row) for word in asked)
    ]


def _hay(row: Row) -> str:
    parts = [
        *row["title"].values(),
        *row["text"].values(),
        row["keywords"],
        *(row["division"] or {}).values(),
        *(row["seat"] or {}).values(),
    ]
    return fold(" ".join(parts))


def duty_lines(rows: Sequence[Row]) -> list[dict[str, str]]:
    """Return duties in the language of the reader."""
    return [
        {
            "title": said(row["title"]),
            "text": said(row["text"]),
            "division": said(row["division"]) if row["division"] else "",
            "seat": said(row["seat"]) if row["seat"] else "",
            "phone": row["phone"],
            "dial": dial(row["phone"]),
        }
        for row in rows
    ]


def powers(content: Mapping[str, Any]) -> dict[str, object] | None:
    """Return the duties and powers as clean markup and the laws as lines."""
    row = content["powers"]
    if row is None:
        return None
    return {"html": prose.clean(said(row["html"])), "law": row["law"]}


def office_facts(content: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return how the office is reached, as labels and values."""
    office = content["office"]
    return [
        (_("Address"), said(office["address"])),
        (_("Telephone"), office["phones"]),
        (_("E-mail"), office["email"]),
    ]


def hours(content: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return when the doors are open, day by day."""
    return [
        (said(WEEKDAYS[row["weekday"]]), " ".join(filter(None, _open(row))))
        for row in content["hours"]
    ]


def _open(row: Row) -> tuple[str, str]:
    return f"{row['opens']}–{row['closes']}", said(row["note"])


def ways(content: Mapping[str, Any]) -> list[Way]:
    """Return the channels by which the office is reached."""
    return [
        Way(
            kind=said(CHANNELS[row["kind"]]),
            label=said(row["label"]),
            value=row["value"],
            href=_href(row),
            is_two_way=row["is_two_way"],
        )
        for row in content["channels"]
    ]


def _href(row: Row) -> str:
    if row["url"].startswith(("https://", "http://")):
        return str(row["url"])
    if row["kind"] == "email":
        return f"mailto:{row['value']}"
    number = dial(row["value"]) if row["kind"] == "phone" else ""
    return f"tel:{number}" if number else ""


def maps(content: Mapping[str, Any]) -> dict[str, str] | None:
    """Return the coordinates, and where maps of others show them."""
    place = content["office"]["latitude"], content["office"]["longitude"]
    if not all(place):
        return None
    return {
        "place": ", ".join(place),
        "open_street_map": OPEN_STREET_MAP.format(*place),
        "google_maps": GOOGLE_MAPS.format(*place),
    }
