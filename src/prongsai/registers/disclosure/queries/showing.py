"""What is shown for an item, as the self-check of the library looks at it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from django.db.models import Q
from django.utils.timezone import localdate

from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.publications import contents, prose
from prongsai.foundations.publications import queries as publications
from prongsai.foundations.publications.contents import Json
from prongsai.foundations.publications.models import Version
from prongsai.ita.disclosure.codec import blank_from_json, seen_from_json
from prongsai.ita.disclosure.model import (
    Shown,
    ShownFile,
    ShownPart,
    ShownTable,
    Trouble,
)
from prongsai.registers.disclosure.models import FileReading, Item, Part
from prongsai.registers.disclosure.queries.addresses import Met, met_at
from prongsai.registers.disclosure.queries.contacts import official, rules_digest
from prongsai.registers.disclosure.queries.parts import Piece, pieces_of
from prongsai.registers.disclosure.queries.visits import addresses_in
from prongsai.registers.disclosure.states import PartKind

PICTURES = frozenset({"jpg", "jpeg", "png", "webp"})
"""Kinds of file that are not looked through: they hold no text by nature."""

_MADE = {True: frozenset({"pdf", "xlsx"}), False: frozenset({"pdf"})}
"""What is written beside every published item, with a table or without."""


@dataclass(frozen=True, kw_only=True)
class FileKey:
    """A file as a part names it: its name for people, its kind, its digest."""

    name: str
    kind: str
    sha256: str


def shown(item: Item, *, on: date | None = None) -> Shown:
    """Return what the draft of an item shows: its parts as they stand on a day."""
    return shown_pieces(item, pieces_of(item, on=on or localdate()))


def shown_pieces(item: Item, pieces: Sequence[Piece]) -> Shown:
    """Return what given parts of an item show."""
    keys = [
        [
            _key_of(file.label, file.attached.name, file.attached.sha256)
            for file in p.files
        ]
        for p in pieces
    ]
    contacts = official()
    readings = _readings([key for row in keys for key in row], contacts)
    met = met_at(item, [url for piece in pieces for url in _urls_of(piece)])
    return _whole(
        [
            _piece(piece, _files(row, readings), met)
            for piece, row in zip(pieces, keys, strict=True)
        ],
        contacts,
        met=None,
    )


def shown_alone(pieces: Sequence[Piece]) -> Shown:
    """Return what parts show by themselves, whatever files and addresses turn out to be.

    The same parts always give the same answer: it is frozen with what is published.
    """
    met = Met(site="")
    rows = [
        _piece(
            piece,
            tuple(
                ShownFile(name=file.label, kind=_kind(file.attached.name))
                for file in piece.files
            ),
            met,
        )
        for piece in pieces
    ]
    return _whole(rows, frozenset(), met=None)


def shown_version(version: Version) -> Shown:
    """Return what a published version of an item shows, and whether strangers reach it."""
    item = Item.objects.filter(
        organisation=tenancy.required(), published=version
    ).first()
    content = version.content
    parts: list[dict[str, Any]] = content.get("parts", [])
    called = _labels(parts)
    files = {
        file.name: _key_of(called.get(file.name) or file.name, file.name, file.sha256)
        for file in publications.files_of(version)
    }
    contacts = official()
    readings = _readings(files.values(), contacts)
    tables = _tables(content)
    met = met_at(
        item, [url for part in parts for url in addresses_in(part)], version=version
    )
    found = [
        _frozen(
            part,
            tables=tables,
            files=_files(
                [files[f] for f in part.get("files", []) if f in files], readings
            ),
            met=met,
        )
        for part in parts
    ]
    return _whole(found, contacts, met=met)


def _whole(
    parts: Sequence[ShownPart], contacts: frozenset[str], *, met: Met | None
) -> Shown:
    has_tables = any(table.rows for part in parts for table in part.tables)
    says_none = any(part.says_none for part in parts)
    shows = says_none or any(part.text.strip() or part.tables for part in parts)
    return Shown(
        parts=tuple(parts),
        reachable=None if met is None else met.reachable,
        contacts=contacts,
        addresses=() if met is None else met.own,
        made=_MADE[has_tables or says_none] if shows else frozenset(),
    )


def _piece(piece: Piece, files: tuple[ShownFile, ...], met: Met) -> ShownPart:
    tables = [dict(table) for table in piece.tables]
    return ShownPart(
        keys=frozenset(piece.keys),
        kind=piece.kind,
        title=(piece.title_th, piece.title_en),
        text=_text(piece.html_th, piece.html_en, *(piece.nothing or {}).values()),
        tables=tuple(_tables(contents.checked_content({"tables": tables})).values()),
        files=files,
        links=tuple(met.link(url) for url in _urls_of(piece)),
        says_none=bool(piece.nothing),
        data_year=piece.data_year,
        starts=piece.starts,
        ends=piece.ends,
        missing={key: (said.th, said.en) for key, said in piece.missing.items()},
    )


def _frozen(
    part: Mapping[str, Any],
    *,
    tables: Mapping[str, ShownTable],
    files: tuple[ShownFile, ...],
    met: Met,
) -> ShownPart:
    html, nothing = part.get("html") or {}, part.get("nothing") or {}
    title = part.get("title") or {}
    return ShownPart(
        keys=frozenset(part.get("keys", [])),
        kind=str(part.get("kind", "")),
        title=(str(title.get("th", "")), str(title.get("en", ""))),
        text=_text(*html.values(), *nothing.values()),
        tables=tuple(tables[key] for key in part.get("tables", []) if key in tables),
        files=files,
        links=tuple(met.link(url) for url in addresses_in(part)),
        says_none=bool(nothing),
        data_year=part.get("data_year"),
        starts=_day(part.get("starts")),
        ends=_day(part.get("ends")),
        missing={
            key: (str(said.get("th", "")), str(said.get("en", "")))
            for key, said in (part.get("missing") or {}).items()
        },
    )


def _tables(content: Mapping[str, Json]) -> dict[str, ShownTable]:
    english = {table.key: table for table in contents.tables_of(content, "en")}
    return {
        table.key: ShownTable(
            key=table.key,
            title=(table.title, english[table.key].title),
            columns=tuple(
                (column.label, other.label)
                for column, other in zip(
                    table.columns, english[table.key].columns, strict=True
                )
            ),
            rows=table.rows,
        )
        for table in contents.tables_of(content, "th")
    }


def _text(*htmls: str) -> str:
    return "\n".join(prose.text_of(html) for html in htmls if html)


def _urls_of(piece: Piece) -> Iterator[str]:
    html = {"th": piece.html_th, "en": piece.html_en}
    yield from addresses_in({"url": piece.url, "address": piece.address, "html": html})


def _labels(parts: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Return what people call the files of frozen parts, by their published names."""
    words = [part.get("file_words") or {} for part in parts]
    return {
        name: str(said.get("label", "")) for row in words for name, said in row.items()
    }


