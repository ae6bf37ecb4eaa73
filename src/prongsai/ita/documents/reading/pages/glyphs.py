"""The letters of one PDF page, in the order the page draws them, each drawn once.

pdfium gives Thai back in logical order; sorting by place would scramble the marks.
Places are as the page is seen: from its left edge and from its top, in points.
"""

import ctypes
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeAlias

import pypdfium2.raw as pdfium

Point: TypeAlias = tuple[float, float]

# Microsoft's and Apple's private places for shifted Thai marks (as in HarfBuzz).
_SHIFTED = (
    "\uf700\u0e10 \uf701\u0e34 \uf702\u0e35 \uf703\u0e36 \uf704\u0e37 \uf705\u0e48 "
    "\uf706\u0e49 \uf707\u0e4a \uf708\u0e4b \uf709\u0e4c \uf70a\u0e48 \uf70b\u0e49 "
    "\uf70c\u0e4a \uf70d\u0e4b \uf70e\u0e4c \uf70f\u0e0d \uf710\u0e31 \uf711\u0e4d "
    "\uf712\u0e47 \uf713\u0e48 \uf714\u0e49 \uf715\u0e4a \uf716\u0e4b \uf717\u0e4c "
    "\uf718\u0e38 \uf719\u0e39 \uf71a\u0e3a \uf884\u0e31 \uf885\u0e34 \uf886\u0e35 "
    "\uf887\u0e36 \uf888\u0e37 \uf889\u0e47 \uf88a\u0e48 \uf88b\u0e48 \uf88c\u0e48 "
    "\uf88d\u0e49 \uf88e\u0e49 \uf88f\u0e49 \uf890\u0e4a \uf891\u0e4a \uf892\u0e4a "
    "\uf893\u0e4b \uf894\u0e4b \uf895\u0e4b \uf896\u0e4c \uf897\u0e4c \uf898\u0e4c "
    "\uf899\u0e4d \uf89a\u0e0d \uf89b\u0e38 \uf89c\u0e39 \uf89d\u0e3a \uf89e\u0e10"
)
_PLAIN = {ord(pair[0]): pair[1] for pair in _SHIFTED.split(" ")}
# pdfium hides a hyphen at a line's end; in these documents it is always a real one.
_HIDDEN_HYPHENS = {0x02, 0xFFFE}
_WHITE = {0x09, 0x0A, 0x0D, 0x20, 0xA0}
# Ghosts are looked for among this many drawings before.
_MEMORY = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class Glyph:
    """One letter: from ``x0`` to ``x1`` on the baseline ``y``, ``em`` tall.

    ``gap`` says that pdfium saw a space before it which the page does not write.
    ``drawing`` numbers the piece of text it was drawn with, ``span`` the marked
    content which says what that piece means as a whole (0 for none).
    """

    text: str
    x0: float
    x1: float
    y: float
    em: float
    gap: bool = False
    drawing: int = 0
    span: int = 0


def turned(page: Any) -> Callable[[float, float], Point]:  # noqa: ANN401  # untyped library
    """Return the function from the page's own places to places as seen."""
    left, bottom, right, top = page.get_bbox()
    return {
        90: lambda x, y: (y - bottom, x - left),
        180: lambda x, y: (right - x, y - bottom),
        270: lambda x, y: (top - y, right - x),
    }.get(page.get_rotation(), lambda x, y: (x - left, top - y))


def glyphs_of(page: Any) -> tuple[Glyph, ...]:  # noqa: ANN401  # untyped library
    """Return every letter and space of a page in reading order, ghosts left out."""
    textpage = page.get_textpage()
    try:
        return tuple(without_ghosts(_glyphs(textpage.raw, turned(page))))
    finally:
        textpage.close()


def letters_on(page: Any) -> int:  # noqa: ANN401  # untyped library
    """Count the letters of a page without reading them."""
    textpage = page.get_textpage()
    try:
        return int(textpage.count_chars())
    finally:
        textpage.close()


def without_ghosts(glyphs: Iterator[Glyph]) -> Iterator[Glyph]:
    """Leave out what is drawn twice in one place.

    Browsers and typst split one Thai cluster into two drawings which both claim
    its text; some word processors draw bold by drawing twice.
    """
    recent: list[tuple[Glyph, ...]] = []
    for drawn in _drawings(glyphs):
        if any(_is_ghost(drawn, before) for before in recent):
            continue
        recent = [*recent[-_MEMORY:], drawn]
        yield from drawn


def _glyphs(
    textpage: Any,  # noqa: ANN401  # untyped library
    seen: Callable[[float, float], Point],
) -> Iterator[Glyph]:
    gap = False
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    drawing, span, last = 0, 0, None
    for index in range(pdfium.FPDFText_CountChars(textpage)):
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        if pdfium.FPDFText_IsGenerated(textpage, index) == 1:
            if code in _HIDDEN_HYPHENS:
                continue
            gap = True
            continue
        object_ = pdfium.FPDFText_GetTextObject(textpage, index)
        here = ctypes.addressof(object_.contents) if object_ else None
        if here != last:
            drawing, span, last = drawing + 1, _span(object_), here
        pdfium.FPDFText_GetLooseCharBox(textpage, index, box)
        pdfium.FPDFText_GetCharOrigin(textpage, index, x, y)
        ends = seen(box.left, box.bottom)[0], seen(box.right, box.top)[0]
        yield Glyph(
            text=_letter(code),
            x0=min(ends),
            x1=max(ends),
            y=seen(x.value, y.value)[1],
            em=_em(textpage, index),
            gap=gap,
            drawing=drawing,
            span=span,
        )
        gap = False


def _span(object_: Any) -> int:  # noqa: ANN401  # untyped library
    """Return the innermost marked content of a drawing, if it gives its text."""
    count = pdfium.FPDFPageObj_CountMarks(object_) if object_ else 0
    if count <= 0:
        return 0
    mark = pdfium.FPDFPageObj_GetMark(object_, count - 1)
    kind = pdfium.FPDFPageObjMark_GetParamValueType(mark, b"ActualText")
    given = kind == pdfium.FPDF_OBJECT_STRING
    return ctypes.addressof(mark.contents) if given else 0


def _em(textpage: Any, index: int) -> float:  # noqa: ANN401  # untyped library
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(textpage, index, matrix)
    size: float = pdfium.FPDFText_GetFontSize(textpage, index)
    return size * math.hypot(matrix.c, matrix.d)


def _letter(code: int) -> str:
    if code in _HIDDEN_HYPHENS:
        return "-"
    if code in _WHITE:
        return " "
    return _PLAIN.get(code) or chr(code)


def _drawings(glyphs: Iterator[Glyph]) -> Iterator[tuple[Glyph, ...]]:
    for _, drawn in groupby(glyphs, key=lambda glyph: glyph.drawing):
        yield tuple(drawn)


def _is_ghost(drawn: tuple[Glyph, ...], before: tuple[Glyph, ...]) -> bool:
    if [g.text for g in drawn] != [g.text for g in before]:
        return False
    first, other = drawn[0], before[0]
    if first.span and first.span == other.span:
        return True
    x0, x1 = min(g.x0 for g in drawn), max(g.x1 for g in drawn)
    y0, y1 = min(g.x0 for g in before), max(g.x1 for g in before)
    shared = min(x1, y1) - max(x0, y0)
    near = abs(first.y - other.y) < 0.3 * max(first.em, other.em)
    return near and shared >= 0.5 * (x1 - x0)
