"""A document as blocks to paint, before anyone asks in which format.

``contents`` builds these from a report; ``html``, ``docx`` and ``pdf`` paint them.
Every text is final: digits are already switched, sentences already chosen.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Orientation(StrEnum):
    """How an A4 page lies."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class Numerals(StrEnum):
    """The digits a painter itself writes: the page numbers."""

    THAI = "thai"
    ARABIC = "arabic"


class Style(StrEnum):
    """How a paragraph stands on the page."""

    BODY = "body"
    """Running text: first line indented 2.5 cm, Thai distribution."""
    CENTRE = "centre"
    """Under a title: the office, its district, the year."""
    LINE = "line"
    """One line from the left margin, bold label and all, for example เรียน."""
    NOTE = "note"
    """Small print under a table."""


class Align(StrEnum):
    """Where the lines of a column stand."""

    START = "start"
    CENTRE = "centre"


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A heading; level 1 is the title and stands once in a document."""

    level: int
    text: str


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """One paragraph; ``label`` is printed bold before it, with a space."""

    text: str
    style: Style = Style.BODY
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of a cell: its marker (``๑.``, ``-``) hangs before the text.

    ``indent`` counts levels: 0 for an item, 1 for a sub-item, and so on.
    """

    text: str
    marker: str = ""
    indent: int = 0
    bold: bool = False

    @property
    def whole(self) -> str:
        """Marker and text as they are printed and read back."""
        return f"{self.marker} {self.text}".strip()


Cell: TypeAlias = tuple[Line, ...]
"""The lines of one cell; no lines, an empty cell."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column: its header and its share of the width (any unit, summed)."""

    title: str
    width: float
    align: Align = Align.START


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row, as wide as its table; ``heading`` is the cell that names the row."""

    cells: tuple[Cell, ...]
    heading: int | None = None
    emphasised: bool = False


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table: its header repeats on every page, its rows may split over pages.

    ``caption`` names it for a screen reader and is not painted: a heading stands
    above it.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A picture of figures that also stand in a table beside it.

    ``svg`` is a whole, self-contained SVG document ``width`` by ``height`` (its own
    pixels) without script, whose texts are set in the family ``Sarabun``.
    """

    title: str
    alt: str
    svg: str
    width: int
    height: int


@dataclass(frozen=True, kw_only=True)
class Field:
    """A label of the head of a memo and its value, for example ที่ and its number."""

    label: str
    value: str


@dataclass(frozen=True, kw_only=True)
class MemoHead:
    """The head of a บันทึกข้อความ: its name, then rows of one or two fields.

    Name bold 29 pt centred, labels bold 20 pt, values 16 pt on a dotted leader that
    runs to the margin; no rule below. ``main`` when the memo is the whole document,
    so that its name is the document's level 1 heading.
    """

    name: str
    rows: tuple[tuple[Field, ...], ...]
    main: bool = True
    urgency: str = ""
    """How fast, red and bold beside the place of the Garuda; empty for the usual."""


@dataclass(frozen=True, kw_only=True)
class Signature:
    """Room to sign, then the name in brackets and the position, right of centre.

    ``more`` are further lines below the position: in whose place, by which order.
    ``signed`` says when and how it was signed and stands where one would sign.
    """

    name: str
    position: str
    more: tuple[str, ...] = ()
    signed: str = ""


@dataclass(frozen=True, kw_only=True)
class Opinion:
    """A step of the chain: caption, what was said, dotted lines to write on, who signs.

    Keep the whole block on one page, unless what was said is longer than one.
    """

    caption: str
    signature: Signature
    lines: int = 2
    said: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Stamp:
    """A small square picture with lines beside it: where a document can be checked.

    ``svg`` is a whole SVG document ``side`` pixels wide and high.
    """

    svg: str
    side: int
    alt: str
    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PageBreak:
    """What follows begins on a new page of the same section."""


Block: TypeAlias = (
    Heading
    | Paragraph
    | Table
    | Chart
    | MemoHead
    | Signature
    | Opinion
    | Stamp
    | PageBreak
)


class Numbering(StrEnum):
    """Where a section prints its page numbers; each section counts from 1."""

    MEMO = "memo"
    """``- ๒ -`` centred on top, from the second page on."""
    CORNER = "corner"
    """The bare number at the top right of every page."""


@dataclass(frozen=True, kw_only=True)
class Section:
    """Pages that lie the same way. A new section begins on a new page."""

    orientation: Orientation
    numbering: Numbering
    blocks: tuple[Block, ...]
    mark: str = ""
    """How secret, red and centred on top and at the foot of every page."""


@dataclass(frozen=True, kw_only=True)
class Document:
    """A document to paint. ``title`` names the file; it is painted by a block."""

    title: str
    numerals: Numerals
    sections: tuple[Section, ...]
    lang: str = "th"

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Every block of every section, in order."""
        return tuple(block for section in self.sections for block in section.blocks)
