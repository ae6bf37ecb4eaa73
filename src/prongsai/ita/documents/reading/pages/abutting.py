"""Tables that stand under each other without a gap, told apart by their columns."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeAlias

Place: TypeAlias = tuple[float, float, float, float]
"""A cell on the page: left, top, right, bottom, in points."""

_NEAR = 2.0


def apart(cells: Iterable[Place]) -> Iterator[list[Place]]:
    """Cut a block of cells where the columns change.

    A row with merged cells has some of the lines between columns, and never others: it
    stays. A row with lines that the rows above do not have, and without lines that they
    do have, begins another table, unless a cell from above reaches into it.
    """
    table: list[Place] = []
    lines: list[float] = []
    for top, row in _rows(cells):
        mine = _inner(row)
        reaches = any(cell[3] > top + _NEAR for cell in table)
        if table and not reaches and _differ(mine, lines) and _differ(lines, mine):
            yield table
            table, lines = [], []
        table = [*table, *row]
        lines = [*lines, *(x for x in mine if not _among(x, lines))]
    if table:
        yield table


def _rows(cells: Iterable[Place]) -> Iterator[tuple[float, list[Place]]]:
    rows: defaultdict[int, list[Place]] = defaultdict(list)
    for cell in cells:
        rows[round(cell[1])].append(cell)
    for _, row in sorted(rows.items()):
        yield min(cell[1] for cell in row), row


def _inner(row: list[Place]) -> list[float]:
    """Lines between the cells of a row, its two ends left out."""
    places = sorted({x for cell in row for x in (cell[0], cell[2])})
    return [x for x in places[1:-1] if x - places[0] > _NEAR]


def _differ(mine: list[float], others: list[float]) -> bool:
    """Whether one of the lines is not among the others."""
    return any(not _among(x, others) for x in mine)


def _among(x: float, others: list[float]) -> bool:
    return any(abs(x - other) < _NEAR for other in others)
