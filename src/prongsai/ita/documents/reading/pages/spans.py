"""Tables whose cells span columns and rows, as rows of equal width."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from prongsai.ita.documents.model.report import Source
from prongsai.ita.documents.reading.pages.formats import Limits
from prongsai.ita.documents.reading.pages.source import Cell, Row, Table
from prongsai.ita.errors import TooComplex


@dataclass(frozen=True, kw_only=True)
class Spanning:
    """A cell and how many columns and rows it covers, itself included."""

    cell: Cell
    columns: int = 1
    rows: int = 1


def spread(
    rows: Iterable[tuple[Source, Sequence[Spanning]]], *, name: str, limits: Limits
) -> Table:
    """Return a table where each cell stands once, at its first place.

    Rows without any text, and columns where no cell begins, are left out.
    Raises ``TooComplex``.
    """
    sources: list[Source] = []
    places: dict[int, dict[int, Cell]] = defaultdict(dict)
    waiting: dict[int, int] = {}
    covered = Cell(covered=True)
    begun: set[int] = set()
    cells_in_all = 0
    for number, (source, cells) in enumerate(rows):
        sources.append(source)
        cells_in_all += len(cells)
        if cells_in_all + len(sources) > limits.blocks:
            raise TooComplex(name=name, what="cells", limit=limits.blocks)
        column = 0
        for spanning in cells:
            while waiting.get(column, 0) > number:
                places[number][column] = covered
                column += 1
            if column >= limits.columns:
                raise TooComplex(name=name, what="columns", limit=limits.columns)
            places[number][column] = spanning.cell
            begun.add(column)
            for _ in range(min(max(spanning.columns, 1), limits.columns - column)):
                waiting[column] = number + max(spanning.rows, 1)
                column += 1
        for late in (c for c in waiting if c >= column and waiting[c] > number):
            places[number][late] = covered
    return Table(
        rows=tuple(
            Row(
                cells=tuple(places[n].get(c, Cell()) for c in sorted(begun)),
                source=source,
            )
            for n, source in enumerate(sources)
            if has_text(places[n].values())
        )
    )


def has_text(cells: Iterable[Cell]) -> bool:
    """Tell whether any cell holds a paragraph."""
    return any(cell.paragraphs for cell in cells)
