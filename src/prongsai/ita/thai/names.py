"""Names of offices and of their seats: what belongs to a name and where it ends.

Kinds of local government: Determining Plans and Process of Decentralization Act
B.E. 2542 (1999) and the acts of each kind; abbreviations are everyday usage.
"""

import re
from dataclasses import dataclass

from prongsai.ita.thai.text import clean, join_thai

OFFICE_TYPES = {
    "องค์การบริหารส่วนตำบล": ("องค์การบริหารส่วนตำบล", "อบต."),
    "องค์การบริหารส่วนจังหวัด": ("องค์การบริหารส่วนจังหวัด", "อบจ."),
    "เทศบาลนคร": ("เทศบาลนคร", "ทน."),
    "เทศบาลเมือง": ("เทศบาลเมือง", "ทม."),
    "เทศบาลตำบล": ("เทศบาลตำบล", "ทต."),
}
"""Each kind of office spelled out, with the ways it is written."""

_WRITTEN = {way: kind for kind, ways in OFFICE_TYPES.items() for way in ways}
_LETTERS = "\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e4e"
_KIND = "|".join(
    r"\s?".join(map(re.escape, way))
    if way.endswith(".")
    else re.escape(way).replace("ส่วน", r"\s?ส่วน\s?")
    for way in _WRITTEN
)
_OFFICE = re.compile(rf"(?P<kind>{_KIND})\s?(?P<name>[{_LETTERS}]+)")
_DISTRICT = re.compile(
    rf"(?:อำเภอ|(?<![{_LETTERS}])อ\.)\s?(?P<district>[{_LETTERS}]+)"
    rf"\s*(?:จังหวัด|(?<![{_LETTERS}])จ\.)\s?(?P<province>[{_LETTERS}]+)"
)


@dataclass(frozen=True, kw_only=True)
class Office:
    """An office as a text names it: kind spelled out, name without its kind."""

    kind: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Seat:
    """Where an office sits."""

    district: str
    province: str


def find_offices(text: str) -> list[Office]:
    """Every office a text names, in order; a name ends at the next space.

    >>> find_offices("องค์การบริหารส่วนตำบลทดสอบดี อำเภอตัวอย่าง")
    [Office(kind='องค์การบริหารส่วนตำบล', name='ทดสอบดี')]
    """
    return [
        Office(kind=_kind(found["kind"]), name=found["name"])
        for found in _OFFICE.finditer(clean(text))
    ]


def find_seat(text: str) -> Seat | None:
    """The first district and province a text names together.

    >>> find_seat("อำเภอ ตัวอย่าง จังหวัดสมมติ")
    Seat(district='ตัวอย่าง', province='สมมติ')
    """
    found = _DISTRICT.search(clean(text))
    return (
        Seat(district=found["district"], province=found["province"]) if found else None
    )


def _kind(written: str) -> str:
    return _WRITTEN[join_thai(written).replace(" ", "")]
