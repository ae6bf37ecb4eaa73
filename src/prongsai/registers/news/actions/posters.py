"""Make a poster, change it, remove it."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.records.versions import advance, check_version
from prongsai.registers.news import permissions
from prongsai.registers.news.models import Poster
from prongsai.registers.news.models.poster_contents import Said, Subject, checked
from prongsai.registers.news.models.posters import PosterDesign, PosterKind


@dataclass(frozen=True, kw_only=True)
class PosterDraft:
    """What is printed and how; ``data`` holds the parts of the subject."""

    title: str
    subject: Subject
    kind: PosterKind
    design: PosterDesign
    fiscal_year: int
    thai_digits: bool
    data: dict[str, Said]


@transaction.atomic
def make(draft: PosterDraft, *, by: User, at: datetime) -> Poster:
    """Make a poster; raise ``BadPoster`` where a part cannot be printed."""
    if not permissions.can_make_posters(by, localdate(at)):
        raise PermissionDenied
    made = Poster(organisation_id=by.organisation_id, made_at=at, made_by=by)
    _fill(made, draft)
    made.save()
    audit.record("news.poster-made", on=made, by=by, at=at, subject=made.subject)
    return made


@transaction.atomic
def change(
    poster: Poster, draft: PosterDraft, *, version: int, by: User, at: datetime
) -> Poster:
    """Change what a poster says or how it looks."""
    row = _locked(poster, by=by, at=at)
    check_version(row, version)
    _fill(row, draft)
    row.changed_at, row.changed_by = at, by
    advance(row)
    row.save()
    audit.record("news.poster-changed", on=row, by=by, at=at)
    return row


@transaction.atomic
def remove(poster: Poster, *, by: User, at: datetime) -> None:
    """Remove a poster; nothing of it was ever published from here."""
    row = _locked(poster, by=by, at=at)
    audit.record("news.poster-removed", on=row, by=by, at=at)
    row.delete()


def _locked(poster: Poster, *, by: User, at: datetime) -> Poster:
    row = Poster.objects.select_for_update().get(pk=poster.pk)
    if not permissions.can_change_poster(by, row, localdate(at)):
        raise PermissionDenied
    return row


def _fill(row: Poster, draft: PosterDraft) -> None:
    row.data = checked(draft.subject, draft.data)
    row.title, row.subject = " ".join(draft.title.split()), draft.subject
    row.kind, row.design = draft.kind, draft.design
    row.fiscal_year, row.thai_digits = draft.fiscal_year, draft.thai_digits
