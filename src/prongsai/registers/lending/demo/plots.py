"""Who borrows in the invented office, for what, and how it may end."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from random import Random

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import Division
from prongsai.registers.lending.actions.loans_requesting import Borrower
from prongsai.registers.lending.models import Asset
from prongsai.registers.lending.models.loan_choices import (
    Benefit,
    BorrowerKind,
    IdKind,
)


class Plot(StrEnum):
    """How a story goes."""

    SMOOTH = "smooth"
    LATE = "late"
    LATE_UNCHASED = "late-unchased"
    KEPT = "kept"
    EXTENDED = "extended"
    EXTENSION_REFUSED = "extension-refused"
    PARTLY = "partly"
    IN_TWO_PARTS = "in-two-parts"
    DAMAGED = "damaged"
    LOST = "lost"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    EXTENSION_ASKED = "extension-asked"
    HARM_SEEN = "harm-seen"
    HARM_OPENED = "harm-opened"
    HARM_HEARD = "harm-heard"
    HARM_DECIDED = "harm-decided"


WEIGHTS = {
    Plot.SMOOTH: 56,
    Plot.LATE: 12,
    Plot.LATE_UNCHASED: 3,
    Plot.KEPT: 2,
    Plot.EXTENDED: 7,
    Plot.EXTENSION_REFUSED: 2,
    Plot.PARTLY: 6,
    Plot.IN_TWO_PARTS: 4,
    Plot.DAMAGED: 4,
    Plot.LOST: 2,
    Plot.REFUSED: 6,
    Plot.CANCELLED: 5,
}

OPEN_ENDED = (
    Plot.EXTENSION_ASKED,
    Plot.HARM_SEEN,
    Plot.HARM_OPENED,
    Plot.HARM_HEARD,
    Plot.HARM_DECIDED,
)
"""Told up to a deed that somebody has to do today; never drawn by chance."""


@dataclass(frozen=True, kw_only=True)
class Stage:
    """Everything stories are made of."""

    people: Mapping[str, User]
    divisions: Mapping[str, Division]
    assets: list[Asset]
    begin: datetime


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """What something is borrowed for, where, and whom that serves."""

    purpose: str
    place: str
    on_premises: bool
    benefit: Benefit


_INSIDE = (
    Occasion(
        purpose="จัดประชุมประชาคมแผนพัฒนาท้องถิ่น",
        place="ห้องประชุมสำนักงาน",
        on_premises=True,
        benefit=Benefit.OFFICIAL,
    ),
    Occasion(
        purpose="อบรมให้ความรู้ด้านการป้องกันการทุจริต",
        place="ห้องประชุมสำนักงาน",
        on_premises=True,
        benefit=Benefit.OFFICIAL,
    ),
    Occasion(
        purpose="ออกหน่วยให้บริการประชาชนเคลื่อนที่",
        place="ศาลาอเนกประสงค์ หมู่ที่ 3",
        on_premises=False,
        benefit=Benefit.OFFICIAL,
    ),
    Occasion(
        purpose="สำรวจและซ่อมแซมถนนสาธารณะ",
        place="ถนนสายหมู่ที่ 5",
        on_premises=False,
        benefit=Benefit.OFFICIAL,
    ),
)
_OUTSIDE = (
    Occasion(
        purpose="งานทำบุญประจำปีของหมู่บ้าน",
        place="ลานอเนกประสงค์ หมู่ที่ 2",
        on_premises=False,
        benefit=Benefit.PUBLIC,
    ),
    Occasion(
        purpose="งานฌาปนกิจศพ",
        place="ศาลาวัดตัวอย่าง",
        on_premises=False,
        benefit=Benefit.PUBLIC,
    ),
    Occasion(
        purpose="การแข่งขันกีฬาชุมชนต้านยาเสพติด",
        place="สนามกีฬาหมู่ที่ 1",
        on_premises=False,
        benefit=Benefit.PUBLIC,
    ),
    Occasion(
        purpose="ช่วยเหลือผู้ป่วยติดเตียงในชุมชน",
        place="บ้านผู้ป่วย หมู่ที่ 4",
        on_premises=False,
        benefit=Benefit.PUBLIC,
    ),
)
_NAMES = (
    "นายสมคิด นามสมมุติ",
    "นางสมนึก ทดลอง",
    "นางสาวสมฤดี ตัวอย่าง",
    "นายสมเดช จำลอง",
    "นางสมทรง สาธิต",
)
_AGENCIES = ("โรงเรียนบ้านตัวอย่าง", "โรงพยาบาลส่งเสริมสุขภาพตำบลสมมติ", "ที่ว่าการอำเภอสมมติ")
_COMMUNITIES = ("กลุ่มสตรีหมู่ที่ 2", "คณะกรรมการหมู่บ้าน หมู่ที่ 4", "ชมรมผู้สูงอายุสมมติ")
# A number with a right check digit that the registry does not give out yet.
_INVENTED_ID = "8000000000006"


def plot_of(random: Random) -> Plot:
    """Draw how a story goes."""
    return random.choices(list(WEIGHTS), weights=list(WEIGHTS.values()))[0]


def borrower_of(stage: Stage, random: Random) -> Borrower:
    """Draw who borrows: half of them work here."""
    kinds = {
        BorrowerKind.INTERNAL: 50,
        BorrowerKind.AGENCY: 14,
        BorrowerKind.COMMUNITY: 18,
        BorrowerKind.PERSON: 18,
    }
    kind = random.choices(list(kinds), weights=list(kinds.values()))[0]
    if kind == BorrowerKind.INTERNAL:
        return _insider(stage, random)
    return _outsider(kind, random)


def occasion_of(borrower: Borrower, random: Random) -> Occasion:
    """Draw what it is for."""
    inside = borrower.kind in {BorrowerKind.INTERNAL, BorrowerKind.AGENCY}
    found = random.choice(_INSIDE if inside else _OUTSIDE)
    if borrower.kind == BorrowerKind.INTERNAL:
        return found
    return Occasion(
        purpose=found.purpose,
        place=found.place,
        on_premises=False,
        benefit=found.benefit,
    )


def _insider(stage: Stage, random: Random) -> Borrower:
    homes = {"officer": "clerk", "teacher": "education", "engineer": "works"}
    name = random.choice([name for name in homes if name in stage.people])
    return Borrower(
        kind=BorrowerKind.INTERNAL,
        user=stage.people[name],
        division=stage.divisions[homes[name]],
    )


def _outsider(kind: BorrowerKind, random: Random) -> Borrower:
    belongs = {
        BorrowerKind.AGENCY: random.choice(_AGENCIES),
        BorrowerKind.COMMUNITY: random.choice(_COMMUNITIES),
    }
    shows_card = kind == BorrowerKind.PERSON and random.random() < 1 / 3
    return Borrower(
        kind=kind,
        name=random.choice(_NAMES),
        position=belongs.get(kind, ""),
        address=f"{random.randint(1, 199)} หมู่ที่ {random.randint(1, 9)} ตำบลตัวอย่างใส",
        phone=f"080-000-{random.randint(0, 9999):04d}",
        id_kind=IdKind.CITIZEN if shows_card else IdKind.NONE,
        id_number=_INVENTED_ID if shows_card else "",
    )
