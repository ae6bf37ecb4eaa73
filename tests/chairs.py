"""Alice's directory: positions of both sides, people who hold them, a published version."""

import io
from datetime import date
from typing import Any

from django.core.files.base import File
from PIL import Image

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.files.actions import receive
from prongsai.foundations.files.rules import FileRules
from prongsai.registers.directory.actions import (
    entries,
    people,
    portraits,
    publishing,
    seats,
    terms,
)
from prongsai.registers.directory.models import (
    Branch,
    Channel,
    ChannelKind,
    Duty,
    SeatKind,
)
from tests.cast import NOW, make_user

BEGAN = date(2021, 12, 20)
BASIS = "ประกาศทดสอบ"


def make_keeper(office=None):
    """The analyst who keeps the directory."""
    return make_user(role=Role.ANALYST, office=office)


def make_seat(by, **fields):
    """A position; the mayor's when nothing else is said."""
    draft: dict[str, Any] = {
        "branch": Branch.POLITICAL,
        "kind": SeatKind.MAYOR,
        "title_th": "นายกสมมติ",
        "is_executive": True,
    }
    return seats.add(seats.SeatDraft(**draft | fields), by=by, at=NOW)


def make_person(by, **fields):
    """Somebody nobody is."""
    draft: dict[str, Any] = {
        "prefix": "นาย",
        "first_name": "ทดลอง",
        "last_name": "สมมติ",
    }
    return people.add(people.PersonDraft(**draft | fields), by=by, at=NOW)


def make_term(by, *, seat=None, holder=None, **fields):
    """Somebody in a position since the end of 2564."""
    draft: dict[str, Any] = {"starts_on": BEGAN, "basis": BASIS} | fields
    seat = seat or make_seat(by)
    holder = holder or make_person(by)
    return terms.begin(seat, terms.TermDraft(holder=holder, **draft), by=by, at=NOW)


def make_duty(by, **fields):
    """A piece of work of some position."""
    values = {"title_th": "ภาษีป้าย", "keywords": "ป้ายร้าน"} | fields
    if "seat" not in values and "division" not in values:
        values["seat"] = make_seat(by)
    return entries.add(Duty, values, by=by, at=NOW)


def make_channel(by, **fields):
    """A channel that answers."""
    values = {
        "kind": ChannelKind.LINE,
        "label_th": "ไลน์สมมติ",
        "value": "@sommot",
        "is_two_way": True,
    }
    return entries.add(Channel, values | fields, by=by, at=NOW)


def picture(colour="#336699", *, form="JPEG"):
    """The bytes of a small picture that says where it was taken."""
    image = Image.new("RGB", (80, 100), colour)
    exif = Image.Exif()
    exif[0x010E] = "ที่ลับ".encode().hex()
    out = io.BytesIO()
    image.save(out, form, exif=exif)
    return out.getvalue()


def put_photo(by, holder, **fields):
    """Hang a photo on somebody."""
    upload = File(io.BytesIO(picture()), name="face.jpg")
    kept = receive(upload, rules=FileRules(types=("image",)), by=by, at=NOW)
    words = {"alt_th": "ภาพหน้าตรง"} | fields
    return portraits.put(holder, kept, by=by, at=NOW, **words)


def publish(by, **fields):
    """Make the directory public."""
    words: dict[str, Any] = {
        "note_th": "ปรับปรุง",
        "note_en": "Changed",
        "at": NOW,
    } | fields
    return publishing.publish(by=by, **words)
