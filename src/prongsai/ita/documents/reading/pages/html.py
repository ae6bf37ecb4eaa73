"""HTML as blocks: whole pages, and the fragments found inside a cell of a text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import lxml.html
from lxml import etree

from prongsai.ita.documents.model.report import Source
from prongsai.ita.documents.reading.pages.formats import LIMITS, Limits, decode
from prongsai.ita.documents.reading.pages.fragments import inline
from prongsai.ita.documents.reading.pages.markers import marked
from prongsai.ita.documents.reading.pages.numerals import HTML
from prongsai.ita.documents.reading.pages.source import Cell, Pages, Paragraph, Table
from prongsai.ita.documents.reading.pages.spans import Spanning, spread
from prongsai.ita.documents.reading.pages.tags import BLOCKS, DROPPED, HEADINGS
from prongsai.ita.documents.reading.pages.trees import refuse_depth, refuse_tags
from prongsai.ita.errors import BrokenFile, TooComplex
from prongsai.ita.thai.text import clean

_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
_NO_BULLET = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)
_THAI_LIST = re.compile(r"list-style(?:-type)?\s*:\s*thai", re.IGNORECASE)
_WESTERN = re.compile(
    rb"charset\s*=\s*[\"']?(?:windows-1252|iso-8859-1)\b", re.IGNORECASE
)
_HEAD = 4_096
# A table as narrow as this, around wider ones, only places them on the page.
_LAYOUT_COLUMNS = 2

__all__ = ["html_text", "inline", "read_html"]


def html_text(name: str, data: bytes) -> str:
    """Return an HTML file as text, by its mark, its bytes, or what it declares."""
    if _WESTERN.search(data[:_HEAD]) and not _is_utf8(data):
        return data.decode("cp1252", "replace")
    return decode(name, data)


def read_html(text: str, name: str = "", limits: Limits = LIMITS) -> Pages:
    """Read a page into blocks, as a browser without scripts would show it.

    Raises ``TooComplex`` when it nests or spans beyond any report.
    """
    refuse_tags(text.count("<"), name=name, limits=limits)
    parser = lxml.html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False
    )
    body = text.replace("\x00", "").encode("utf-8", "replace")
    try:
        root = lxml.html.document_fromstring(body, parser=parser)
    except etree.LxmlError as broken:
        raise BrokenFile(name=name, format="HTML") from broken
    refuse_depth(root, name=name, limits=limits)
    flow = _Flow(name=name, limits=limits)
    flow.walk(root)
    flow.end()
    return Pages(blocks=tuple(flow.blocks))


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


@dataclass(kw_only=True)
class _Flow:
    """Blocks in the making: the text since the last break, and what came before."""

    name: str
    limits: Limits
    blocks: list[Paragraph | Table] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    marker: str = ""
    line: int = 0

    def walk(self, element: etree._Element) -> None:
        """Read an element and what is in it."""
        tag = element.tag
        if tag in DROPPED or _is_hidden(element):
            return
        if tag == "br":
            self.end()
        elif tag == "table":
            self._table(element)
        elif tag in ("ul", "ol"):
            self._list(element)
        elif tag in BLOCKS:
            self._block(element)
        else:
            self._inside(element)

    def end(self, *, heading: bool = False) -> None:
        """Finish a paragraph."""
        text = clean("".join(self.text))
        self.text.clear()
        if not text:
            return
        self.add(
            Paragraph(
                text=marked(self.marker, text),
                source=Source(lines=(self.line,) if self.line else ()),
                heading=heading,
            )
        )
        self.marker = ""

    def add(self, block: Paragraph | Table) -> None:
        """Append a block, within the limit."""
        self.blocks.append(block)
        if len(self.blocks) > self.limits.blocks:
            raise TooComplex(
                name=self.name, what="paragraphs", limit=self.limits.blocks
            )

    def _inside(self, element: etree._Element) -> None:
        lines = element.tag == "pre"
        self._write(element.text, lines=lines)
        for child in element:
            self.walk(child)
            self._write(child.tail, lines=lines)

    def _write(self, text: str | None, *, lines: bool) -> None:
        if not text:
            return
        for number, part in enumerate(text.split("\n") if lines else [text]):
            if number:
                self.end()
            self.text.append(part)

    def _block(self, element: etree._Element) -> None:
        self.end()
        self.line = _line_of(element)
        self._inside(element)
        self.end(heading=_is_heading(element))

    def _list(self, element: etree._Element) -> None:
        self.end()
        number = _number(element, "start", 1)
        for child in element:
            if child.tag == "li" and not _is_hidden(child):
                number = _number(child, "value", number)
                self.marker = _drawn_marker(element, number)
                self._block(child)
                self.marker = ""
                number += 1
            else:
                self.walk(child)
            self._write(child.tail, lines=False)
        self.end()

    def _table(self, table: etree._Element) -> None:
        self.end()
        if _is_layout(table):
            self._inside(table)
            return
        for aside in _asides(table):
            self.walk(aside)
        self.end()
        rows = (
            (Source(lines=(_line_of(row),)), tuple(self._cells(row)))
            for row in _rows(table)
        )
        made = spread(rows, name=self.name, limits=self.limits)
        if made.rows:
            self.add(made)

    def _cells(self, row: etree._Element) -> Iterator[Spanning]:
        for place in row:
            if place.tag in ("td", "th") and not _is_hidden(place):
                inner = _Flow(name=self.name, limits=self.limits)
                inner._inside(place)
                inner.end()
                yield Spanning(
                    cell=Cell(paragraphs=tuple(_texts(inner.blocks))),
                    columns=_number(place, "colspan", 1),
                    rows=_number(place, "rowspan", 1) or self.limits.blocks,
                )


def _texts(blocks: Iterable[Paragraph | Table]) -> Iterator[str]:
    """Yield the paragraphs of blocks, those of tables cell by cell."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from cell.paragraphs


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """Yield a table's own rows, not those of tables inside it."""
    for child in table:
        if _is_hidden(child):
            continue
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child)


