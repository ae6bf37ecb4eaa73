"""What the published directory has for the items on structure, executives and contact.

Only what stands in the newest public version counts, whatever the drafts say.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from prongsai.foundations.publications.supplying import (
    Asked,
    Page,
    Said,
    Supplied,
    Supply,
)
from prongsai.registers.directory.models import ONLINE, Branch
from prongsai.registers.directory.queries import channels
from prongsai.registers.directory.queries.public import ADDRESS, Snapshot, snapshot
from prongsai.registers.directory.queries.reading import Place, Row
from prongsai.registers.directory.queries.wording import BRANCHES

STRUCTURE = "organisation.structure"
STRUCTURE_KEYS = frozenset(
    {
        f"{STRUCTURE}.chart", f"{STRUCTURE}.positions", f"{STRUCTURE}.divisions",
        f"{STRUCTURE}.both_branches", "organisation.powers",
    }
)  # fmt: skip
EXECUTIVE_KEYS = frozenset(
    f"executives.{part}"
    for part in ("name", "position", "photo", "contact", "both_branches")
)
CONTACT_KEYS = frozenset(
    f"contact.{part}"
    for part in ("address", "telephone", "email", "map", "inquiry_channel")
)

_UNPUBLISHED = Said(
    th="ยังไม่ได้เผยแพร่ทำเนียบหน่วยงาน", en="The directory is not published yet."
)
_PHOTO = "photo"
Missing = dict[str, Said]


def structure(asked: Asked) -> Supplied:
    """Chart, positions, divisions and powers."""
    found = snapshot()
    if found is None:
        return _nothing(STRUCTURE_KEYS)
    seats = found.reading.standing(asked.on)
    content = found.reading.content
    missing: Missing = {}
    if not seats:
        said = Said(th="ทำเนียบที่เผยแพร่ไม่มีตำแหน่ง", en="No position is published.")
        missing |= {f"{STRUCTURE}.chart": said, f"{STRUCTURE}.positions": said}
    if not content["divisions"]:
        missing[f"{STRUCTURE}.divisions"] = Said(
            th="ทำเนียบที่เผยแพร่ไม่มีส่วนราชการ", en="No division is published."
        )
    if absent := _absent({seat["branch"] for seat in seats}):
        missing[f"{STRUCTURE}.both_branches"] = Said(
            th=f"โครงสร้างที่เผยแพร่ขาด{absent['th']}",
            en=f"The published structure lacks the {absent['en'].lower()}.",
        )
    if content["powers"] is None:
        missing["organisation.powers"] = Said(
            th="ยังไม่ได้เขียนหน้าที่และอำนาจ", en="Duties and powers are not written yet."
        )
    return _supplied(
        found,
        STRUCTURE_KEYS,
        missing,
        tables=("structure", "divisions"),
        html=_powers(content),
        pages=(_CHART, _POWERS),
    )


def executives(asked: Asked) -> Supplied:
    """Names, positions, photos, contact of the executives of both sides."""
    found = snapshot()
    if found is None:
        return _nothing(EXECUTIVE_KEYS)
    places = [
        place
        for branch in BRANCHES
        for place in found.reading.executives(branch, asked.on)
    ]
    held = [place for place in places if place.sitting]
    missing: Missing = {}
    if not held:
        said = Said(th="ไม่มีผู้บริหารในทำเนียบที่เผยแพร่", en="No executive is published.")
        missing = dict.fromkeys(EXECUTIVE_KEYS, said)
    else:
        missing |= _lacking(held)
    if absent := _absent({place.seat["branch"] for place in held}):
        missing["executives.both_branches"] = Said(
            th=f"ผู้บริหารที่เผยแพร่ขาด{absent['th']}",
            en=f"The published executives lack the {absent['en'].lower()}.",
        )
    return _supplied(
        found, EXECUTIVE_KEYS, missing, tables=("executives",), pages=(_FACES,)
    )


def _lacking(held: list[Place]) -> Missing:
    missing: Missing = {}
    without_photo = _titles(held, lambda person: bool(person["photo"]))
    if without_photo:
        missing["executives.photo"] = Said(
            th=f"ขาดรูปถ่ายผู้บริหาร {len(without_photo)} ตำแหน่ง: "
            + ", ".join(title["th"] for title in without_photo),
            en=f"Photos missing of executives ({len(without_photo)}): "
            + ", ".join(title["en"] for title in without_photo),
        )
    without_contact = _titles(held, lambda p: bool(p["phone"] or p["email"]))
    if without_contact:
        missing["executives.contact"] = Said(
            th=f"ขาดช่องทางติดต่อผู้บริหาร {len(without_contact)} ตำแหน่ง: "
            + ", ".join(title["th"] for title in without_contact),
            en=f"Contact missing of executives ({len(without_contact)}): "
            + ", ".join(title["en"] for title in without_contact),
        )
    return missing


def contact(asked: Asked) -> Supplied:  # noqa: ARG001  # every supply is asked alike
    """Address, telephone, e-mail, map, and a channel that answers."""
    found = snapshot()
    if found is None:
        return _nothing(CONTACT_KEYS)
    content = found.reading.content
    office = content["office"]
    has = {
        "contact.address": bool(office["address"]["th"]),
        "contact.telephone": bool(office["phones"]) or _has(content, "phone"),
        "contact.email": bool(office["email"]) or _has(content, "email"),
        "contact.map": bool(office["latitude"] and office["longitude"]),
        "contact.inquiry_channel": any(
            row["is_two_way"] and row["kind"] in ONLINE for row in content["channels"]
        ),
    }
    missing = {key: _LACKING[key] for key, there in has.items() if not there}
    tables = ("contact", "hours", "channels")
    return _supplied(found, CONTACT_KEYS, missing, tables=tables, pages=(_MAP,))


_LACKING: Mapping[str, Said] = {
    "contact.address": Said(
        th="ยังไม่ได้เผยแพร่ที่อยู่หน่วยงาน", en="The address is not published."
    ),
    "contact.telephone": Said(
        th="ยังไม่ได้เผยแพร่หมายเลขโทรศัพท์", en="The telephone number is not published."
    ),
    "contact.email": Said(
        th="ยังไม่ได้เผยแพร่ไปรษณีย์อิเล็กทรอนิกส์", en="The e-mail is not published."
    ),
    "contact.map": Said(
        th="ยังไม่ได้เผยแพร่พิกัดที่ตั้ง จึงไม่มีแผนที่",
        en="The coordinates are not published, so there is no map.",
    ),
    "contact.inquiry_channel": Said(
        th="ยังไม่มีช่องทางถาม-ตอบสองทางบนเว็บไซต์ที่เผยแพร่",
        en="No two-way channel on the web is published.",
    ),
}


def _has(content: Mapping[str, Any], kind: str) -> bool:
    return any(row["kind"] == kind for row in content["channels"])


def _titles(
    held: list[Place], is_there: Callable[[Row], bool]
) -> list[Mapping[str, str]]:
    return [
        place.seat["title"]
        for place in held
        if not all(is_there(one.person) for one in place.sitting)
    ]


def _absent(branches: Iterable[object]) -> Mapping[str, str] | None:
    """Return the name of the side that is not there; nothing when both are."""
    known = set(branches)
    return next((BRANCHES[one] for one in Branch.values if one not in known), None)


def _powers(content: Mapping[str, Any]) -> Said | None:
    row = content["powers"]
    return row and Said(th=row["html"]["th"], en=row["html"]["en"])


def _page(path: str, th: str, en: str) -> Page:
    return Page(path=path, title=Said(th=th, en=en))


_CHART = _page("/people/structure/", "แผนผังโครงสร้าง", "Structure chart")
_POWERS = _page("/people/powers/", "หน้าที่และอำนาจ", "Duties and powers")
_FACES = _page("/people/", "ผู้บริหารพร้อมรูปถ่าย", "Executives with their photos")
_MAP = _page("/people/contact/", "แผนที่และช่องทางติดต่อ", "Map and ways to reach us")


def _nothing(keys: frozenset[str]) -> Supplied:
    return Supplied(missing=dict.fromkeys(keys, _UNPUBLISHED))


def _supplied(
    found: Snapshot,
    keys: frozenset[str],
    missing: Missing,
    *,
    tables: tuple[str, ...],
    html: Said | None = None,
    pages: tuple[Page, ...] = (),
) -> Supplied:
    rows: list[Row] = [
        _with_photos(found, table)
        for table in found.reading.content["tables"]
        if table["key"] in tables
    ]
    return Supplied(
        present=keys - missing.keys(),
        missing=missing,
        html=html,
        pages=pages,
        tables=rows,
        address=ADDRESS,
    )


def _with_photos(found: Snapshot, table: Row) -> Row:
    """Return a table that says where the photos are, not only what they are called."""
    keys = [column["key"] for column in table["columns"]]
    if _PHOTO not in keys:
        return table
    n = keys.index(_PHOTO)
    labels = {"label_th": "รูปถ่าย", "label_en": "Photo"}
    columns = [{**c, **labels} if c["key"] == _PHOTO else c for c in table["columns"]]
    photos = {person["photo"] for person in found.reading.people.values()} - {""}
    files = f"{found.version.get_absolute_url()}files/"
    rows = [
        [*row[:n], f"{files}{row[n]}" if row[n] in photos else row[n], *row[n + 1 :]]
        for row in table["rows"]
    ]
    return {**table, "columns": columns, "rows": rows}


SUPPLIES = [
    Supply(
        key="directory.structure",
        label=_("Structure, duties and powers from the directory"),
        keys=STRUCTURE_KEYS,
        run=structure,
    ),
    Supply(
        key="directory.executives",
        label=_("Executives from the directory"),
        keys=EXECUTIVE_KEYS,
        run=executives,
    ),
    Supply(
        key="directory.contact",
        label=_("Contact from the directory"),
        keys=CONTACT_KEYS,
        run=contact,
    ),
]

CONTACTS = channels.official
"""Numbers that are the office's own: the self-check of disclosure does not mind them."""
