"""PDF: tagged, archivable (PDF/A-2a), accessible (PDF/UA-1), set by typst.

``paper.typ`` says how a document looks; ``typst_blocks`` makes the data it paints.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib.resources import files

from prongsai.ita.documents.rendering.blocks import (
    Block,
    Document,
    Heading,
    MemoHead,
    Numbering,
    Orientation,
    Section,
)
from prongsai.ita.documents.rendering.engine import typeset
from prongsai.ita.documents.rendering.fonts import FAMILY
from prongsai.ita.documents.rendering.printable import printable
from prongsai.ita.documents.rendering.typst_blocks import Data, Room, block_data

UNDATED = date(2000, 1, 1)
"""PDF/A wants a date; a document that was given none gets this one."""

_REGIONS = {"th": "TH", "en": "GB"}

# Centimetres on A4; margins top, right, bottom, left as the rules for letters say.
_SHORT_SIDE, _LONG_SIDE = 21.0, 29.7
_MARGINS = {
    Numbering.MEMO: (2.5, 2.0, 2.0, 3.0),
    Numbering.CORNER: (2.0, 1.5, 1.5, 1.5),
}


def to_pdf(document: Document, *, made_on: date | None = None) -> bytes:
    """Return the document as PDF/A-2a and PDF/UA-1.

    The same document and date give the same bytes. A character no font can draw is
    printed as its code point.
    """
    template = files("prongsai.ita.documents.rendering").joinpath("paper.typ")
    return typeset(template.read_bytes(), _data(document, made_on or UNDATED))


def _data(document: Document, made_on: date) -> Data:
    return {
        "title": printable(document.title).strip() or "-",
        "family": FAMILY,
        "lang": document.lang,
        "region": _REGIONS.get(document.lang, "TH"),
        "date": [made_on.year, made_on.month, made_on.day],
        "numerals": document.numerals.value,
        "sections": [_section(section) for section in _stepwise(document)],
    }


def _stepwise(document: Document) -> Iterator[Section]:
    """Give the sections with headings that skip no level, as PDF/UA asks."""
    level = 0
    for section in document.sections:
        kept: list[Block] = []
        for block in section.blocks:
            if isinstance(block, MemoHead) and block.main:
                level = 1
            if isinstance(block, Heading):
                level = min(block.level, level + 1)
                kept.append(replace(block, level=level))
            else:
                kept.append(block)
        yield replace(section, blocks=tuple(kept))


def _section(section: Section) -> Data:
    landscape = section.orientation is Orientation.LANDSCAPE
    across, down = _SHORT_SIDE, _LONG_SIDE
    if landscape:
        across, down = down, across
    top, right, bottom, left = _MARGINS[section.numbering]
    room = Room(across=across - left - right, down=down - top - bottom)
    return {
        "landscape": landscape,
        "numbering": section.numbering.value,
        "margins": [top, right, bottom, left],
        "mark": printable(section.mark),
        "blocks": [block_data(block, room) for block in section.blocks],
    }
