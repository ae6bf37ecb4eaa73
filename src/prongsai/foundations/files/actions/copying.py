"""Copies: a small picture for lists, and one for everyone without what cameras add."""

from datetime import datetime
from typing import IO

from django.core.files.base import ContentFile, File
from django.db import transaction

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.files.actions.opening import bytes_of
from prongsai.foundations.files.actions.writing import stored, write
from prongsai.foundations.files.contents import pictures
from prongsai.foundations.files.errors import NotPublishable
from prongsai.foundations.files.kinds import FORMATS
from prongsai.foundations.files.models import Part, StoredFile
from prongsai.foundations.organisations import tenancy

THUMBNAIL = 320
PUBLIC = 1600
"""How wide and high copies are at most, in pixels."""


def make_thumbnail(file: StoredFile, *, at: datetime) -> StoredFile | None:
    """Make the small picture of a picture; files of other kinds have none."""
    if not file.is_image:
        return None
    with bytes_of(file) as content:
        small = pictures.redrawn(content, code=file.format, longest=THUMBNAIL)
    return _keep(small, of=file, part=Part.THUMBNAIL, by=file.uploaded_by, at=at)


@transaction.atomic
def public_copy(file: StoredFile, *, by: User | None, at: datetime) -> StoredFile:
    """Make the copy everyone may open; the same one when there is one already.

    A picture is drawn anew and smaller: place, time and camera stay behind. Any other
    format is copied as it is, with what its program wrote into it: ask the person to
    look at the properties of the document first (``keeps_metadata``).
    """
    file = StoredFile.objects.select_for_update().get(
        organisation=tenancy.required(), pk=file.pk
    )
    if file.part != Part.ORIGINAL or file.claimed_at is None:
        raise NotPublishable(name=file.name)
    copy = file.copies.filter(part=Part.PUBLIC).first()
    if copy is None:
        with bytes_of(file) as content:
            copy = _keep(
                _published(file, content), of=file, part=Part.PUBLIC, by=by, at=at
            )
    elif copy.hidden_at is None:
        return copy
    else:
        copy.hidden_by = copy.hidden_at = None
        copy.save(update_fields=["hidden_by", "hidden_at"])
    audit.record("files.published", on=copy, by=by, at=at, original=file.pk)
    return copy


@transaction.atomic
def hide(copy: StoredFile, *, by: User, at: datetime) -> StoredFile:
    """Take a public copy out of the public's sight; its address answers 404."""
    copy = StoredFile.objects.select_for_update().get(
        organisation=tenancy.required(), pk=copy.pk, part=Part.PUBLIC
    )
    copy.hidden_by, copy.hidden_at = by, at
    copy.save(update_fields=["hidden_by", "hidden_at"])
    audit.record("files.hidden", on=copy, by=by, at=at)
    return copy


def keeps_metadata(file: StoredFile) -> bool:
    """Say whether a public copy of this file shows what its program wrote into it."""
    return not file.is_image and file.format not in {"csv", "text"}


def _published(file: StoredFile, content: IO[bytes]) -> File[bytes]:
    if file.is_image:
        return pictures.redrawn(content, code=file.format, longest=PUBLIC)
    return ContentFile(content.read())


def _keep(
    content: File[bytes],
    *,
    of: StoredFile,
    part: Part,
    by: User | None,
    at: datetime,
) -> StoredFile:
    """Write a copy and its row; it hangs on the same row as the original."""
    copy = StoredFile(
        organisation_id=of.organisation_id,
        part=part,
        original=of,
        name=of.name,
        format=of.format,
        content_type=of.content_type,
        uploaded_by=by,
        uploaded_at=at,
        owner_kind=of.owner_kind,
        owner_pk=of.owner_pk,
        slot=of.slot,
        claimed_by=of.claimed_by,
        claimed_at=of.claimed_at,
        holds_personal_data=of.holds_personal_data and part != Part.PUBLIC,
    )
    return stored(copy, write(content, ending=FORMATS[of.format].endings[0]))
