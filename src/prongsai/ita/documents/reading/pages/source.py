"""What stands on the page, before anyone asks what it means.

Every format (text, HTML, DOCX, PDF) is read into these blocks, in reading order;
everything behind them (columns, measures, scores, memos) sees only these.

Texts are already clean: no tags or entities, ``ํา`` written as ``ำ``, no invisible
characters, one space where the page had any white space. Word for word otherwise.
"""

from dataclasses import dataclass, field

from prongsai.ita.documents.model.report import Source


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """One line or paragraph outside a table. ``heading`` when the format says so."""

    text: str
    source: Source = field(default_factory=Source)
    heading: bool = False


@dataclass(frozen=True, kw_only=True)
class Cell:
    """The paragraphs of one cell, in order; a list item is a paragraph of its own.

    A list item whose bullet is drawn by the format (``<li>``, a Word list) starts
    with ``- `` for a bullet or its number, for example ``1. ``. ``covered`` is set
    for a place that a cell of a row above reaches down to.
    """

    paragraphs: tuple[str, ...] = ()
    covered: bool = False

    @property
    def text(self) -> str:
        """The whole cell as one line."""
        return " ".join(self.paragraphs)


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row, as wide as its table.

    A cell that spans columns or rows is given once, at its first place; the places
    it covers hold an empty cell.
    """

    cells: tuple[Cell, ...]
    source: Source = field(default_factory=Source)


@dataclass(frozen=True, kw_only=True)
class Table:
    """The rows of one table on the page; a page break starts a new one or not."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True)
class Pages:
    """A whole document: its blocks in reading order, and whether OCR made it."""

    blocks: tuple[Paragraph | Table, ...]
    draft: bool = False
