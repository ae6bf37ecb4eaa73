"""Makes the invented directory: positions, people, terms with history; published twice."""

import io
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from importlib.resources import files
from random import Random
from typing import Any

from django.core.files.base import File

from prongsai.foundations.accounts.demonstration import Cast, Progress, hour_of
from prongsai.foundations.accounts.models import User
from prongsai.foundations.files.actions import receive
from prongsai.foundations.files.rules import FileRules
from prongsai.registers.directory.actions import (
    entries,
    people,
    portraits,
    publishing,
    seats,
    terms,
    texts,
)
from prongsai.registers.directory.demo.faces import portrait
from prongsai.registers.directory.models import (
    POLITICAL,
    Branch,
    Channel,
    Duty,
    Landmark,
    Officeholder,
    Road,
    Seat,
    SeatKind,
)

ENTERED = date(2026, 2, 9)
PUBLISHED = date(2026, 2, 16)
CHANGED = date(2026, 7, 6)
"""9 and 16 February and 6 July 2569; earlier when today is."""

BEFORE = date(2020, 12, 1)
LEFT = date(2024, 11, 30)
ELECTED = date(2025, 1, 12)
APPOINTED = date(2021, 10, 1)
"""The former council left at the end of November 2567; the new one came in January 2568."""

NOTE_TH = "เพิ่มเวลาทำการวันเสาร์สำหรับชำระภาษี และคำค้นหาของงานเก็บขยะ"
NOTE_EN = "Saturday hours for paying taxes; more search words for rubbish."


@dataclass(kw_only=True)
class Stage:
    """What every part of the story needs."""

    cast: Cast
    plan: Mapping[str, Any]
    by: User
    today: date
    seats: dict[str, Seat] = field(default_factory=dict)
    known: dict[str, Officeholder] = field(default_factory=dict)
    faces: int = 0

    def at(self, day: date, hour: int = 10) -> datetime:
        """Return an hour of a day, or of today when that day is still to come."""
        return hour_of(min(day, self.today), hour)


def make(
    cast: Cast,
    *,
    today: date,
    random: Random,  # noqa: ARG001  # every register is asked in the same way
    progress: Progress | None = None,
) -> None:
    """Make the directory in the current office's name; the same each time."""
    tell = progress or (lambda _what, _done, _of: None)
    text = files(__package__).joinpath("plan.toml").read_text("utf-8")
    plan = tomllib.loads(text)
    stage = Stage(cast=cast, plan=plan, by=cast.people["analyst"], today=today)
    rows = plan["seat"]
    for n, row in enumerate(rows, 1):
        _seat(stage, row)
        tell("directory", n, len(rows))
    for row in rows:
        _stand_in(stage, row)
    _contact(stage)
    _powers(stage)
    at = stage.at(PUBLISHED, 11)
    publishing.publish(note_th="", note_en="", by=stage.by, at=at)
    _change(stage)


def _seat(stage: Stage, row: Mapping[str, Any]) -> None:
    kind = SeatKind(row["kind"])
    draft = seats.SeatDraft(
        branch=Branch.POLITICAL if kind in POLITICAL else Branch.PERMANENT,
        kind=kind,
        title_th=row["title_th"],
        title_en=row["title_en"],
        division=stage.cast.divisions.get(row.get("division", "")),
        reports_to=stage.seats.get(row.get("under", "")),
        is_executive=row.get("executive", True),
    )
    at = stage.at(ENTERED)
    seat = seats.add(draft, by=stage.by, at=at)
    stage.seats[row["key"]] = seat
    holder = _holder(stage, row)
    is_political = draft.branch == Branch.POLITICAL
    if "was" in row:
        former = _person(stage, row["was"], with_contact=False)
        _hold(stage, seat, former, starts_on=BEFORE, ends_on=LEFT)
    if holder is not None:
        begins = ELECTED if is_political else APPOINTED
        _hold(stage, seat, holder, starts_on=begins)
        if draft.is_executive:
            _photograph(stage, holder, seat)


def _holder(stage: Stage, row: Mapping[str, Any]) -> Officeholder | None:
    if "person" in row:
        return _person(stage, row["person"])
    if "user" not in row:
        return None
    user = stage.cast.people[row["user"]]
    draft = people.PersonDraft(
        prefix=user.prefix,
        first_name=user.first_name,
        last_name=user.last_name,
        name_en=row["name_en"],
        user=user,
        phone=_extension(len(stage.known) + 1),
        email=user.email,
    )
    found = people.add(draft, by=stage.by, at=stage.at(ENTERED))
    stage.known[row["key"]] = found
    return found