def _key_of(label: str, name: str, sha256: str) -> FileKey:
    return FileKey(name=label, kind=_kind(name), sha256=sha256)


def _kind(name: str) -> str:
    return PurePosixPath(name).suffix.removeprefix(".")


def _readings(
    keys: Iterable[FileKey], contacts: frozenset[str]
) -> dict[tuple[str, str], FileReading]:
    """Return what was seen in files when they were looked at with these contacts."""
    digests = {key.sha256 for key in keys if key.kind not in PICTURES}
    if not digests:
        return {}
    rows = FileReading.objects.filter(
        organisation=tenancy.required(),
        sha256__in=digests,
        rules=rules_digest(contacts),
    )
    return {(row.sha256, row.kind): row for row in rows}


def _files(
    keys: Sequence[FileKey], readings: Mapping[tuple[str, str], FileReading]
) -> tuple[ShownFile, ...]:
    return tuple(_file(key, readings.get((key.sha256, key.kind))) for key in keys)


def _file(key: FileKey, reading: FileReading | None) -> ShownFile:
    if reading is None:
        return ShownFile(name=key.name, kind=key.kind)
    return ShownFile(
        name=key.name,
        kind=key.kind,
        opens=reading.opens,
        has_text=reading.has_text,
        seen=tuple(seen_from_json(one) for one in reading.seen),
        blanks=tuple(blank_from_json(one) for one in reading.blanks),
        trouble=Trouble(reading.trouble),
    )


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def unread(*, item: int = 0, year: int = 0) -> int:
    """Return how many files of an item or of a year's items nobody looked at yet."""
    parts = Part.objects.filter(organisation=tenancy.required(), kind=PartKind.FILES)
    parts = parts.filter(Q(item=item) | Q(item__year=year))
    sent = StoredFile.objects.filter(
        organisation=tenancy.required(),
        owner_kind=Part._meta.label_lower,
        owner_pk__in=parts.values("pk"),
    )
    known = FileReading.objects.filter(
        organisation=tenancy.required(), rules=rules_digest(official())
    )
    return (
        sent.exclude(format__in=PICTURES)
        .exclude(sha256__in=known.values("sha256"))
        .count()
    )
