"""An item as it would be published now: its elements, parts, tables and files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from prongsai.foundations.publications import contents
from prongsai.foundations.publications.attaching import Attached
from prongsai.foundations.publications.contents import Json
from prongsai.registers.disclosure.models import Edition, Item
from prongsai.registers.disclosure.queries import items as queries
from prongsai.registers.disclosure.queries.elements import elements_of
from prongsai.registers.disclosure.queries.parts import Piece, pieces_of


@dataclass(frozen=True, kw_only=True)
class Composed:
    """What would be published: the content, and the files of the parts beside it."""

    content: dict[str, Json]
    files: Sequence[Attached] = ()

    @property
    def digest(self) -> str:
        """The digest of the content with the digests of its own files."""
        return digest_of(self.content, self.files)


@dataclass(kw_only=True)
class _Gathered:
    """Tables and files gathered from part to part, each under a name of its own."""

    code: str
    tables: list[Mapping[str, Any]] = field(default_factory=list)
    files: list[Attached] = field(default_factory=list)

    def table(self, table: Mapping[str, Any]) -> str:
        """Add a table; return the key it has here."""
        taken = {one["key"] for one in self.tables}
        key = wanted = str(table["key"])
        number = 2
        while key in taken:
            key, number = f"{wanted[:50]}-{number}", number + 1
        self.tables.append({**table, "key": key})
        return key

    def file(self, file: Attached) -> str:
        """Add a file; return its published name: plain letters, whatever it was called."""
        ending = file.name.rpartition(".")[2]
        name = f"{self.code}-{len(self.files) + 1}.{ending}"
        self.files.append(
            Attached(name=name, content_type=file.content_type, content=file.content)
        )
        return name


def compose(item: Item, *, on: date) -> Composed:
    """Return an item as it would be published on a day; the same rows, the same content."""
    gathered = _Gathered(code=item.code.lower())
    pieces = pieces_of(item, on=on)
    parts = [_part(piece, gathered) for piece in pieces]
    content = {
        "code": item.code,
        "year": item.year.fiscal_year,
        "title": {"th": item.title_th, "en": item.title_en},
        "framework_revision": item.year.framework_revision,
        "responsible": _responsible(item),
        "elements": elements_of(item, pieces, on=on),
        "parts": parts,
        "tables": gathered.tables,
        "period": _period(pieces),
    }
    return Composed(
        content=contents.checked_content(content), files=tuple(gathered.files)
    )


def content_of(item: Item, *, on: date) -> dict[str, Json]:
    """Return the content of an item as it would be published on a day."""
    return compose(item, on=on).content


def digest_of(content: Json, files: Sequence[Attached]) -> str:
    """Return what a decision is bound to: the content and its own files."""
    own: list[Json] = [{"name": file.name, "sha256": file.sha256} for file in files]
    return contents.digest_of({"content": content, "files": own})


def has_news(item: Item, *, on: date) -> bool:
    """Whether an item would be published otherwise than it is public."""
    public: Edition | None = queries.public_edition(item)
    return public is None or public.digest != compose(item, on=on).digest


def address_of(item: Item) -> str:
    """Return where an item is published, for good."""
    return f"ita/{item.year.fiscal_year}/{item.code.lower()}"


def _part(piece: Piece, gathered: _Gathered) -> dict[str, Any]:
    names = [gathered.file(file.attached) for file in piece.files]
    return {
        "kind": piece.kind,
        "title": {"th": piece.title_th, "en": piece.title_en},
        "html": {"th": piece.html_th, "en": piece.html_en},
        "keys": list(piece.keys),
        "missing": {
            key: {"th": why.th, "en": why.en} for key, why in piece.missing.items()
        },
        "url": piece.url,
        "address": piece.address,
        "pages": [dict(page) for page in piece.pages],
        "nothing": piece.nothing,
        "data_year": piece.data_year,
        "starts": _day(piece.starts),
        "ends": _day(piece.ends),
        "tables": [gathered.table(table) for table in piece.tables],
        "files": names,
        "file_words": {
            name: {"label": file.label, "alt_th": file.alt_th, "alt_en": file.alt_en}
            for name, file in zip(names, piece.files, strict=True)
        },
    }


def _responsible(item: Item) -> dict[str, str]:
    if item.division is None:
        return {"th": item.organisation.name_th, "en": item.organisation.name_en}
    return {"th": item.division.name_th, "en": item.division.name_en}


def _period(pieces: Sequence[Piece]) -> dict[str, str | None] | None:
    starts = [piece.starts for piece in pieces if piece.starts]
    ends = [piece.ends for piece in pieces if piece.ends]
    if not starts and not ends:
        return None
    return {
        "starts": _day(min(starts, default=None)),
        "ends": _day(max(ends, default=None)),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
