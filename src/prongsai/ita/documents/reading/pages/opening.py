"""From a file's name and bytes to its blocks, whatever its format."""

from prongsai.ita.documents.reading.pages.apart import read_apart
from prongsai.ita.documents.reading.pages.docx import read_docx
from prongsai.ita.documents.reading.pages.formats import (
    LIMITS,
    Format,
    Limits,
    decode,
    sniff,
)
from prongsai.ita.documents.reading.pages.html import html_text, read_html
from prongsai.ita.documents.reading.pages.source import Pages
from prongsai.ita.documents.reading.pages.text import read_text
from prongsai.ita.errors import NoTextLayer, TooComplex, UnknownFormat


def pages_of(
    name: str, data: bytes, *, ocr: bool = False, limits: Limits = LIMITS
) -> Pages:
    """Read a file into blocks; ``ocr`` reads pictures of pages, as a draft.

    JSON has no pages: a file that ``sniff`` calls JSON is an ``UnknownFormat`` here.
    Raises subclasses of ``UnusableInput`` and nothing else.
    """
    match sniff(name, data, limits):
        case Format.PDF:
            return read_apart("scan" if ocr else "pdf", name, data, limits=limits)
        case Format.IMAGE if ocr:
            return read_apart("scan", name, data, limits=limits)
        case Format.IMAGE:
            raise NoTextLayer(name=name)
        case Format.DOCX:
            return read_docx(name, data, limits)
        case Format.HTML:
            return read_html(html_text(name, data), name, limits)
        case Format.TEXT:
            return _text(name, _bounded(name, decode(name, data), limits))
        case Format.JSON:
            raise UnknownFormat(name=name)


def _text(name: str, text: str) -> Pages:
    try:
        return read_text(text)
    except TooComplex as inside:
        # HTML inside a text does not know which file it stands in.
        raise TooComplex(**{**inside.facts, "name": name}) from inside


def _bounded(name: str, text: str, limits: Limits) -> str:
    """Return a text that has no more lines and cells than a report."""
    for mark in "\n\t|<":
        if text.count(mark) > limits.blocks:
            raise TooComplex(name=name, what="lines", limit=limits.blocks)
    return text
