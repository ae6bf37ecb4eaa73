"""Publish a version; take everything back with a reason."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.publications import (
    attaching,
    contents,
    indexing,
    permissions,
    queries,
    stamps,
    templates,
)
from prongsai.foundations.publications.attaching import Attached
from prongsai.foundations.publications.models import Publication, Version, Withdrawal
from prongsai.foundations.publications.refusals import (
    AlreadyWithdrawn,
    NothingChanged,
    ReasonMissing,
)

__all__ = ["Attached", "publish", "take_back", "withdraw"]


@transaction.atomic
def publish(  # noqa: PLR0913  # what is frozen has all these sides
    *,
    address: str,
    title_th: str,
    title_en: str,
    content: Mapping[str, object],
    by: User | None,
    at: datetime,
    template: str = templates.DEFAULT,
    note_th: str = "",
    note_en: str = "",
    files: Sequence[Attached] = (),
) -> Version:
    """Freeze a content at an address; the next one there is a new version.

    ``content`` is plain data, see ``contents``; ``files`` are kept with the version, their
    digests stand in the frozen document. The register that calls this has asked
    whether the person may. Raises ``NothingChanged`` when the newest version, not taken
    back, says the same.
    """
    plain = contents.checked_content(content)
    document = contents.document(
        address=contents.checked_address(address),
        title_th=title_th,
        title_en=title_en,
        content=plain,
        files=attaching.checked_files(files),
    )
    digest = contents.digest_of(document)
    publication = _locked(address)
    version = Version(
        organisation_id=tenancy.required(),
        publication=publication,
        number=_next_number(publication, digest),
        title_th=title_th,
        title_en=title_en,
        template=templates.allowed(template),
        content=plain,
        outline=contents.outline_of(document),
        digest=digest,
        note_th=note_th,
        note_en=note_en,
        published_at=at,
        published_by=by,
    )
    return _put_up(version, files, by=by, at=at)


def _next_number(publication: Publication, digest: str) -> int:
    newest = queries.newest(publication)
    if newest is None:
        return 1
    if newest.digest == digest and not queries.withdrawal_of(newest):
        raise NothingChanged(address=publication.address, version=newest.number)
    return newest.number + 1


def _put_up(
    version: Version, files: Sequence[Attached], *, by: User | None, at: datetime
) -> Version:
    version.save(force_insert=True)
    attaching.keep(version, files, by=by, at=at)
    indexing.enter(version, at=at)
    stamps.public_pages_changed()
    audit.record(
        "publications.published", on=version.publication, by=by, at=at,
        address=version.publication.address, version=version.number,
        digest=version.digest,
    )  # fmt: skip
    return version


@transaction.atomic
def withdraw(
    publication: Publication,
    *,
    reason_th: str,
    reason_en: str,
    by: User,
    at: datetime,
) -> Withdrawal:
    """Take back every version there is; their pages say so, when and why."""
    if not permissions.can_withdraw(by, on=localdate(at)):
        raise PermissionDenied
    return take_back(
        publication, reason_th=reason_th, reason_en=reason_en, by=by, at=at
    )


@transaction.atomic
def take_back(
    publication: Publication,
    *,
    reason_th: str,
    reason_en: str,
    by: User,
    at: datetime,
) -> Withdrawal:
    """Do the same for a register that has asked whether the person may."""
    publication = _locked(publication.address)
    newest = queries.newest(publication)
    if newest is None or queries.withdrawal_of(newest):
        raise AlreadyWithdrawn(address=publication.address)
    if not reason_th.strip() or not reason_en.strip():
        raise ReasonMissing(address=publication.address)
    withdrawal = Withdrawal.objects.create(
        organisation_id=tenancy.required(),
        publication=publication,
        number=newest.number,
        reason_th=reason_th.strip(),
        reason_en=reason_en.strip(),
        withdrawn_at=at,
        withdrawn_by=by,
    )
    indexing.leave(publication)
    stamps.public_pages_changed()
    audit.record(
        "publications.withdrawn", on=publication, by=by, at=at,
        address=publication.address, version=newest.number,
    )  # fmt: skip
    return withdrawal


def _locked(address: str) -> Publication:
    office = tenancy.required()
    Publication.objects.get_or_create(organisation_id=office, address=address)
    return Publication.objects.select_for_update().get(
        organisation=office, address=address
    )
