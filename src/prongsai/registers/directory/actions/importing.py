"""A file of people and terms comes in: kept, looked at, then all of it or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.ita.thai.text import fold
from prongsai.registers.directory.actions import people, refusals, terms
from prongsai.registers.directory.actions.asking import locked, must_write
from prongsai.registers.directory.actions.people import PersonDraft
from prongsai.registers.directory.actions.terms import TermDraft
from prongsai.registers.directory.models import Officeholder, Seat, TermImport
from prongsai.registers.directory.queries.sheets import holders_by_name


@dataclass(frozen=True, kw_only=True)
class Line:
    """One row of a file: who holds which position, from when to when."""

    row: int
    seat: Seat
    person: PersonDraft
    starts_on: date
    ends_on: date | None
    is_acting: bool
    basis: str


@transaction.atomic
def keep_file(draft: TermImport, *, by: User, at: datetime) -> TermImport:
    """Keep the cells of a file until somebody has looked at what it would do."""
    must_write(by, at)
    draft.organisation_id = by.organisation_id
    draft.uploaded_by, draft.uploaded_at = by, at
    draft.save(force_insert=True)
    audit.record("directory.import-read", on=draft, by=by, at=at, rows=draft.rows)
    return draft


@transaction.atomic
def confirm(
    uploaded: TermImport, lines: Sequence[Line], *, by: User, at: datetime
) -> int:
    """Enter every row of a file that was checked; return how many.

    People with the same first and last name are the same person: their contact stays
    as it was entered.
    """
    uploaded = _open(uploaded, by=by, at=at)
    if len(lines) != uploaded.rows:
        raise refusals.ImportOutdated
    known = holders_by_name()
    for line in lines:
        holder = _holder(line.person, known, by=by, at=at)
        draft = TermDraft(
            holder=holder,
            starts_on=line.starts_on,
            ends_on=line.ends_on,
            is_acting=line.is_acting,
            basis=line.basis,
        )
        terms.begin(line.seat, draft, by=by, at=at)
    uploaded.table = []
    uploaded.confirmed_by, uploaded.confirmed_at = by, at
    uploaded.save(update_fields=["table", "confirmed_by", "confirmed_at"])
    audit.record(
        "directory.import-confirmed", on=uploaded, by=by, at=at, rows=len(lines)
    )
    return len(lines)


@transaction.atomic
def discard(uploaded: TermImport, *, by: User, at: datetime) -> None:
    """Throw away a file that was read and not taken over."""
    uploaded = _open(uploaded, by=by, at=at)
    audit.record("directory.import-discarded", on=uploaded, by=by, at=at)
    uploaded.delete()


def _open(uploaded: TermImport, *, by: User, at: datetime) -> TermImport:
    uploaded = locked(uploaded, by=by, at=at)
    if uploaded.confirmed_at is not None:
        raise refusals.ImportOver
    return uploaded


def _holder(
    draft: PersonDraft,
    known: dict[str, Officeholder],
    *,
    by: User,
    at: datetime,
) -> Officeholder:
    name = fold(f"{draft.first_name} {draft.last_name}")
    if name not in known:
        known[name] = people.add(draft, by=by, at=at)
    return known[name]
