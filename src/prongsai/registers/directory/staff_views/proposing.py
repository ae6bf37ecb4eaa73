"""Positions an office of its type usually has, proposed with the titles of the law."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.urls import reverse

from prongsai.foundations.organisations.models import (
    Division,
    OfficeType,
    Organisation,
)
from prongsai.foundations.organisations.queries import divisions
from prongsai.foundations.organisations.titles import Term, titles_of
from prongsai.registers.directory.models import (
    POLITICAL,
    Branch,
    Seat,
    SeatKind,
)
from prongsai.ui.writing import in_english

_HEAD_TH, _HEAD_EN = "ผู้อำนวยการ", "Director, "


def initial(office: Organisation, kind: str, division: str) -> dict[str, object]:
    """Return what is proposed for a new position of a kind, in the words of the office."""
    if kind not in SeatKind.values:
        return {}
    side = Branch.POLITICAL if kind in POLITICAL else Branch.PERMANENT
    found: dict[str, object] = {"kind": kind, "branch": side}
    if kind == SeatKind.HEAD and division.isascii() and division.isdigit():
        place = divisions().filter(pk=int(division[:9])).first()
        if place is not None:
            thai, english = _head_of(place, office)
            titles = {"title_th": thai, "title_en": english, "division": place.pk}
            return found | titles | {"is_executive": True}
    term = _known(office).get(SeatKind(kind))
    if term is not None:
        found |= {"title_th": term.th, "title_en": term.en, "is_executive": True}
    return found


def proposals(office: Organisation, seats: list[Seat]) -> list[tuple[str, str]]:
    """Return the usual positions that are not entered yet: title, and where to."""
    return list(_proposals(office, seats))


def _proposals(office: Organisation, seats: list[Seat]) -> Iterator[tuple[str, str]]:
    kinds = {seat.kind for seat in seats}
    for kind, term in _known(office).items():
        if kind not in kinds:
            yield term.en if in_english() else term.th, _href(kind=kind)
    headed = {seat.division_id for seat in seats if seat.kind == SeatKind.HEAD}
    for place in divisions():
        if place.is_active and place.parent_id is None and place.pk not in headed:
            titles = _head_of(place, office)
            href = _href(kind=SeatKind.HEAD, division=str(place.pk))
            yield titles[1] if in_english() else titles[0], href


def _href(**asked: str) -> str:
    return f"{reverse('directory:seat_new')}?{urlencode(asked)}"


def _known(office: Organisation) -> dict[SeatKind, Term]:
    titles = titles_of(OfficeType(office.type))
    return {
        SeatKind.MAYOR: titles.head,
        SeatKind.DEPUTY_MAYOR: titles.deputy_head,
        SeatKind.CLERK: titles.clerk,
    }


def _head_of(place: Division, office: Organisation) -> tuple[str, str]:
    """Return the title of the head of a division, usual or made of its name."""
    usual = titles_of(OfficeType(office.type)).divisions
    for one in usual:
        if place.name_th == one.name.th:
            return one.head.th, one.head.en
    return f"{_HEAD_TH}{place.name_th}", f"{_HEAD_EN}{place.name_en}"
