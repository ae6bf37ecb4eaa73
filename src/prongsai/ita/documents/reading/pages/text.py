"""Plain text and Markdown as blocks: tab tables, pipe tables, HTML in cells."""

import re
from collections.abc import Iterator

from prongsai.ita.documents.model.report import Source
from prongsai.ita.documents.reading.pages.fragments import inline
from prongsai.ita.documents.reading.pages.html import read_html
from prongsai.ita.documents.reading.pages.source import (
    Cell,
    Pages,
    Paragraph,
    Row,
    Table,
)
from prongsai.ita.thai.text import clean

_RULER = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_HEADING = re.compile(r"^\s{0,3}(?P<level>#{1,6})\s+(?P<text>.*?)#*\s*$")
_EMPHASIS = re.compile(r"\*\*|__(?=\S)|(?<=\S)__|~~")
_PIPE = re.compile(r"(?<!\\)\|")
_BLANK = re.compile(r"^[\s.…_·-]*$")
_TABLE_START = re.compile(r"<table\b", re.IGNORECASE)
_TABLE_END = re.compile(r"</table\s*>", re.IGNORECASE)

Line = tuple[int, str]


def read_text(text: str) -> Pages:
    """Read text into blocks; every block knows its line, counted from 1."""
    lines = list(enumerate(text.splitlines(), start=1))
    return Pages(blocks=tuple(_blocks(lines)))


def _blocks(lines: list[Line]) -> Iterator[Paragraph | Table]:
    at = 0
    while at < len(lines):
        number, line = lines[at]
        if _TABLE_START.search(line):
            end = _html_end(lines, at)
            yield from _html(lines[at:end])
        elif (end := _table_end(lines, at)) > at:
            yield Table(rows=tuple(_rows(lines[at:end])))
        else:
            end = at + 1
            yield from _paragraph(number, line)
        at = end


def _paragraph(number: int, line: str) -> Iterator[Paragraph]:
    heading = _HEADING.match(line)
    body = heading["text"] if heading else line
    for part in inline(_EMPHASIS.sub("", body)):
        if not _BLANK.match(part):
            yield Paragraph(
                text=clean(part), source=Source(lines=(number,)), heading=bool(heading)
            )


def _table_end(lines: list[Line], at: int) -> int:
    """Where the table that begins at ``at`` ends; ``at`` itself when none begins."""
    kind = _kind(lines[at][1])
    if not kind:
        return at
    end = at + 1
    while end < len(lines) and _kind(lines[end][1]) == kind:
        end += 1
    return end if kind == "tab" or end - at > 1 else at


def _kind(line: str) -> str:
    if line.lstrip().startswith("|") or (_RULER.match(line) and "|" in line):
        return "pipe"
    if "\t" in line.strip(" ") and line.strip():
        return "tab"
    return "pipe" if len(_PIPE.findall(line)) > 1 else ""


def _rows(lines: list[Line]) -> Iterator[Row]:
    split = [(number, _cells(line)) for number, line in lines if not _RULER.match(line)]
    width = max((len(cells) for _, cells in split), default=0)
    for number, cells in split:
        padded = [*cells, *[""] * (width - len(cells))]
        yield Row(
            cells=tuple(Cell(paragraphs=_cell(text)) for text in padded),
            source=Source(lines=(number,)),
        )


def _cells(line: str) -> list[str]:
    if "\t" in line and not line.lstrip().startswith("|"):
        return line.split("\t")
    line = line.strip().removeprefix("|")
    line = line.removesuffix("|") if not line.endswith("\\|") else line
    return [cell.replace("\\|", "|") for cell in _PIPE.split(line)]


def _cell(text: str) -> tuple[str, ...]:
    parts = map(clean, inline(_EMPHASIS.sub("", text)))
    return tuple(part for part in parts if part)


def _html_end(lines: list[Line], at: int) -> int:
    """The line after the end tag of the outermost table that begins at ``at``."""
    depth = 0
    for end in range(at, len(lines)):
        line = lines[end][1]
        depth += len(_TABLE_START.findall(line)) - len(_TABLE_END.findall(line))
        if depth <= 0:
            return end + 1
    return len(lines)


def _html(lines: list[Line]) -> Iterator[Paragraph | Table]:
    """Blocks of HTML inside Markdown; its rows take the line the table begins at."""
    source = Source(lines=(lines[0][0],))
    for block in read_html("\n".join(line for _, line in lines)).blocks:
        if isinstance(block, Paragraph):
            yield Paragraph(text=block.text, source=source, heading=block.heading)
        else:
            yield Table(
                rows=tuple(Row(cells=r.cells, source=source) for r in block.rows)
            )
