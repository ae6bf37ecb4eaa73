"""The parts of an item as they are shown: live ones asked anew, hand-made ones as written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape
from typing import Any

from django.utils.translation import override

from prongsai.foundations.files.actions.opening import bytes_of
from prongsai.foundations.files.contents import pictures
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.publications import attaching, prose
from prongsai.foundations.publications import queries as publications
from prongsai.foundations.publications.attaching import Attached
from prongsai.foundations.publications.supplying import Said, Supplied, Text
from prongsai.registers.disclosure.models import Item, Part
from prongsai.registers.disclosure.queries import items as queries
from prongsai.registers.disclosure.states import PartKind

_PICTURE = 2400
"""The longer side of a published picture, in pixels."""

_ENDINGS = {"jpeg": ".jpg"}
_GONE = Said(
    th="ทะเบียนที่ให้ข้อมูลส่วนนี้ไม่มีอยู่ในระบบแล้ว",
    en="The register that answered this is not there any more.",
)


@dataclass(frozen=True, kw_only=True)
class PieceFile:
    """A file of a part: its bytes, what people call it, what a picture shows."""

    attached: Attached
    label: str
    alt_th: str = ""
    alt_en: str = ""


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One part as it is shown. ``keys`` are those it answers now, ``missing`` the others."""

    part: Part
    kind: str
    keys: Sequence[str]
    missing: Mapping[str, Said] = field(default_factory=dict)
    title_th: str = ""
    title_en: str = ""
    html_th: str = ""
    html_en: str = ""
    url: str = ""
    address: str = ""
    pages: Sequence[Mapping[str, str]] = ()
    nothing: dict[str, str] | None = None
    data_year: int | None = None
    starts: date | None = None
    ends: date | None = None
    tables: Sequence[Mapping[str, Any]] = ()
    files: Sequence[PieceFile] = ()


def pieces_of(item: Item, *, on: date) -> list[Piece]:
    """Return the parts of an item as they would be published on a day."""
    rows = queries.parts_of(item)
    return [
        _live(part, item, on=on)
        if part.kind == PartKind.LIVE
        else _by_hand(part, number)
        for number, part in enumerate(rows, 1)
    ]


def asked_live(part: Part, item: Item, *, on: date) -> Supplied:
    """Return what a register answers for a live part now."""
    supply = queries.supply_of(part)
    if supply is None:
        return Supplied(missing=dict.fromkeys(part.keys, _GONE))
    return supply.run(queries.question_for(item, on=on))


def _live(part: Part, item: Item, *, on: date) -> Piece:
    found = asked_live(part, item, on=on)
    supply = queries.supply_of(part)
    label = "" if supply is None else supply.label
    wanted = set(part.keys)
    return Piece(
        part=part,
        kind=part.kind,
        keys=[key for key in part.keys if key in found.present],
        missing={key: why for key, why in found.missing.items() if key in wanted},
        title_th=part.title_th or _label(label, "th"),
        title_en=part.title_en or _label(label, "en"),
        html_th=_text(found, "th"),
        html_en=_text(found, "en"),
        address=found.address,
        pages=[
            {"path": page.path, "th": page.title.th, "en": page.title.en}
            for page in found.pages
        ],
        nothing=_both(found.nothing),
        data_year=found.data_year,
        starts=found.starts,
        ends=found.ends,
        tables=[*found.tables, *_tables_at(found)],
        files=[PieceFile(attached=one, label=one.name) for one in found.files],
    )


def _tables_at(found: Supplied) -> Iterator[Mapping[str, Any]]:
    """Repeat the tables of the publication a register names, unless it sent its own."""
    standing = publications.standing(found.address) if found.address else None
    if found.tables or standing is None or standing.withdrawal:
        return
    tables = standing.version.content.get("tables", [])
    yield from (table for table in tables if isinstance(table, dict))


def _by_hand(part: Part, number: int) -> Piece:
    is_none = part.kind == PartKind.NOTHING
    html = ("", "") if is_none else (part.body_th, part.body_en)
    return Piece(
        part=part,
        kind=part.kind,
        keys=part.keys,
        title_th=part.title_th,
        title_en=part.title_en,
        html_th=html[0],
        html_en=html[1],
        url=part.url,
        nothing={"th": part.body_th, "en": part.body_en} if is_none else None,
        data_year=part.data_year,
        starts=part.starts_on,
        ends=part.ends_on,
        tables=[_table(part, number)] if part.kind == PartKind.TABLE else (),
        files=[_file(one, part) for one in queries.files_of(part)],
    )


def _table(part: Part, number: int) -> dict[str, Any]:
    """Return a spreadsheet's table as a published document has it."""
    heads: list[str] = part.table.get("columns", [])
    return {
        "key": f"table-{number}",
        "title_th": part.title_th,
        "title_en": part.title_en,
        "columns": [
            {"key": f"c{n}", "label_th": head, "label_en": head}
            for n, head in enumerate(heads, 1)
        ],
        "rows": part.table.get("rows", []),
    }


def _file(file: StoredFile, part: Part) -> PieceFile:
    ending = _ENDINGS.get(file.format, f".{file.format}")
    with bytes_of(file) as source:
        if file.is_image:
            # Drawn anew: nothing a camera wrote into the picture becomes public.
            drawn = pictures.redrawn(source, code=file.format, longest=_PICTURE)
            content = drawn.read()
        else:
            content = source.read()
    attached = Attached(
        name=f"file{ending}", content_type=attaching.TYPES[ending], content=content
    )
    return PieceFile(
        attached=attached,
        label=f"{part.title_th} ({file.name})" if part.title_th else file.name,
        alt_th=part.alt_th,
        alt_en=part.alt_en,
    )


def _text(found: Supplied, language: str) -> str:
    """Return what a register says: its rich text, cleaned, then its paragraphs."""
    rich = getattr(found.html, language) if found.html else ""
    plain = [getattr(one, language) for one in found.paragraphs]
    return prose.clean(rich) + _paragraphs(plain)


def _paragraphs(texts: Sequence[str]) -> str:
    """Return each text as a paragraph; its lines stay lines."""
    return "".join(
        f"<p>{'<br>'.join(escape(line) for line in text.strip().splitlines())}</p>"
        for text in texts
        if text
    )


def _label(label: Text, language: str) -> str:
    with override(language):
        return str(label)


def _both(said: Said | None) -> dict[str, str] | None:
    return None if said is None else {"th": said.th, "en": said.en}