def _person(
    stage: Stage, words: tuple[str, str, str, str], *, with_contact: bool = True
) -> Officeholder:
    prefix, first, last, english = words
    number = len(stage.known) + 1
    draft = people.PersonDraft(
        prefix=prefix,
        first_name=first,
        last_name=last,
        name_en=english,
        phone=_extension(number) if with_contact else "",
        email=f"office{number}@demo.invalid" if with_contact else "",
    )
    found = people.add(draft, by=stage.by, at=stage.at(ENTERED))
    stage.known[f"{first} {last}"] = found
    return found


def _extension(number: int) -> str:
    return f"0 0000 0000 ต่อ {100 + number}"


def _hold(
    stage: Stage,
    seat: Seat,
    holder: Officeholder,
    *,
    starts_on: date,
    ends_on: date | None = None,
    is_acting: bool = False,
) -> None:
    paper = "คำสั่ง" if seat.branch == Branch.PERMANENT else "ประกาศผลการเลือกตั้งหรือแต่งตั้ง"
    draft = terms.TermDraft(
        holder=holder,
        starts_on=starts_on,
        ends_on=ends_on,
        is_acting=is_acting,
        basis=f"{paper} (สมมติ) ที่ {seat.order}/{starts_on.year + 543}",
    )
    terms.begin(seat, draft, by=stage.by, at=stage.at(ENTERED))


def _photograph(stage: Stage, holder: Officeholder, seat: Seat) -> None:
    stage.faces += 1
    at = stage.at(ENTERED)
    face = portrait(stage.faces, long_hair=holder.prefix != "นาย")
    upload = File(io.BytesIO(face), name=f"portrait-{stage.faces}.jpg")
    kept = receive(upload, rules=FileRules(types=("image",)), by=stage.by, at=at)
    portraits.put(
        holder,
        kept,
        alt_th=f"ภาพวาดครึ่งตัวของ{seat.title_th} (บุคคลสมมติ)",
        alt_en=f"Drawn portrait of the {seat.title_en} (invented person)",
        by=stage.by,
        at=at,
    )


def _stand_in(stage: Stage, row: Mapping[str, Any]) -> None:
    """Let somebody act in a position that nobody holds."""
    if "acting" in row:
        seat, holder = stage.seats[row["key"]], stage.known[row["acting"]]
        _hold(stage, seat, holder, starts_on=ELECTED, is_acting=True)


def _contact(stage: Stage) -> None:
    by, at, plan = stage.by, stage.at(ENTERED), stage.plan
    for order, row in enumerate(plan["duty"], 1):
        division = stage.cast.divisions[row["division"]]
        values = dict(row) | {"division": division, "order": order}
        entries.add(Duty, values, by=by, at=at)
    for order, row in enumerate(plan["channel"], 1):
        values = dict(row) | {"order": order}
        values["is_two_way"] = values.pop("two_way", False)
        entries.add(Channel, values, by=by, at=at)
    for kind, name in ((Landmark, "landmark"), (Road, "road")):
        for order, row in enumerate(plan[name], 1):
            entries.add(kind, dict(row) | {"order": order}, by=by, at=at)
    texts.set_hours(_week(), by=by, at=at)


def _week() -> list[texts.Opening]:
    return [
        texts.Opening(weekday=day, opens=time(8, 30), closes=time(16, 30))
        for day in range(5)
    ]


def _powers(stage: Stage) -> None:
    said = stage.plan["powers"]
    texts.write_powers(
        text_th=said["th"],
        text_en=said["en"],
        law=said["law"].strip(),
        version=0,
        by=stage.by,
        at=stage.at(ENTERED),
    )


def _change(stage: Stage) -> None:
    """Publish once more, with what changed since."""
    at = stage.at(CHANGED, 13)
    saturday = texts.Opening(
        weekday=5,
        opens=time(9, 0),
        closes=time(12, 0),
        note_th="เฉพาะการชำระภาษี เดือนมกราคมถึงเมษายน",
        note_en="Taxes only, January to April",
    )
    texts.set_hours([*_week(), saturday], by=stage.by, at=at)
    duty = Duty.objects.get(
        organisation=stage.cast.office, title_th=stage.plan["duty"][6]["title_th"]
    )
    words = f"{duty.keywords}, ทิ้งขยะชิ้นใหญ่"
    entries.edit(duty, {"keywords": words}, version=duty.version, by=stage.by, at=at)
    publishing.publish(
        note_th=NOTE_TH,
        note_en=NOTE_EN,
        by=stage.cast.people["clerk"],
        at=at + timedelta(hours=1),
    )
