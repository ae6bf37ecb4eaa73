"""The directory as tables, for the data files and for readers who like tables."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from prongsai.registers.directory.queries.reading import Place, Reading, Sitting
from prongsai.registers.directory.queries.wording import (
    ACTING,
    BRANCHES,
    CHANNELS,
    NO,
    VACANT,
    WEEKDAYS,
    YES,
    Both,
)

Content = Mapping[str, Any]
Cell = str | Both

_COLUMNS: Mapping[str, Both] = {
    "side": {"th": "ฝ่าย", "en": "Side"},
    "position": {"th": "ตำแหน่ง", "en": "Position"},
    "division": {"th": "ส่วนราชการ", "en": "Division"},
    "reports_to": {"th": "ขึ้นตรงต่อ", "en": "Reports to"},
    "name": {"th": "ชื่อ–นามสกุล", "en": "Name"},
    "standing": {"th": "การดำรงตำแหน่ง", "en": "Standing"},
    "from": {"th": "ตั้งแต่วันที่", "en": "From"},
    "to": {"th": "ถึงวันที่", "en": "To"},
    "phone": {"th": "โทรศัพท์", "en": "Telephone"},
    "email": {"th": "ไปรษณีย์อิเล็กทรอนิกส์", "en": "E-mail"},
    "photo": {"th": "ไฟล์รูปถ่าย", "en": "Photo file"},
    "basis": {"th": "คำสั่งหรือประกาศ", "en": "Order or announcement"},
    "part_of": {"th": "สังกัด", "en": "Part of"},
    "duty": {"th": "งาน", "en": "Duty"},
    "text": {"th": "รายละเอียด", "en": "What is done"},
    "item": {"th": "รายการ", "en": "Item"},
    "value": {"th": "ข้อมูล", "en": "Value"},
    "day": {"th": "วัน", "en": "Day"},
    "opens": {"th": "เปิด", "en": "Opens"},
    "closes": {"th": "ปิด", "en": "Closes"},
    "note": {"th": "หมายเหตุ", "en": "Note"},
    "kind": {"th": "ประเภท", "en": "Kind"},
    "link": {"th": "ลิงก์", "en": "Link"},
    "two_way": {"th": "ถาม-ตอบสองทาง", "en": "Two-way"},
}

_TITLES: Mapping[str, Both] = {
    "structure": {"th": "โครงสร้างและตำแหน่ง", "en": "Structure and positions"},
    "executives": {"th": "ผู้บริหาร", "en": "Executives"},
    "terms": {"th": "วาระการดำรงตำแหน่ง", "en": "Terms of office"},
    "divisions": {"th": "การแบ่งส่วนราชการ", "en": "Divisions"},
    "duties": {"th": "หน้าที่และผู้รับผิดชอบ", "en": "Duties"},
    "contact": {"th": "ข้อมูลการติดต่อ", "en": "Contact"},
    "hours": {"th": "เวลาทำการ", "en": "Office hours"},
    "channels": {"th": "ช่องทางการติดต่อ", "en": "Channels"},
}


def tables_of(content: Content, *, on: date) -> list[dict[str, object]]:
    """Return every table of the directory, as of a day."""
    reading = Reading(content)
    return [
        _structure(reading, on),
        _executives(reading, on),
        _terms(reading),
        _divisions(reading),
        _duties(content),
        _contact(content),
        _hours(content),
        _channels(content),
    ]


def _table(
    key: str, columns: Sequence[str], rows: Sequence[Sequence[Cell]]
) -> dict[str, object]:
    title = _TITLES[key]
    return {
        "key": key,
        "title_th": title["th"],
        "title_en": title["en"],
        "columns": [
            {
                "key": name,
                "label_th": _COLUMNS[name]["th"],
                "label_en": _COLUMNS[name]["en"],
            }
            for name in columns
        ],
        "rows": [[_said(cell) for cell in row] for row in rows],
    }


def _said(cell: Cell) -> Cell:
    """Say openly that there is nothing: an empty cell looks forgotten."""
    return cell or "-"


def _structure(reading: Reading, on: date) -> dict[str, object]:
    rows = [
        [
            BRANCHES[seat["branch"]],
            seat["title"],
            seat["division"] or "",
            reading.seats[seat["reports_to"]]["title"] if seat["reports_to"] else "",
        ]
        for seat in reading.standing(on)
    ]
    return _table("structure", ("side", "position", "division", "reports_to"), rows)


def _executives(reading: Reading, on: date) -> dict[str, object]:
    columns = (
        "side", "position", "name", "standing", "from", "to", "phone", "email", "photo",
    )  # fmt: skip
    rows = [
        [BRANCHES[branch], place.seat["title"], *cells]
        for branch in BRANCHES
        for place in reading.executives(branch, on)
        for cells in _people_cells(place)
    ]
    return _table("executives", columns, rows)


def _people_cells(place: Place) -> list[list[Cell]]:
    if not place.sitting:
        return [[VACANT, "", "", "", "", "", ""]]
    return [_person_cells(one) for one in place.sitting]


def _person_cells(one: Sitting) -> list[Cell]:
    person = one.person
    return [
        person["name"],
        ACTING if one.is_acting else "",
        one.starts_on,
        one.ends_on,
        person["phone"],
        person["email"],
        person["photo"],
    ]


def _terms(reading: Reading) -> dict[str, object]:
    columns = ("position", "name", "standing", "from", "to", "basis")
    rows = [
        [
            reading.seats[term["seat"]]["title"],
            reading.people[term["person"]]["name"],
            ACTING if term["is_acting"] else "",
            term["starts_on"],
            term["ends_on"],
            term["basis"],
        ]
        for term in reading.content["terms"]
    ]
    return _table("terms", columns, rows)


def _divisions(reading: Reading) -> dict[str, object]:
    names = {row["key"]: row["name"] for row in reading.content["divisions"]}
    rows = [
        [row["name"], names.get(row["under"], ""), row["phone"]]
        for _depth, row in reading.division_tree()
    ]
    return _table("divisions", ("division", "part_of", "phone"), rows)


def _duties(content: Content) -> dict[str, object]:
    rows = [
        [
            row["title"],
            row["text"] if row["text"]["th"] else "",
            row["division"] or "",
            row["seat"] or "",
            row["phone"],
        ]
        for row in content["duties"]
    ]
    columns = ("duty", "text", "division", "position", "phone")
    return _table("duties", columns, rows)


def _contact(content: Content) -> dict[str, object]:
    office = content["office"]
    place = [office["latitude"], office["longitude"]]
    rows: list[list[Cell]] = [
        [{"th": "ชื่อหน่วยงาน", "en": "Office"}, office["name"]],
        [
            {"th": "ที่อยู่", "en": "Address"},
            office["address"] if office["address"]["th"] else "",
        ],
        [_COLUMNS["phone"], office["phones"]],
        [_COLUMNS["email"], office["email"]],
        [
            {"th": "พิกัด (ละติจูด, ลองจิจูด)", "en": "Latitude, longitude"},
            ", ".join(place) if all(place) else "",
        ],
    ]
    return _table("contact", ("item", "value"), rows)


def _hours(content: Content) -> dict[str, object]:
    rows = [
        [
            WEEKDAYS[row["weekday"]],
            row["opens"],
            row["closes"],
            row["note"] if row["note"]["th"] else "",
        ]
        for row in content["hours"]
    ]
    return _table("hours", ("day", "opens", "closes", "note"), rows)


def _channels(content: Content) -> dict[str, object]:
    rows = [
        [
            CHANNELS[row["kind"]],
            row["label"],
            row["value"],
            row["url"],
            YES if row["is_two_way"] else NO,
        ]
        for row in content["channels"]
    ]
    return _table("channels", ("kind", "item", "value", "link", "two_way"), rows)
