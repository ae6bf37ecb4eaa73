"""Files that are published with a version: checked, kept, named in the frozen document."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from django.core.files.base import ContentFile

from prongsai.foundations.accounts.models import User
from prongsai.foundations.files.actions.writing import stored, write
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.publications.contents import BadDocument, Json
from prongsai.foundations.publications.models import PublishedFile, Version

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}", re.ASCII)

TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".csv": "text/csv",
    ".json": "application/json",
    ".txt": "text/plain",
    ".png": "image/png",
    ".jpg": "image/jpeg",
}
"""What may be published, by the ending of its name, and how it is sent."""


@dataclass(frozen=True, kw_only=True)
class Attached:
    """One file to publish: a short name in plain letters, its type, its bytes."""

    name: str
    content_type: str
    content: bytes

    @property
    def sha256(self) -> str:
        """The digest of the bytes."""
        return hashlib.sha256(self.content).hexdigest()


def checked_files(files: Sequence[Attached]) -> list[dict[str, Json]]:
    """Return the files as the document names them; raise ``BadDocument``."""
    for file in files:
        ending = PurePosixPath(file.name).suffix
        is_known = TYPES.get(ending) == file.content_type.split(";")[0].strip()
        if not _NAME.fullmatch(file.name) or not is_known or not file.content:
            raise BadDocument(f"files.{file.name}")
    if len({file.name for file in files}) != len(files):
        raise BadDocument("files")
    return [
        {
            "name": file.name,
            "content_type": TYPES[PurePosixPath(file.name).suffix],
            "size": len(file.content),
            "sha256": file.sha256,
        }
        for file in files
    ]


def keep(
    version: Version, files: Sequence[Attached], *, by: User | None, at: datetime
) -> None:
    """Keep the bytes and rows of a version's files; part of publishing it."""
    for order, file in enumerate(files):
        kept = _kept(version, file, by=by, at=at)
        PublishedFile.objects.create(
            organisation_id=tenancy.required(),
            version=version,
            order=order,
            name=file.name,
            content_type=kept.content_type,
            size=kept.size,
            sha256=kept.sha256,
            stored=kept,
        )


def _kept(
    version: Version, file: Attached, *, by: User | None, at: datetime
) -> StoredFile:
    """Write the bytes; should the deed fail, the daily sweep finds them without a row."""
    ending = PurePosixPath(file.name).suffix
    row = StoredFile(
        organisation_id=tenancy.required(),
        name=file.name,
        format=ending.removeprefix("."),
        content_type=TYPES[ending],
        uploaded_by=by,
        uploaded_at=at,
        owner_kind=version._meta.label_lower,
        owner_pk=version.pk,
        claimed_by=by,
        claimed_at=at,
    )
    return stored(row, write(ContentFile(file.content), ending=ending))
