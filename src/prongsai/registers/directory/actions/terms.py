"""Who holds a position: begin a term, end it, correct it with a reason, strike a mistake."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.records.versions import advance, check_version
from prongsai.registers.directory.actions import refusals
from prongsai.registers.directory.actions.asking import locked
from prongsai.registers.directory.models import (
    Officeholder,
    Seat,
    Term,
    TermCorrection,
)
from prongsai.registers.directory.queries import directory as queries
from prongsai.ui.writing import short_date


@dataclass(frozen=True, kw_only=True)
class TermDraft:
    """A term as the order or the announcement says."""

    holder: Officeholder
    starts_on: date
    basis: str
    ends_on: date | None = None
    is_acting: bool = False


@transaction.atomic
def begin(seat: Seat, draft: TermDraft, *, by: User, at: datetime) -> Term:
    """Enter that somebody holds a position from a day on, or held it once."""
    seat = locked(seat, by=by, at=at)
    if seat.abolished_on and not (draft.ends_on and draft.ends_on < seat.abolished_on):
        raise refusals.SeatAbolished(on=short_date(seat.abolished_on))
    _check(seat, draft)
    term = Term.objects.create(
        organisation_id=seat.organisation_id, seat=seat, **vars(draft)
    )
    audit.record("directory.term-begun", on=term, by=by, at=at, seat=seat.pk)
    return term


@transaction.atomic
def end(term: Term, *, on: date, by: User, at: datetime) -> Term:
    """Note the last day of somebody in a position."""
    term = _counting(term, by=by, at=at)
    if term.ends_on is not None:
        raise refusals.TermOver
    if on < term.starts_on:
        raise refusals.BadLastDay
    term.ends_on = on
    advance(term)
    term.save(update_fields=["ends_on", "version"])
    audit.record("directory.term-ended", on=term, by=by, at=at, seat=term.seat_id)
    return term


@transaction.atomic
def correct(  # what it should say, and why
    term: Term,
    draft: TermDraft,
    *,
    reason: str,
    version: int,
    by: User,
    at: datetime,
) -> Term:
    """Put a term right; what it said before stays on record with the reason."""
    term = _counting(term, by=by, at=at)
    check_version(term, version)
    _want(reason)
    _check(term.seat, draft, besides=term)
    _remember(term, reason, by=by, at=at)
    for name, value in vars(draft).items():
        setattr(term, name, value)
    advance(term)
    term.save()
    audit.record("directory.term-corrected", on=term, by=by, at=at, seat=term.seat_id)
    return term


@transaction.atomic
def strike(term: Term, *, reason: str, by: User, at: datetime) -> Term:
    """Take out a term that was entered by mistake; it counts no more."""
    term = _counting(term, by=by, at=at)
    _want(reason)
    term.struck_because, term.struck_at, term.struck_by = reason.strip(), at, by
    advance(term)
    term.save()
    audit.record("directory.term-struck", on=term, by=by, at=at, seat=term.seat_id)
    return term


def _counting(term: Term, *, by: User, at: datetime) -> Term:
    # The seat first: whoever begins a term there waits until this is done.
    locked(term.seat, by=by, at=at)
    term = locked(term, by=by, at=at)
    if term.struck_at is not None:
        raise refusals.TermStruck
    return term


def _check(seat: Seat, draft: TermDraft, *, besides: Term | None = None) -> None:
    if not draft.basis.strip():
        raise refusals.BasisMissing
    if draft.ends_on is not None and draft.ends_on < draft.starts_on:
        raise refusals.BadLastDay
    if draft.is_acting:
        return
    other = queries.overlapping(seat, draft.starts_on, draft.ends_on, besides=besides)
    if other is not None:
        ends = short_date(other.ends_on) if other.ends_on else "…"
        raise refusals.TermsOverlap(starts=short_date(other.starts_on), ends=ends)


def _want(reason: str) -> None:
    if not reason.strip():
        raise refusals.ReasonMissing


def _remember(term: Term, reason: str, *, by: User, at: datetime) -> None:
    TermCorrection.objects.create(
        organisation_id=term.organisation_id,
        term=term,
        holder=term.holder,
        starts_on=term.starts_on,
        ends_on=term.ends_on,
        is_acting=term.is_acting,
        basis=term.basis,
        reason=reason.strip(),
        corrected_at=at,
        corrected_by=by,
    )
