"""Add a file, a live figure, a published version or a record as evidence of a row."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Model

from prongsai.foundations.accounts.models import User
from prongsai.foundations.evidence import actions as figures
from prongsai.foundations.evidence import digests, sources
from prongsai.foundations.evidence.gathering.about import About, added, begun
from prongsai.foundations.evidence.models import Evidence, Kind
from prongsai.foundations.evidence.refusals import NothingOfTheSort, NotPublic
from prongsai.foundations.files import actions as files
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.publications import queries as publications
from prongsai.foundations.publications.models import Version


@transaction.atomic
def add_file(
    owner: Model, file: StoredFile, *, about: About, by: User | None, at: datetime
) -> Evidence:
    """Keep a received file as evidence; its digest is that of its bytes."""
    row = begun(owner, Kind.FILE, about=about, by=by, at=at, title=file.name)
    return _with_file(row, file)


@transaction.atomic
def add_figure(
    owner: Model, key: str, *, about: About, by: User | None, at: datetime
) -> Evidence:
    """Take a live figure for the period covered and keep it with its rows' digest."""
    row = begun(owner, Kind.FIGURE, about=about, by=by, at=at, title=key)
    stored = figures.take(key, start=about.start, end=about.end, by=by, at=at)
    row.figure, row.digest = stored, stored.rows_digest
    if not about.title.strip():
        row.title = stored.label
    return added(row)


@transaction.atomic
def add_publication(
    owner: Model, version: Version, *, about: About, by: User | None, at: datetime
) -> Evidence:
    """Name a published version as evidence; its digest is that of its document."""
    row = begun(owner, Kind.PUBLICATION, about=about, by=by, at=at, title=version.title)
    if version.organisation_id != tenancy.required():
        raise NothingOfTheSort
    if publications.withdrawal_of(version):
        raise NotPublic(address=version.publication.address, number=version.number)
    row.version, row.digest = version, version.digest
    return added(row)


@transaction.atomic
def add_record(  # a record is named by two things
    owner: Model,
    source: str,
    pk: int,
    *,
    about: About,
    by: User | None,
    at: datetime,
) -> Evidence:
    """Name a record of a register as evidence, with the digest of what it says now."""
    chosen = None if by is None else sources.choice(source, pk, user=by)
    if by is not None and chosen is None:
        raise NothingOfTheSort
    title = chosen.title if chosen else str(sources.source(source).label)
    row = begun(owner, Kind.RECORD, about=about, by=by, at=at, title=title)
    content = digests.content_of_record(source, pk)
    if content is None:
        raise NothingOfTheSort
    row.source, row.source_pk = source, pk
    row.digest = digests.digest_of_content(content)
    return added(row)


def _with_file(row: Evidence, file: StoredFile) -> Evidence:
    """Hang the file on the row of evidence: its readers are those of the owner."""
    row.file, row.digest = file, file.sha256
    added(row)
    claim(row, [file])
    return row


def claim(row: Evidence, received: Iterable[StoredFile]) -> None:
    """Hang received files on evidence; part of every deed that adds one."""
    files.claim(received, owner=row, by=row.collected_by, at=row.collected_at)
