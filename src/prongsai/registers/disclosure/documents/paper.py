"""An item as an official paper: its elements, its texts, its tables, where the rest is."""

from collections.abc import Iterator, Mapping
from datetime import date

from django.conf import settings

from prongsai.foundations.organisations.models import Organisation
from prongsai.foundations.publications import contents
from prongsai.foundations.publications.contents import Json
from prongsai.ita.documents.rendering.blocks import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Line,
    Numbering,
    Numerals,
    Orientation,
    Paragraph,
    Row,
    Section,
    Style,
    Table,
)
from prongsai.ita.documents.rendering.sentences import OFFICIAL
from prongsai.ita.thai.dates import long_date
from prongsai.registers.disclosure.documents import prose, tables
from prongsai.registers.disclosure.documents.reading import (
    List,
    Things,
    said,
    things,
    title_of,
    words,
)
from prongsai.registers.disclosure.documents.wording import say, titles

_ELEMENT_WIDTHS = (1.0, 8.0, 6.0)
_MANY_COLUMNS = 5
"""Tables with more columns than these turn the whole paper."""


def paper_of(
    content: Mapping[str, Json], *, office: Organisation, on: date
) -> Document:
    """Return the paper of an item, ready to be painted as PDF."""
    title = say(
        "title", code=str(content.get("code", "")).upper(), title=title_of(content)
    )
    shown = contents.tables_of(content, "th")
    is_wide = any(len(table.columns) > _MANY_COLUMNS for table in shown)
    blocks = (
        Heading(level=1, text=title),
        Paragraph(text=OFFICIAL.text(office.name_th), style=Style.CENTRE),
        Paragraph(text=say("year", year=content.get("year", "")), style=Style.CENTRE),
        *_facts(content, on),
        *_elements(content),
        *_parts(content, shown),
    )
    section = Section(
        orientation=Orientation.LANDSCAPE if is_wide else Orientation.PORTRAIT,
        numbering=Numbering.CORNER,
        blocks=blocks,
    )
    return Document(title=title, numerals=Numerals.THAI, sections=(section,))


def _facts(content: Mapping[str, Json], on: date) -> Iterator[Block]:
    responsible = said(content.get("responsible"))
    if responsible:
        yield _line("responsible", responsible)
    if span := _span(content.get("period")):
        yield _line("period", span)
    yield _line("made", long_date(on))


def _elements(content: Mapping[str, Json]) -> Iterator[Block]:
    found = things(content, "elements")
    if not found:
        return
    heads = zip(titles("elements_columns"), _ELEMENT_WIDTHS, strict=True)
    yield Heading(level=2, text=say("elements_heading"))
    yield Table(
        caption=say("elements_heading"),
        columns=tuple(
            Column(title=head, width=w, align=Align.CENTRE if n == 0 else Align.START)
            for n, (head, w) in enumerate(heads)
        ),
        rows=tuple(_element(n, one) for n, one in enumerate(found, 1)),
    )


def _element(number: int, element: Things) -> Row:
    cells = (str(number), words(element, "th"), _result(element))
    return Row(cells=tuple((Line(text=OFFICIAL.text(text)),) for text in cells))


def _result(element: Things) -> str:
    if element.get("is_asked") is False:
        return say("not_asked")
    if element.get("met"):
        return say("met")
    reason = said(element.get("reason"))
    return say("missing_because", reason=reason) if reason else say("missing")


def _parts(content: Mapping[str, Json], shown: list[contents.Table]) -> Iterator[Block]:
    drawn = _drawn(content, shown)
    for number, part in enumerate(things(content, "parts"), 1):
        heading = said(part.get("title")) or say("part", number=number)
        yield Heading(level=2, text=OFFICIAL.text(heading))
        yield from _part(part)
        for key in _keys(part.get("tables")):
            yield from drawn.pop(key, [])
    for blocks in drawn.values():
        yield from blocks


def _drawn(
    content: Mapping[str, Json], shown: list[contents.Table]
) -> dict[str, Iterator[Block]]:
    """Return the blocks of each table by its key; none is forgotten, none drawn twice."""
    file = f"{words(content, 'code').lower()}.xlsx"
    printed = tables.printed_rows(shown)
    return {
        table.key: tables.blocks_of(table, most=printed[table.key], workbook=file)
        for table in shown
    }


def _part(part: Things) -> Iterator[Block]:
    if year := part.get("data_year"):
        yield Paragraph(text=say("data_year", year=year), style=Style.LINE)
    if span := _span(part):
        yield _line("covers", span)
    if nothing := said(part.get("nothing")):
        yield Paragraph(text=OFFICIAL.text(nothing))
    yield from prose.blocks_of(said(part.get("html")), level=3)
    if url := words(part, "url"):
        yield _line("link", url)
    if address := words(part, "address"):
        place = contents.path_of(address)
        yield _line("address", f"{settings.SITE_ADDRESS}{place}")
    if names := _keys(part.get("files")):
        yield _line("files", ", ".join(_called(part, name) for name in names))


def _called(part: Things, name: str) -> str:
    """Return a file as people call it, with the name it is published under."""
    known = part.get("file_words")
    about = known.get(name) if isinstance(known, dict) else None
    label = words(about, "label") if isinstance(about, dict) else ""
    return f"{label} ({name})" if label and label != name else name


def _line(key: str, text: str) -> Paragraph:
    return Paragraph(label=say(key), text=OFFICIAL.text(text), style=Style.LINE)


def _span(found: Json) -> str:
    """Return a period in words; one of its ends may be open."""
    thing = found if isinstance(found, dict) else {}
    days = {
        name: OFFICIAL.day(day)
        for name in ("starts", "ends")
        if (day := words(thing, name))
    }
    return say("_".join(days), **days) if days else ""


def _keys(found: Json) -> List:
    return [str(one) for one in found] if isinstance(found, list) else []
