"""DOCX as blocks: what Word shows, in the order it shows it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from lxml import etree

from prongsai.ita.documents.model.report import Source
from prongsai.ita.documents.reading.pages.formats import LIMITS, Limits
from prongsai.ita.documents.reading.pages.markers import marked
from prongsai.ita.documents.reading.pages.numbering import (
    Numbering,
    W,
    read_numbering,
    value,
    whole,
)
from prongsai.ita.documents.reading.pages.package import Package, unpack
from prongsai.ita.documents.reading.pages.source import Cell, Pages, Paragraph, Table
from prongsai.ita.documents.reading.pages.spans import Spanning, spread
from prongsai.ita.documents.reading.pages.styles import Styles, read_styles
from prongsai.ita.documents.reading.pages.words import Piece, pieces
from prongsai.ita.errors import BrokenFile, TooComplex
from prongsai.ita.thai.text import clean

_PASSED_THROUGH = frozenset(
    W + tag for tag in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)
# Borders of rows drawn by hand rarely meet; nearer than this they are one (twips).
_NEAR = 170


def read_docx(name: str, data: bytes, limits: Limits = LIMITS) -> Pages:
    """Read a DOCX into blocks. Raises ``BrokenFile`` or ``TooComplex``."""
    package = unpack(name, data, limits)
    body = package.document.find(f"{W}body")
    if body is None:
        raise BrokenFile(name=name, format="DOCX")
    reader = _Reader(
        name=name,
        limits=limits,
        styles=read_styles(package.others.get("styles")),
        numbering=read_numbering(package.others.get("numbering")),
        notes=_notes(package),
    )
    return Pages(blocks=tuple(reader.blocks(body)))


def _notes(package: Package) -> Mapping[tuple[str, str], etree._Element]:
    """Return the foot- and endnotes by kind and number."""
    return {
        (kind, value(note, "id", own=True)): note
        for kind in ("footnote", "endnote")
        if (root := package.others.get(f"{kind}s")) is not None
        for note in root.findall(W + kind)
    }


@dataclass(kw_only=True)
class _Reader:
    """Walks the body once, in order, because lists count on."""

    name: str
    limits: Limits
    styles: Styles
    numbering: Numbering
    notes: Mapping[tuple[str, str], etree._Element]
    count: int = 0
    told: set[tuple[str, str]] = field(default_factory=set)

    def blocks(self, parent: etree._Element) -> Iterator[Paragraph | Table]:
        """Yield the paragraphs and tables under an element."""
        for child in _children(parent):
            self._count()
            if child.tag == f"{W}p":
                yield from self._paragraphs(child)
            elif child.tag == f"{W}tbl":
                table = self._table(child)
                if table.rows:
                    yield table

    def _count(self) -> None:
        self.count += 1
        if self.count > self.limits.blocks:
            raise TooComplex(
                name=self.name, what="paragraphs", limit=self.limits.blocks
            )

    def _paragraphs(self, paragraph: etree._Element) -> Iterator[Paragraph | Table]:
        """Yield one paragraph a line, then its text boxes and its notes."""
        style = self.styles.of(paragraph)
        marker = self.numbering.marker(*style.numbered) if style.numbered else ""
        found = list(pieces(paragraph))
        for text in _lines(found):
            # A number is printed before the first line only.
            yield Paragraph(
                text=marked(marker, text), source=Source(), heading=style.heading
            )
            marker = ""
        for piece in found:
            if piece.box is not None:
                yield from self.blocks(piece.box)
            elif piece.note is not None:
                yield from self._note(piece.note)

    def _note(self, key: tuple[str, str]) -> Iterator[Paragraph | Table]:
        if key in self.notes and key not in self.told:
            self.told.add(key)
            yield from self.blocks(self.notes[key])

    def _table(self, table: etree._Element) -> Table:
        edges = _edges(table)
        rows = ((Source(), self._row(row)) for row in _rows(table))
        kept = ((source, _snapped(cells, edges)) for source, cells in rows)
        return spread(kept, name=self.name, limits=self.limits)

    def _row(self, row: etree._Element) -> list[Spanning]:
        properties = row.find(f"{W}trPr")
        before = min(whole(value(properties, "gridBefore"), 0), self.limits.columns)
        cells = [Spanning(cell=Cell()) for _ in range(before)]
        places = (place for place in _children(row) if place.tag == f"{W}tc")
        return [*cells, *map(self._cell, places)]

    def _cell(self, place: etree._Element) -> Spanning:
        properties = place.find(f"{W}tcPr")
        texts = tuple(_texts(self.blocks(place)))
        covered = _is_covered(properties)
        return Spanning(
            cell=Cell(covered=True) if covered else Cell(paragraphs=texts),
            columns=whole(value(properties, "gridSpan"), 1) or 1,
        )


def _is_covered(properties: etree._Element | None) -> bool:
    """Tell whether a cell is the lower part of one merged downwards."""
    merged = None if properties is None else properties.find(f"{W}vMerge")
    return merged is not None and merged.get(f"{W}val") != "restart"


def _children(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield what Word shows under an element, content controls opened."""
    for child in parent:
        if child.tag in _PASSED_THROUGH:
            yield from _children(child)
        else:
            yield child


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for row in _children(table):
        if row.tag == f"{W}tr":
            properties = row.find(f"{W}trPr")
            if properties is None or properties.find(f"{W}del") is None:
                yield row


def _lines(found: Sequence[Piece]) -> Iterator[str]:
    """Yield the lines of a paragraph; a line break of the writer ends one."""
    text = "".join(piece.text for piece in found)
    for line in text.split("\n"):
        cleaned = clean(line)
        if cleaned:
            yield cleaned


def _texts(blocks: Iterator[Paragraph | Table]) -> Iterator[str]:
    """Yield the paragraphs of blocks, those of inner tables cell by cell."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from cell.paragraphs


def _edges(table: etree._Element) -> list[int]:
    """Number the grid lines of a table; lines too near each other share a number."""
    widths = [
        whole(value(column, "w", own=True), _NEAR + 1)
        for column in table.findall(f"{W}tblGrid/{W}gridCol")
    ]
    edges: list[int] = []
    last = -_NEAR - 1
    for place in accumulate(widths, initial=0):
        edges.append((edges[-1] if edges else -1) + (place - last > _NEAR))
        last = place
    return edges


def _snapped(cells: Sequence[Spanning], edges: Sequence[int]) -> Sequence[Spanning]:
    """Return the cells of a row in the columns that near grid lines make together."""
    ends = list(accumulate((cell.columns for cell in cells), initial=0))
    if not ends or ends[-1] >= len(edges):
        return cells
    return [
        Spanning(cell=cell.cell, columns=max(edges[end] - edges[start], 1))
        for cell, start, end in zip(cells, ends, ends[1:], strict=False)
    ]
