"""Whether a file opens, whether a machine can read it, and what personal data it holds.

A PDF is opened in a process of its own with little memory and time; an office file is
unpacked within limits. Nothing of the text is handed back: only what was seen, and where.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from prongsai.ita.disclosure.model import Blank, Seen, Trouble
from prongsai.ita.disclosure.privacy import seen_in
from prongsai.ita.disclosure.sheets import CELL, Sheet, blanks_of, sheets_of
from prongsai.ita.documents.reading.pages.formats import Limits, decode
from prongsai.ita.documents.reading.pages.opening import pages_of
from prongsai.ita.documents.reading.pages.source import Pages, Table
from prongsai.ita.errors import (
    BrokenFile,
    EmptyFile,
    GarbledText,
    NoTextLayer,
    UnusableInput,
    WrongExtension,
)

LIMITS = Limits(seconds=20, pages=400, memory=1_024 * 1_024 * 1_024)
"""How much work one file of an item may be."""

VERSION = 2
"""Grows when files are looked at differently: what was seen before counts no more."""

_PAGES = frozenset({"pdf", "docx", "txt"})
_PICTURES = frozenset({"jpg", "jpeg", "png", "webp"})


@dataclass(frozen=True, kw_only=True)
class FileSeen:
    """What is known of a file once it was looked at; None for what cannot be told."""

    opens: bool | None
    has_text: bool | None = None
    trouble: Trouble = Trouble.NONE
    seen: tuple[Seen, ...] = ()
    blanks: tuple[Blank, ...] = ()


_UNTOLD = FileSeen(opens=None, trouble=Trouble.TOO_LARGE)
_FAILED: Mapping[type[UnusableInput], FileSeen] = MappingProxyType(
    {
        NoTextLayer: FileSeen(opens=True, has_text=False),
        GarbledText: FileSeen(opens=True, has_text=True, trouble=Trouble.GARBLED),
        BrokenFile: FileSeen(opens=False),
        EmptyFile: FileSeen(opens=False),
        WrongExtension: FileSeen(opens=False),
    }
)


def look(kind: str, data: bytes, *, official: frozenset[str] = frozenset()) -> FileSeen:
    """Look at a file once; ``kind`` is the ending of its name, ``pdf``.

    Never raises for whatever the bytes are.
    """
    if kind in _PICTURES:
        return FileSeen(opens=bool(data))
    try:
        sheets = list(sheets_of(data, limits=LIMITS)) if kind == "xlsx" else []
        texts = list(_texts(kind, data, sheets))
    except UnusableInput as error:
        return _FAILED.get(type(error), _UNTOLD)
    found = [
        seen for page, text in texts for seen in seen_in(text, official, page=page)
    ]
    return FileSeen(
        opens=True,
        has_text=True,
        seen=tuple(dict.fromkeys(found)),
        blanks=tuple(b for n, one in enumerate(sheets, 1) for b in blanks_of(one, n)),
    )


def _texts(
    kind: str, data: bytes, sheets: Sequence[Sheet]
) -> Iterator[tuple[int, str]]:
    """Yield the texts of a file with their pages; 0 where it has none."""
    name = f"file.{kind}"
    if kind == "xlsx":
        yield from enumerate((sheet.text for sheet in sheets), start=1)
    elif kind == "csv":
        yield 0, decode(name, data)
    elif kind in _PAGES:
        yield from _pages(pages_of(name, data, limits=LIMITS))
    else:
        raise UnusableInput(name=name)


def _pages(pages: Pages) -> Iterator[tuple[int, str]]:
    for block in pages.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                text = CELL.join(cell.text for cell in row.cells)
                yield row.source.page or 0, text
        else:
            yield block.source.page or 0, block.text
