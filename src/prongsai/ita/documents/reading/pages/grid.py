"""The cells of a PDF page, from its ruling lines.

pdfium tells the lines, pdfplumber's table finder the cells they make. Lines end
where a page cuts a row, so the ends of the vertical lines count as ruled too.
"""

import ctypes
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeAlias

import pypdfium2.raw as pdfium
from pdfplumber import table as plumber

from prongsai.ita.documents.reading.pages.abutting import apart
from prongsai.ita.documents.reading.pages.glyphs import Point, turned

# How far apart two lines may be and still be one, as pdfplumber has it.
_NEAR = 3.0
# A filled box thinner than this is a line, whatever the page calls it.
_THIN = 2.5
# Shorter strokes are dashes of a dotted line only if others continue them.
_SHORT = 6.0
_FORMS_DEEP = 8
# A hundred rows of fifty columns; pdfplumber takes a second for them.
_MOST_CROSSINGS = 5_000


@dataclass(frozen=True, kw_only=True)
class Edge:
    """A ruling line: upright or level, at one place, from ``start`` to ``end``."""

    upright: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, kw_only=True)
class Box:
    """One cell: its place on the page, and its row and column in its table."""

    x0: float
    top: float
    x1: float
    bottom: float
    row: int
    column: int


@dataclass(frozen=True, kw_only=True)
class Grid:
    """One table: its cells, and how many rows and columns it has."""

    boxes: tuple[Box, ...]
    rows: int
    columns: int

    @property
    def top(self) -> float:
        """Where the table starts, from the top of the page."""
        return min(box.top for box in self.boxes)


_Seen: TypeAlias = Callable[[float, float], Point]
_Matrix: TypeAlias = tuple[float, float, float, float, float, float]
_SAME: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class TooManyLines(Exception):
    """More ruling lines than any table has: a drawing, or an attack."""


def grids_of(page: Any, most: int) -> tuple[Grid, ...]:  # noqa: ANN401  # untyped library
    """Return the tables of a page from top to bottom; ``TooManyLines`` over ``most``."""
    edges: list[Edge] = []
    for edge in _edges(page, turned(page)):
        edges.append(edge)
        if len(edges) > most:
            raise TooManyLines
    return ruled_grids(edges, most)


def ruled_grids(edges: Iterable[Edge], most: int) -> tuple[Grid, ...]:
    """Return the tables that drawn lines make, closed where a page cut them."""
    merged = _merged(edges)
    return grids(_merged([*merged, *_closing(merged)]), most)


def grids(edges: Iterable[Edge], most: int) -> tuple[Grid, ...]:
    """Return the tables that ruling lines make, from top to bottom."""
    plain = [_as_plumber(edge) for edge in edges]
    upright = sum(edge["orientation"] == "v" for edge in plain)
    if upright * (len(plain) - upright) > most:
        raise TooManyLines
    crossings = plumber.edges_to_intersections(plain, 3, 3)
    if len(crossings) > _MOST_CROSSINGS:
        raise TooManyLines
    cells = plumber.intersections_to_cells(crossings)
    blocks = plumber.cells_to_tables(cells)
    found = [_grid(table) for block in blocks for table in apart(block)]
    # A frame around a page or a note is no table.
    return tuple(
        sorted(
            (grid for grid in found if grid.columns > 1 and grid.rows > 0),
            key=lambda grid: grid.top,
        )
    )


def _grid(cells: Iterable[tuple[float, float, float, float]]) -> Grid:
    cells = list(cells)
    lefts = _steps(cell[0] for cell in cells)
    tops = _steps(cell[1] for cell in cells)
    boxes = tuple(
        Box(x0=x0, top=top, x1=x1, bottom=bottom, row=tops[top], column=lefts[x0])
        for x0, top, x1, bottom in sorted(cells, key=lambda c: (c[1], c[0]))
    )
    return Grid(boxes=boxes, rows=len(tops), columns=len(lefts))


def _steps(places: Iterable[float]) -> dict[float, int]:
    return {place: number for number, place in enumerate(sorted(set(places)))}


