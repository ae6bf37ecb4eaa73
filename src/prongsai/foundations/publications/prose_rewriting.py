"""Well-formed markup rewritten into the few elements we keep; Word's lists found again."""

import re
from html import escape
from html.parser import HTMLParser
from typing import TypeAlias

Attributes: TypeAlias = list[tuple[str, str | None]]

HREF = re.compile(r"(?:https?://[^\s/]|mailto:\S|tel:\S)", re.IGNORECASE)
"""What a link may lead to."""

_AS = {
    "h1": "h3", "h2": "h3", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4",
    "b": "strong", "i": "em", "div": "p",
}  # fmt: skip
_INLINE = frozenset({"a", "br", "em", "strong", "u"})
_LEVEL = re.compile(r"mso-list:\s*[^;]*\blevel(\d)", re.IGNORECASE)
_MARKER = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
_BOLD = re.compile(r"font-weight:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_NOT_BOLD = re.compile(r"font-weight:\s*(?:normal|[1-5]00)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style:\s*italic", re.IGNORECASE)
_NUMBERED = re.compile(r"\(?(?:[\d๐-๙]+|[ก-ฮ]|[a-zA-Z]{1,4})(?:\.[\d๐-๙]+)*[.)]")


def rewritten(html: str) -> str:
    """Return markup in our elements; loose text at the top becomes paragraphs."""
    walk = _Walk()
    walk.feed(html)
    walk.close()
    return walk.finished()


class _Walk(HTMLParser):
    """Reads elements one by one and writes ours."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.open: list[tuple[str, str]] = []  # what came, what closes it
        self.blocks = 0
        self.loose = False  # a paragraph of ours around text that had none
        self.lists: list[str] = []  # Word's lists, the outermost first
        self.item = 0  # the level of the item that begins here
        self.marker: list[str] | None = None  # the bullet or number Word wrote
        self.spans = 0

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Write what stands for an element."""
        given = {name: value or "" for name, value in attrs}
        style = given.get("style", "")
        if tag == "span":
            self._begin_span(style)
        elif _says_nothing(tag, given):
            self.open.append((tag, ""))
        elif tag == "p" and (level := _LEVEL.search(style)):
            self._end_loose()
            self.item = max(1, int(level[1]))
            self.blocks += 1
            self.open.append((tag, "</item>"))
        else:
            self._begin(tag, given)

    def _begin_span(self, style: str) -> None:
        if self.item and _MARKER.search(style):
            self.marker, self.spans = [], 0
        if self.marker is not None:
            self.spans += 1
            return
        tags = ["strong"] * bool(_BOLD.search(style)) + ["em"] * bool(
            _ITALIC.search(style)
        )
        if tags:
            self._begin_text()
        self.out += [f"<{tag}>" for tag in tags]
        self.open.append(("span", "".join(f"</{tag}>" for tag in reversed(tags))))

    def _begin(self, tag: str, given: dict[str, str]) -> None:
        ours = "h3" if "MsoTitle" in given.get("class", "") else _AS.get(tag, tag)
        if ours in _INLINE:
            self._begin_text()
        else:
            self._end_loose()
            self._end_lists()
            self.blocks += 1
        kept = "".join(
            f' {name}="{escape(given[name])}"'
            for name in ("href", "colspan", "rowspan")
            if name in given
        )
        self.out.append(f"<{ours}{kept}>")
        if tag != "br":
            self.open.append((tag, f"</{ours}>"))

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened for it."""
        if tag == "span" and self.marker is not None:
            self.spans -= 1
            if not self.spans:
                self._begin_item("".join(self.marker))
            return
        if not self.open or self.open[-1][0] != tag:
            return
        closing = self.open.pop()[1]
        if closing == "</item>":
            self._begin_item("")
            self.blocks -= 1
            return
        if tag not in {"span", "b"} and _AS.get(tag, tag) not in _INLINE:
            self.blocks -= 1
        self.out.append(closing)

    def handle_data(self, data: str) -> None:
        """Write text; find it a paragraph where it has none."""
        if self.marker is not None:
            self.marker.append(data)
        elif self.blocks:
            if data.strip():
                self._begin_text()
            self.out.append(escape(data, quote=False))
        elif data.strip() or self.loose:
            self._loose_text(data)

    def _loose_text(self, data: str) -> None:
        for n, part in enumerate(re.split(r"\n\s*\n", data)):
            if n:
                self._end_loose()
            if part.strip():
                self._begin_text()
            if self.loose:
                self.out.append(escape(part, quote=False))

    def _begin_text(self) -> None:
        if self.item:
            self._begin_item("")
        if not self.blocks and not self.loose:
            self._end_lists()
            self.out.append("<p>")
            self.loose = True

    def _begin_item(self, marker: str) -> None:
        """Open the lists an item of Word stands in, and the item."""
        self.marker = None
        if not self.item:
            return
        level, self.item = self.item, 0
        kind = "ol" if _NUMBERED.match(marker.strip()) else "ul"
        self._end_lists(level)
        if len(self.lists) == level:
            self.out.append("</li>")
            if self.lists[-1] != kind:
                self.out.append(f"</{self.lists.pop()}>")
        while len(self.lists) < level:
            if self.lists and self.out[-1].startswith(("<ul", "<ol")):
                self.out.append("<li>")
            self.lists.append(kind)
            self.out.append(f"<{kind}>")
        self.out.append("<li>")

    def _end_lists(self, down_to: int = 0) -> None:
        while len(self.lists) > down_to:
            self.out.append(f"</li></{self.lists.pop()}>")

    def _end_loose(self) -> None:
        if self.loose:
            self.out.append("</p>")
            self.loose = False

    def finished(self) -> str:
        """Return what was written, everything closed."""
        self._end_loose()
        self._end_lists()
        return "".join(self.out)


def _says_nothing(tag: str, given: dict[str, str]) -> bool:
    """Whether an element is bold that is not bold, or a link that leads nowhere."""
    if tag == "a":
        return not HREF.match(given.get("href", "").strip())
    return tag == "b" and bool(_NOT_BOLD.search(given.get("style", "")))
