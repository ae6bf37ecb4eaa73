"""The text of one paragraph of a DOCX: what is shown, each thing once."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from prongsai.ita.documents.reading.pages.numbering import W, is_on, value

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

# Deleted or moved away; settings; names of fields, of which only results are shown.
_UNSEEN = frozenset(
    {W + tag for tag in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText")}
    | {W + tag for tag in ("sdtPr", "sdtEndPr", "rt", "p", "tbl")}
)
_WRITTEN = {
    f"{W}tab": " ",
    f"{W}ptab": " ",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
# Private places of Symbol and Wingdings, as office documents use them.
_SYMBOLS = {
    "F0FC": "✓", "F0FE": "☑", "F0A8": "☐", "F06F": "☐", "F052": "☑", "F0A3": "☐",
    "F0E0": "→", "F0B3": "≥", "F0D8": "➢", "F0A7": "▪",
}  # fmt: skip
_OTHER_SYMBOL = "•"
# Surrogates and private places.
_UNPRINTABLE = range(0xD800, 0xF900)


@dataclass(frozen=True, kw_only=True)
class Piece:
    r"""A stretch of text (``\n`` where the writer broke the line), a box or a note."""

    text: str = ""
    box: etree._Element | None = None
    note: tuple[str, str] | None = None


def pieces(parent: etree._Element) -> Iterator[Piece]:
    """Yield what is shown under a paragraph, in order."""
    for child in parent:
        piece = _piece(child)
        if piece is not None:
            yield piece
        elif child.tag == f"{_MC}AlternateContent":
            yield from _one_of(child)
        elif child.tag not in _UNSEEN and not _is_hidden(child):
            yield from pieces(child)


def _piece(child: etree._Element) -> Piece | None:
    """Return what an element shows by itself, if it does."""
    tag = child.tag
    if tag in (f"{W}t", f"{_M}t"):
        return Piece(text=child.text or "")
    if tag == f"{W}sym":
        return Piece(text=_symbol(child))
    if tag == f"{W}txbxContent":
        return Piece(box=child)
    if tag in _NOTES:
        return Piece(note=(_NOTES[tag], value(child, "id", own=True)))
    return Piece(text=_WRITTEN[tag]) if tag in _WRITTEN else None


def _one_of(alternatives: etree._Element) -> Iterator[Piece]:
    """Yield the first alternative that shows anything: all say the same."""
    for alternative in alternatives:
        found = list(pieces(alternative))
        if any(piece.text or piece.box is not None for piece in found):
            yield from found
            return


def _is_hidden(run: etree._Element) -> bool:
    return run.tag == f"{W}r" and is_on(run.find(f"{W}rPr"), "vanish")


def _symbol(symbol: etree._Element) -> str:
    code = (value(symbol, "char", own=True)).upper()
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    try:
        number = int(code, 16)
    except ValueError:
        return _OTHER_SYMBOL
    if number in _UNPRINTABLE or number > sys.maxunicode:
        return _OTHER_SYMBOL
    return chr(number)
