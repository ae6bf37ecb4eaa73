"""Everything of the directory that is public, as plain data: what a publication freezes.

Positions, people and terms with their history, divisions, duties, powers, contact. Every
row has a ``key`` that stays, so that two versions can be compared.
"""

from datetime import date
from pathlib import PurePosixPath
from typing import Any

from prongsai.foundations.organisations.queries import current_office, divisions
from prongsai.registers.directory.models import Duty, Officeholder, Powers, Seat, Term
from prongsai.registers.directory.queries import directory as rows
from prongsai.registers.directory.queries.tables import tables_of
from prongsai.registers.directory.queries.wording import both, day_text, hour_text

Row = dict[str, Any]

ENDINGS = {"jpeg": ".jpg", "png": ".png", "webp": ".jpg"}
"""What a portrait of a format is published as."""


def content_of(on: date) -> Row:
    """Return the directory as it stands; the tables say who is in office on a day."""
    found: Row = {
        "office": _office(),
        "divisions": _divisions(),
        "seats": [_seat(seat) for seat in _seats()],
        "people": [_person(holder) for holder in _people()],
        "terms": [_term(term) for term in _terms()],
        "duties": [_duty(duty) for duty in rows.duties()],
        "powers": _powers(rows.powers()),
        **_contact(),
    }
    return found | {"tables": tables_of(found, on=on)}


def photo_name(holder: Officeholder) -> str:
    """Return the name a portrait is published under; it changes with the picture."""
    if holder.photo is None:
        return ""
    ending = ENDINGS.get(holder.photo.format, PurePosixPath(holder.photo.name).suffix)
    return f"portrait-{holder.pk}-{holder.photo.sha256[:8]}{ending}"


def _office() -> Row:
    office = current_office()
    return {
        "key": "office",
        "name": both(office.name_th, office.name_en),
        "address": both(office.address_th, office.address_en),
        "phones": office.phones,
        "email": office.email,
        "latitude": _degrees(office.latitude),
        "longitude": _degrees(office.longitude),
    }


def _degrees(number: object) -> str:
    return "" if number is None else f"{number}"


def _divisions() -> list[Row]:
    return [
        {
            "key": row.pk,
            "name": both(row.name_th, row.name_en),
            "under": row.parent_id,
            "phone": row.phone,
        }
        for row in divisions()
        if row.is_active
    ]


def _seats() -> list[Seat]:
    """Return every position, abolished ones too: people ask who held them."""
    found = Seat.objects.filter(organisation=current_office())
    return list(found.select_related("division"))


def _seat(seat: Seat) -> Row:
    division = seat.division
    return {
        "key": seat.pk,
        "branch": seat.branch,
        "kind": seat.kind,
        "title": both(seat.title_th, seat.title_en),
        "division": both(division.name_th, division.name_en) if division else None,
        "reports_to": seat.reports_to_id,
        "is_executive": seat.is_executive,
        "abolished_on": day_text(seat.abolished_on),
    }


def _terms() -> list[Term]:
    return list(rows.counting_terms().order_by("starts_on", "pk"))


def _people() -> list[Officeholder]:
    """Return everybody who holds or held a position; others are no public matter."""
    held = rows.counting_terms().values("holder")
    found = rows.holders().filter(pk__in=held)
    return list(found.select_related("photo"))


def _person(holder: Officeholder) -> Row:
    return {
        "key": holder.pk,
        "name": both(holder.name_th, holder.name_en),
        "phone": holder.phone,
        "email": holder.email,
        "photo": photo_name(holder),
        "photo_alt": both(holder.photo_alt_th, holder.photo_alt_en),
    }


def _term(term: Term) -> Row:
    return {
        "key": term.pk,
        "seat": term.seat_id,
        "person": term.holder_id,
        "starts_on": day_text(term.starts_on),
        "ends_on": day_text(term.ends_on),
        "is_acting": term.is_acting,
        "basis": term.basis,
    }


def _duty(duty: Duty) -> Row:
    division, seat = duty.division, duty.seat
    return {
        "key": duty.pk,
        "title": both(duty.title_th, duty.title_en),
        "text": both(duty.text_th, duty.text_en),
        "keywords": duty.keywords,
        "division": both(division.name_th, division.name_en) if division else None,
        "seat": both(seat.title_th, seat.title_en) if seat else None,
        "phone": duty.phone or (division.phone if division else ""),
    }


def _powers(powers: Powers | None) -> Row | None:
    if powers is None or not powers.text_th.strip():
        return None
    return {
        "key": "powers",
        "html": both(powers.text_th, powers.text_en),
        "law": [line.strip() for line in powers.law.splitlines() if line.strip()],
    }


def _contact() -> Row:
    return {
        "hours": [
            {
                "key": f"{row.weekday}-{hour_text(row.opens)}",
                "weekday": row.weekday,
                "opens": hour_text(row.opens),
                "closes": hour_text(row.closes),
                "note": both(row.note_th, row.note_en),
            }
            for row in rows.hours()
        ],
        "channels": [
            {
                "key": row.pk,
                "kind": row.kind,
                "label": both(row.label_th, row.label_en),
                "value": row.value,
                "url": row.url,
                "is_two_way": row.is_two_way,
            }
            for row in rows.channels()
        ],
        "landmarks": [
            {
                "key": row.pk,
                "name": both(row.name_th, row.name_en),
                "latitude": _degrees(row.latitude),
                "longitude": _degrees(row.longitude),
            }
            for row in rows.landmarks()
        ],
        "roads": [
            {
                "key": row.pk,
                "name": both(row.name_th, row.name_en),
                "points": row.points,
            }
            for row in rows.roads()
        ],
    }
