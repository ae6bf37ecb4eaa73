"""PDF with a text layer: cells from the ruling lines, letters in pdfium's order.

pdfium may not be used from two threads at once, so one file is read at a time.
"""

import math
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2

from prongsai.ita.documents.reading.pages.formats import LIMITS, Limits
from prongsai.ita.documents.reading.pages.glyphs import glyphs_of, letters_on
from prongsai.ita.documents.reading.pages.grid import TooManyLines, grids_of
from prongsai.ita.documents.reading.pages.layout import Sheet, blocks_of
from prongsai.ita.documents.reading.pages.legible import is_legible
from prongsai.ita.documents.reading.pages.source import Pages
from prongsai.ita.errors import BrokenFile, GarbledText, NoTextLayer, TooComplex

_ONE_AT_A_TIME = threading.Lock()


def read_pdf(name: str, data: bytes, limits: Limits = LIMITS) -> Pages:
    """Return the paragraphs and tables of a PDF, each with its page.

    Raises ``BrokenFile`` for a damaged or protected file, ``NoTextLayer`` for
    pictures, ``GarbledText`` for Thai that cannot be trusted, ``TooComplex``.
    """
    with opened(name, data, limits) as document:
        sheets = list(_sheets(name, document, limits))
    if not any(glyph.text.strip() for sheet in sheets for glyph in sheet.glyphs):
        raise NoTextLayer(name=name)
    for sheet in sheets:
        if not is_legible("".join(glyph.text for glyph in sheet.glyphs)):
            raise GarbledText(name=name, page=sheet.number)
    return Pages(blocks=tuple(blocks_of(sheets)))


@contextmanager
def opened(name: str, data: bytes, limits: Limits) -> Iterator[Any]:
    """Give a document of pdfium to one thread, and close it afterwards."""
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as refused:
            raise BrokenFile(name=name, format="PDF") from refused
        try:
            if len(document) == 0:
                raise BrokenFile(name=name, format="PDF")
            if len(document) > limits.pages:
                raise TooComplex(name=name, what="pages", limit=limits.pages)
            yield document
        except pypdfium2.PdfiumError as broken:
            raise BrokenFile(name=name, format="PDF") from broken
        finally:
            document.close()


def _sheets(name: str, document: Any, limits: Limits) -> Iterator[Sheet]:  # noqa: ANN401  # untyped library
    end = time.monotonic() + limits.seconds
    for index in range(len(document)):
        if time.monotonic() > end:
            raise TooComplex(name=name, what="seconds", limit=limits.seconds)
        page = document[index]
        try:
            yield _sheet(name, page, limits, number=index + 1)
        finally:
            page.close()


def _sheet(name: str, page: Any, limits: Limits, *, number: int) -> Sheet:  # noqa: ANN401  # untyped library
    if letters_on(page) > limits.letters_on_page:
        raise TooComplex(name=name, what="letters", limit=limits.letters_on_page)
    try:
        grids = grids_of(page, limits.lines_on_page)
    except TooManyLines as many:
        raise TooComplex(name=name, what="rules", limit=limits.lines_on_page) from many
    height = page.get_height()
    return Sheet(
        number=number,
        height=height if math.isfinite(height) else 0.0,
        glyphs=glyphs_of(page),
        grids=grids,
    )
