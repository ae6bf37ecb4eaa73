"""A published table on paper, as much of it as a paper can carry."""

from collections.abc import Iterator, Sequence
from itertools import islice

from prongsai.foundations.publications import contents
from prongsai.ita.documents.rendering.blocks import (
    Align,
    Block,
    Column,
    Heading,
    Line,
    Paragraph,
    Row,
    Style,
    Table,
)
from prongsai.ita.documents.rendering.sentences import OFFICIAL
from prongsai.registers.disclosure.documents.wording import say

MOST_ROWS = 1_000
"""Rows of all tables of an item together that are printed; the workbook has them all.

Measured with 9 columns: 1,000 rows take 1.3 s, 0.4 GB and 3 MB of PDF; 10,000 rows take
17 s, 2.8 GB and 35 MB, more than an office's server can spare.
"""

FEWEST_ROWS = 20
"""Rows that even the last of many long tables shows."""

MOST_COLUMNS = 12
"""Columns that can still be read beside each other on a lying A4 page."""

_NARROWEST, _WIDEST = 3.0, 24.0  # letters
_MEASURED = 200  # rows that decide how wide the columns are


def printed_rows(tables: Sequence[contents.Table]) -> dict[str, int]:
    """Return how many rows of each table are printed, by its key."""
    left, found = MOST_ROWS, {}
    for table in tables:
        found[table.key] = min(len(table.rows), max(left, FEWEST_ROWS))
        left -= found[table.key]
    return found


def blocks_of(table: contents.Table, *, most: int, workbook: str) -> Iterator[Block]:
    """Return a table with its heading; where it is cut, a line says where the rest is."""
    yield Heading(level=3, text=OFFICIAL.text(table.title))
    if not table.rows:
        yield Paragraph(text=say("no_rows"), style=Style.LINE)
        return
    yield Table(
        caption=OFFICIAL.text(table.title),
        columns=tuple(_columns(table)),
        rows=tuple(_row(row) for row in islice(table.rows, most)),
    )
    yield from _cut("more_rows", len(table.rows), (most, workbook))
    yield from _cut("more_columns", len(table.columns), (MOST_COLUMNS, workbook))


def _cut(key: str, count: int, printed: tuple[int, str]) -> Iterator[Block]:
    most, workbook = printed
    if count > most:
        text = say(key, all=f"{count:,}", shown=f"{most:,}", file=workbook)
        yield Paragraph(text=text, style=Style.NOTE)


def _columns(table: contents.Table) -> Iterator[Column]:
    for n, column in enumerate(table.columns[:MOST_COLUMNS]):
        texts = [row[n] for row in islice(table.rows, _MEASURED)]
        yield Column(
            title=OFFICIAL.text(column.label),
            width=_width(column.label, texts),
            align=Align.CENTRE if column.numeric else Align.START,
        )


def _width(label: str, texts: Sequence[str]) -> float:
    """Return how wide a column wants to be: its usual text, never broken to nothing.

    >>> _width("ที่", ["1", "2"]), _width("ก" * 99, [])
    (3.0, 24.0)
    """
    usual = sum(map(len, texts)) / len(texts) if texts else 0
    longest_word = max((len(word) for word in label.split()), default=0)
    return min(max(usual, longest_word / 2, _NARROWEST), _WIDEST)


def _row(row: Sequence[str]) -> Row:
    return Row(cells=tuple(_cell(text) for text in row[:MOST_COLUMNS]))


def _cell(text: str) -> tuple[Line, ...]:
    lines = [line for line in text.splitlines() if line.strip()]
    return tuple(Line(text=OFFICIAL.day(line)) for line in lines)
