"""Cleaned rich text as blocks to paint: its paragraphs, headings and lists."""

from collections.abc import Iterator
from html.parser import HTMLParser

from prongsai.ita.documents.rendering.blocks import Block, Heading, Paragraph, Style
from prongsai.ita.documents.rendering.sentences import OFFICIAL

_BREAKS = frozenset(
    {"p", "div", "li", "br", "tr", "blockquote", "ul", "ol", "table", "hr", "figure"}
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ul", "ol"})
_CELLS = frozenset({"td", "th"})


def blocks_of(html: str, *, level: int) -> list[Block]:
    """Return rich text as blocks; its headings stand at ``level``.

    >>> [block.text for block in blocks_of("<p>ก <b>ข</b></p><ol><li>ค</ol>", level=3)]
    ['ก ข', '๑. ค']
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return list(_painted(reader.lines, level=level))


def _painted(lines: list[tuple[str, str]], *, level: int) -> Iterator[Block]:
    for kind, text in lines:
        words = OFFICIAL.text(text)
        if kind == "heading":
            yield Heading(level=level, text=words)
        else:
            yield Paragraph(text=words, style=Style.LINE if kind else Style.BODY)


class _Reader(HTMLParser):
    """Gathers lines: what kind each is, and its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[tuple[str, str]] = []
        self._words: list[str] = []
        self._kind = ""
        self._marker = ""
        self._counts: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line where the mark begins one."""
        if tag in _BREAKS or tag in _HEADINGS:
            self.end_line()
        if tag in _LISTS:
            self._counts.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._begin_item()
        elif tag in _HEADINGS:
            self._kind = "heading"
        elif tag in _CELLS:
            self._words.append(" ")
        elif tag == "img":
            self._words.append(dict(attrs).get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        """End the line that the mark began."""
        if tag in _BREAKS or tag in _HEADINGS:
            self.end_line()
        if tag in _LISTS and self._counts:
            self._counts.pop()

    def handle_data(self, data: str) -> None:
        """Take words into the line."""
        self._words.append(data)

    def close(self) -> None:
        """Read what is left and end the last line."""
        super().close()
        self.end_line()

    def end_line(self) -> None:
        """Keep the line if anything stands in it."""
        text = " ".join("".join(self._words).split())
        if text:
            self.lines.append((self._kind, f"{self._marker}{text}"))
            self._marker = ""
        self._words, self._kind = [], "item" if self._counts and text else ""

    def _begin_item(self) -> None:
        self._kind = "item"
        if self._counts and self._counts[-1] is not None:
            self._counts[-1] += 1
            self._marker = f"{self._counts[-1]}. "
        else:
            self._marker = "- "
