"""What a person says of evidence, and the row that is begun with it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db.models import Model

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.evidence import owners
from prongsai.foundations.evidence.actions import BackwardPeriod
from prongsai.foundations.evidence.models import Evidence, Kind
from prongsai.foundations.evidence.refusals import ExpiresBeforeItBegins, TitleMissing
from prongsai.foundations.organisations import tenancy


@dataclass(frozen=True, kw_only=True)
class About:
    """What it shows, which period it covers, and how long it holds.

    ``slot`` tells the evidence of one row apart, as ``output`` from ``outcome``.
    """

    title: str
    start: date
    end: date
    slot: str = ""
    note: str = ""
    expires_on: date | None = None


def begun(  # a row has all these sides
    owner: Model,
    kind: Kind,
    *,
    about: About,
    by: User | None,
    at: datetime,
    title: str = "",
) -> Evidence:
    """Return the unsaved row of new evidence when this person may add it.

    ``title`` is what the thing itself is called, for whoever said nothing. ``by`` is
    ``None`` when the house gathers by itself.
    """
    owner_kind = owners.kind_of(owner)
    if by is not None and not owners.can_add(by, owner_kind, owner.pk):
        raise PermissionDenied
    named = about.title.strip() or title.strip()
    _check(about, named)
    return Evidence(
        organisation_id=tenancy.required(),
        owner_kind=owner_kind,
        owner_pk=owner.pk,
        slot=about.slot,
        kind=kind,
        title=named[:300],
        note=about.note.strip(),
        start=about.start,
        end=about.end,
        expires_on=about.expires_on,
        collected_at=at,
        collected_by=by,
    )


def added(row: Evidence) -> Evidence:
    """Keep a row and write it into history; part of every deed that adds."""
    row.save(force_insert=True)
    audit.record(
        "evidence.added", on=row, by=row.collected_by, at=row.collected_at,
        owner=f"{row.owner_kind}:{row.owner_pk}", kind=row.kind, digest=row.digest,
    )  # fmt: skip
    return row


def _check(about: About, named: str) -> None:
    if not named:
        raise TitleMissing
    if about.end < about.start:
        raise BackwardPeriod(start=about.start.isoformat(), end=about.end.isoformat())
    if about.expires_on is not None and about.expires_on < about.start:
        raise ExpiresBeforeItBegins(
            expires=about.expires_on.isoformat(), start=about.start.isoformat()
        )
