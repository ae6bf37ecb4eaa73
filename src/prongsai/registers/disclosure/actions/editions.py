"""Freezing an item: its content, its files and the documents made of exactly that."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import PurePosixPath
from typing import Protocol

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.files import queries as files
from prongsai.foundations.files.actions.opening import bytes_of
from prongsai.foundations.files.actions.writing import stored, write
from prongsai.foundations.files.errors import BytesMissing
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.organisations.models import Organisation
from prongsai.foundations.publications.attaching import Attached
from prongsai.registers.disclosure.actions.refusals import FileGone
from prongsai.registers.disclosure.models import Edition, Item
from prongsai.registers.disclosure.queries import composing
from prongsai.registers.disclosure.queries.composing import Composed


class Render(Protocol):
    """Writes the files an item is published with, made of exactly its content."""

    def __call__(
        self, content: Mapping[str, object], *, office: Organisation, at: datetime
    ) -> Sequence[Attached]:
        """Return the files; none may have the name of a file of a part."""


_renderers: list[Render] = []


def use(render: Render) -> None:
    """Let this write the documents of every edition; called when the application starts."""
    _renderers[:] = [render]


def composed(item: Item, *, at: datetime) -> Composed:
    """Return an item as it would be published now; raise ``FileGone``."""
    try:
        return composing.compose(item, on=localdate(at))
    except BytesMissing as error:
        raise FileGone(name=error.facts.get("name", "")) from error


@transaction.atomic
def freeze(  # noqa: PLR0913  # what is frozen, what changed, and how it is written
    item: Item,
    composed: Composed,
    *,
    note_th: str,
    note_en: str,
    render: Render | None = None,
    by: User,
    at: datetime,
) -> Edition:
    """Keep what was composed of a held item for good, with every file."""
    last = item.editions.order_by("-number").values_list("number", flat=True).first()
    edition = Edition.objects.create(
        organisation_id=item.organisation_id,
        item=item,
        number=(last or 0) + 1,
        content=composed.content,
        digest=composed.digest,
        note_th=note_th.strip(),
        note_en=note_en.strip(),
        composed_at=at,
        composed_by=by,
    )
    documents = [
        one
        for write_documents in ([render] if render else _renderers)
        for one in write_documents(composed.content, office=item.organisation, at=at)
    ]
    for one in [*composed.files, *documents]:
        _keep(edition, one, by=by, at=at)
    return edition


def files_of(edition: Edition) -> list[Attached]:
    """Return the files of an edition, exactly as they were frozen."""
    return [_read(file) for file in files.of(edition)]


def _keep(edition: Edition, file: Attached, *, by: User, at: datetime) -> None:
    ending = PurePosixPath(file.name).suffix
    row = StoredFile(
        organisation_id=edition.organisation_id,
        name=file.name,
        format=ending.removeprefix("."),
        content_type=file.content_type,
        uploaded_by=by,
        uploaded_at=at,
        owner_kind=edition._meta.label_lower,
        owner_pk=edition.pk,
        claimed_by=by,
        claimed_at=at,
    )
    stored(row, write(ContentFile(file.content), ending=ending))


def _read(file: StoredFile) -> Attached:
    with bytes_of(file) as source:
        content = source.read()
    return Attached(name=file.name, content_type=file.content_type, content=content)