def _closing(edges: Iterable[Edge]) -> Iterator[Edge]:
    """Rule a line where several upright lines end together."""
    ends: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for edge in edges:
        if edge.upright:
            for place in (edge.start, edge.end):
                ends[round(place / _NEAR)].append((place, edge.at))
    for key, here in list(ends.items()):
        near = here + ends.get(key + 1, [])
        xs = [at for _, at in near]
        if len(set(xs)) > 1:
            level = sum(place for place, _ in near) / len(near)
            yield Edge(upright=False, at=level, start=min(xs), end=max(xs))


def _merged(edges: Iterable[Edge]) -> list[Edge]:
    plain = [_as_plumber(edge) for edge in edges]
    if not plain:
        return []
    merged = plumber.merge_edges(plain, _NEAR, _NEAR, _NEAR, _NEAR)
    return [
        edge for edge in map(_from_plumber, merged) if edge.end - edge.start > _SHORT
    ]


def _as_plumber(edge: Edge) -> dict[str, Any]:
    if edge.upright:
        x0 = x1 = edge.at
        top, bottom = edge.start, edge.end
    else:
        x0, x1 = edge.start, edge.end
        top = bottom = edge.at
    return {
        "orientation": "v" if edge.upright else "h",
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    }


def _from_plumber(edge: dict[str, Any]) -> Edge:
    if edge["orientation"] == "v":
        return Edge(upright=True, at=edge["x0"], start=edge["top"], end=edge["bottom"])
    return Edge(upright=False, at=edge["top"], start=edge["x0"], end=edge["x1"])


def _edges(page: Any, seen: _Seen) -> Iterator[Edge]:  # noqa: ANN401  # untyped library
    count = pdfium.FPDFPage_CountObjects(page.raw)
    objects = (pdfium.FPDFPage_GetObject(page.raw, index) for index in range(count))
    for path, matrix in _paths(objects, _SAME, _FORMS_DEEP):
        yield from _edges_of_path(path, matrix, seen)


def _paths(
    objects: Iterator[Any], outer: _Matrix, deep: int
) -> Iterator[tuple[Any, _Matrix]]:
    """Yield every path with its matrix, those inside forms too."""
    for thing in objects:
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield thing, _times(_matrix(thing), outer)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and deep:
            count = pdfium.FPDFFormObj_CountObjects(thing)
            inner = (pdfium.FPDFFormObj_GetObject(thing, i) for i in range(count))
            yield from _paths(inner, _times(_matrix(thing), outer), deep - 1)


def _matrix(thing: Any) -> _Matrix:  # noqa: ANN401  # untyped library
    raw = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(thing, raw):
        return _SAME
    return (raw.a, raw.b, raw.c, raw.d, raw.e, raw.f)


def _times(first: _Matrix, second: _Matrix) -> _Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def _edges_of_path(path: Any, matrix: _Matrix, seen: _Seen) -> Iterator[Edge]:  # noqa: ANN401  # untyped library
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if not (fill.value or stroke.value):
        return
    for line in _outlines(path, matrix, seen):
        thin = _thin(line)
        if thin is not None:
            yield thin
        elif stroke.value:
            yield from _sides(line)


def _outlines(path: Any, matrix: _Matrix, seen: _Seen) -> Iterator[list[Point]]:  # noqa: ANN401  # untyped library
    """Yield each stretch of a path as its corners; curves count as their ends."""
    a, b, c, d, e, f = matrix
    points: list[Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        here = seen(
            a * x.value + c * y.value + e,
            b * x.value + d * y.value + f,
        )
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        points.append(here)
        if pdfium.FPDFPathSegment_GetClose(segment) and len(points) > 1:
            points.append(points[0])
    if len(points) > 1:
        yield points


def _thin(points: list[Point]) -> Edge | None:
    """Return the line a thin box or a straight stretch draws."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    wide, tall = max(xs) - min(xs), max(ys) - min(ys)
    if not (math.isfinite(wide) and math.isfinite(tall)):
        return None
    if tall <= _THIN < wide:
        return Edge(
            upright=False, at=(min(ys) + max(ys)) / 2, start=min(xs), end=max(xs)
        )
    if wide <= _THIN < tall:
        return Edge(
            upright=True, at=(min(xs) + max(xs)) / 2, start=min(ys), end=max(ys)
        )
    return None


def _sides(points: list[Point]) -> Iterator[Edge]:
    for first, second in pairwise(points):
        side = _thin([first, second])
        if side is not None:
            yield side
