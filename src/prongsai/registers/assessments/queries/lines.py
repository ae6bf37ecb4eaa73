"""The text of a file as the lines its values stand in, whatever its format."""

from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.ita.documents.model.report import Report, Source
from prongsai.ita.documents.reading.meaning.report import read_report
from prongsai.ita.documents.reading.pages.formats import Format, decode, sniff
from prongsai.ita.documents.reading.pages.opening import pages_of
from prongsai.ita.documents.reading.pages.source import Pages, Paragraph

Stored = dict[str, str | int]


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line: of a text with its number, of a PDF with its page, else with neither."""

    text: str
    number: int = 0
    page: int = 0

    def stored(self) -> Stored:
        """Return the line as JSON keeps it; what is not known is left out."""
        kept: Stored = {"text": self.text}
        if self.number:
            kept["line"] = self.number
        if self.page:
            kept["page"] = self.page
        return kept


@dataclass(frozen=True, kw_only=True)
class FileRead:
    """What the library made of a file, and the lines it was made from."""

    report: Report
    lines: tuple[Line, ...]


def read_file(name: str, data: bytes) -> FileRead:
    """Let the library read a file. Raises ``UnusableInput`` where it is no report."""
    pages = pages_of(name, data)
    report = read_report(pages, name)
    if sniff(name, data) is Format.TEXT:
        texts = decode(name, data).splitlines()
        lines = [Line(text=text, number=n) for n, text in enumerate(texts, 1)]
    else:
        lines = list(_lines(pages))
    return FileRead(report=report, lines=tuple(lines))


def line_from(kept: Stored) -> Line:
    """Return a line that was kept as JSON."""
    return Line(
        text=str(kept["text"]),
        number=int(kept.get("line", 0)),
        page=int(kept.get("page", 0)),
    )


def _lines(pages: Pages) -> Iterator[Line]:
    for block in pages.blocks:
        if isinstance(block, Paragraph):
            yield _line(block.text, block.source)
            continue
        for row in block.rows:
            yield _line(" | ".join(c.text for c in row.cells), row.source)


def _line(text: str, source: Source) -> Line:
    number = source.lines[0] if source.lines else 0
    return Line(text=text, number=number, page=source.page or 0)