def _asides(table: etree._Element) -> Iterator[etree._Element]:
    """Yield what a table holds besides rows: its caption, and what is misplaced."""
    known = {"thead", "tbody", "tfoot", "tr", "colgroup", "col"}
    return (child for child in table if child.tag not in known)


def _is_layout(table: etree._Element) -> bool:
    """Tell whether a table only places wider tables on the page."""
    own = max((len(row) for row in _rows(table)), default=0)
    if own > _LAYOUT_COLUMNS:
        return False
    return any(
        len(row) > _LAYOUT_COLUMNS
        for inside in table.iter("table")
        if inside is not table
        for row in _rows(inside)
    )


def _line_of(element: etree._Element) -> int:
    line: object = element.sourceline
    return line if isinstance(line, int) else 0


def _is_heading(element: etree._Element) -> bool:
    named = str(element.get("class") or "").startswith("MsoTitle")
    return element.tag in HEADINGS or named


def _is_hidden(element: etree._Element) -> bool:
    if element.get("hidden") is not None:
        return True
    return _HIDDEN.search(element.get("style") or "") is not None


def _drawn_marker(listing: etree._Element, number: int) -> str:
    """Return what a browser draws before an item of a list."""
    style = listing.get("style") or ""
    if _NO_BULLET.search(style):
        return ""
    if listing.tag == "ul":
        return "- "
    kind = "thai" if _THAI_LIST.search(style) else listing.get("type") or "1"
    return HTML.get(kind, str)(number) + ". "


def _number(element: etree._Element, attribute: str, otherwise: int) -> int:
    """Return a whole number an attribute gives, between 0 and a thousand."""
    found = re.match(r"\s*([0-9]{1,6})", element.get(attribute) or "")
    return min(int(found[1]), 1_000) if found else otherwise
