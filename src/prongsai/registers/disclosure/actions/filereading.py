"""Look at the files of an item once: whether they open, have text, hold personal data."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePosixPath

from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.files.actions.opening import bytes_of
from prongsai.foundations.files.errors import BytesMissing
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.publications import queries as publications
from prongsai.ita.disclosure import files
from prongsai.ita.disclosure.codec import blank_to_json, seen_to_json
from prongsai.ita.disclosure.files import FileSeen
from prongsai.registers.disclosure.models import FileReading, Item
from prongsai.registers.disclosure.queries.contacts import official, rules_digest
from prongsai.registers.disclosure.queries.parts import Piece, pieces_of
from prongsai.registers.disclosure.queries.showing import PICTURES


@dataclass(frozen=True, kw_only=True)
class _Bytes:
    kind: str
    sha256: str
    content: bytes


def read_files(item: Item, *, at: datetime) -> int:
    """Look at the files of an item that were not looked at; return how many.

    The draft's and those that are public. It may take seconds a file, so it is done
    before anything is locked.
    """
    contacts = official()
    rules = rules_digest(contacts)
    known = set(
        FileReading.objects.filter(
            organisation=tenancy.required(), rules=rules
        ).values_list("sha256", "kind")
    )
    done = 0
    for file in _files_of(item, on=at, known=known):
        known.add((file.sha256, file.kind))
        found = files.look(file.kind, file.content, official=contacts)
        keep_reading(file.sha256, file.kind, found, rules=rules, at=at)
        done += 1
    return done


@transaction.atomic
def keep_reading(
    sha256: str, kind: str, found: FileSeen, *, rules: str, at: datetime
) -> FileReading:
    """Keep what was seen in a file; never the personal data itself."""
    reading, _is_new = FileReading.objects.update_or_create(
        organisation_id=tenancy.required(),
        sha256=sha256,
        kind=kind,
        defaults={
            "rules": rules,
            "opens": found.opens,
            "has_text": found.has_text,
            "trouble": found.trouble.value,
            "seen": [seen_to_json(one) for one in found.seen],
            "blanks": [blank_to_json(one) for one in found.blanks],
            "read_at": at,
        },
    )
    return reading


def _files_of(
    item: Item, *, on: datetime, known: set[tuple[str, str]]
) -> Iterator[_Bytes]:
    for piece in _pieces(item, on=localdate(on)):
        for file in piece.files:
            attached = file.attached
            found = _Bytes(
                kind=_kind(attached.name),
                sha256=attached.sha256,
                content=attached.content,
            )
            if found.kind not in PICTURES and (found.sha256, found.kind) not in known:
                yield found
    if item.published is not None:
        yield from _public_files(item, known)


def _pieces(item: Item, *, on: date) -> list[Piece]:
    """Return the parts; none when the bytes of a file are gone, which the check tells."""
    try:
        return pieces_of(item, on=on)
    except BytesMissing:
        return []


def _public_files(item: Item, known: set[tuple[str, str]]) -> Iterator[_Bytes]:
    version = item.published
    for row in publications.files_of(version) if version else ():
        kind = _kind(row.name)
        own = f"{item.code.lower()}.{kind}"  # written by us from what is checked anyway
        if kind in PICTURES or row.name == own or (row.sha256, kind) in known:
            continue
        try:
            with bytes_of(row.stored) as source:
                content = source.read()
        except BytesMissing:
            content = b""
        yield _Bytes(kind=kind, sha256=row.sha256, content=content)


def _kind(name: str) -> str:
    return PurePosixPath(name).suffix.removeprefix(".")
