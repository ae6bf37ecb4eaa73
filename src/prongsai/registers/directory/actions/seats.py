"""Add, edit, move and abolish the positions of the office."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Division
from prongsai.foundations.records.versions import advance, check_version
from prongsai.registers.directory.actions import refusals
from prongsai.registers.directory.actions.asking import locked, must_write
from prongsai.registers.directory.models import (
    PERMANENT,
    POLITICAL,
    Branch,
    Seat,
    SeatKind,
)
from prongsai.registers.directory.queries import directory as queries
from prongsai.ui.writing import short_date


@dataclass(frozen=True, kw_only=True)
class SeatDraft:
    """A position as somebody wrote it down."""

    branch: Branch
    kind: SeatKind
    title_th: str
    title_en: str = ""
    division: Division | None = None
    reports_to: Seat | None = None
    is_executive: bool = False


@transaction.atomic
def add(draft: SeatDraft, *, by: User, at: datetime) -> Seat:
    """Enter a position, after those that are there."""
    must_write(by, at)
    _check_side(draft)
    seat = Seat.objects.create(
        organisation_id=tenancy.required(),
        order=queries.last_place() + 1,
        **vars(draft),
    )
    audit.record("directory.seat-added", on=seat, by=by, at=at, kind=seat.kind)
    return seat


@transaction.atomic
def edit(seat: Seat, draft: SeatDraft, *, version: int, by: User, at: datetime) -> Seat:
    """Correct a position; it keeps its place and its terms."""
    seat = _standing(seat, by=by, at=at)
    check_version(seat, version)
    _check_side(draft)
    _check_circle(seat, draft.reports_to)
    for name, value in vars(draft).items():
        setattr(seat, name, value)
    advance(seat)
    seat.save()
    audit.record("directory.seat-edited", on=seat, by=by, at=at, kind=seat.kind)
    return seat


@transaction.atomic
def move(seat: Seat, *, up: bool, by: User, at: datetime) -> Seat:
    """Change places with the position before or after it on the same side."""
    seat = _standing(seat, by=by, at=at)
    rows = list(queries.standing_seats().select_for_update(of=("self",)))
    rows = [row for row in rows if row.branch == seat.branch]
    place = rows.index(seat)
    other = place - 1 if up else place + 1
    if 0 <= other < len(rows):
        orders = sorted(row.order for row in rows)
        rows[place], rows[other] = rows[other], rows[place]
        _number(rows, orders)
        audit.record("directory.seat-moved", on=seat, by=by, at=at)
    return seat


@transaction.atomic
def abolish(seat: Seat, *, on: date, by: User, at: datetime) -> Seat:
    """End a position from a day on; who held it before stays on record."""
    seat = _standing(seat, by=by, at=at)
    held = queries.counting_terms().filter(seat=seat)
    later = held.exclude(ends_on__lt=on).count()
    if later:
        raise refusals.SeatHeld(count=later)
    seat.abolished_on, seat.abolished_at, seat.abolished_by = on, at, by
    advance(seat)
    seat.save()
    audit.record("directory.seat-abolished", on=seat, by=by, at=at)
    return seat


def _standing(seat: Seat, *, by: User, at: datetime) -> Seat:
    seat = locked(seat, by=by, at=at)
    if seat.abolished_on is not None:
        raise refusals.SeatAbolished(on=short_date(seat.abolished_on))
    return seat


def _check_side(draft: SeatDraft) -> None:
    wrong = PERMANENT if draft.branch == Branch.POLITICAL else POLITICAL
    if draft.kind in wrong:
        raise refusals.SeatOfOtherSide


def _check_circle(seat: Seat, over: Seat | None) -> None:
    """Refuse a position that would stand above itself."""
    parents = dict(queries.standing_seats().values_list("pk", "reports_to"))
    above = None if over is None else over.pk
    for _step in range(len(parents) + 1):
        if above is None:
            return
        if above == seat.pk:
            break
        above = parents.get(above)
    raise refusals.SeatInCircle


def _number(rows: list[Seat], orders: list[int]) -> None:
    """Give the rows the numbers they have among them, in their new order."""
    if len(set(orders)) < len(orders):
        orders = list(range(1, len(rows) + 1))
    for row, order in zip(rows, orders, strict=True):
        if row.order != order:
            row.order = order
            row.save(update_fields=["order"])
