"""HTML found inside a cell of a text: tags taken out, paragraphs and lists kept."""

import html
import re
from dataclasses import dataclass, field

from prongsai.ita.documents.reading.pages.markers import dashed_items, marked
from prongsai.ita.documents.reading.pages.tags import BLOCKS, DROPPED, KNOWN
from prongsai.ita.thai.text import clean

_TAG = re.compile(
    r"<!--.*?(?:-->|$)|<(?P<link>(?:https?://|www\.|mailto:)[^<>\s]+)>"
    r"|<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?::\w+)?(?=[\s/>])"
    r"(?P<rest>[^<>]*)>",
    re.DOTALL,
)
_ENTITY = re.compile(
    r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});"
)


def inline(fragment: str) -> tuple[str, ...]:
    """Return the paragraphs of a fragment of HTML, or of text that only looks like it.

    >>> inline("<p>ก</p> <ul> - ข - ค")
    ('ก', '- ข', '- ค')
    >>> inline("Do&Don't <b>x</b> a < b <https://a.example/b>")
    ("Do&Don't x a < b https://a.example/b",)
    """
    if "<" not in fragment and "&" not in fragment:
        text = clean(fragment)
        return (text,) if text else ()
    scraps = _Scraps()
    place = 0
    for tag in _TAG.finditer(fragment):
        scraps.write(fragment[place : tag.start()])
        place = tag.end()
        if tag["link"]:
            scraps.write(tag["link"])
        elif tag["name"] and not scraps.tag(tag["name"].lower(), tag):
            scraps.write(tag[0])
    scraps.write(fragment[place:])
    scraps.end()
    return tuple(scraps.paragraphs)


@dataclass(kw_only=True)
class _Scraps:
    """Paragraphs of a fragment in the making."""

    paragraphs: list[str] = field(default_factory=list)
    text: str = ""
    dropping: str = ""
    lists: list[int | None] = field(default_factory=list)
    marker: str = ""

    def write(self, text: str) -> None:
        if not self.dropping:
            self.text += _ENTITY.sub(lambda found: html.unescape(found[0]), text)

    def tag(self, name: str, tag: re.Match[str]) -> bool:
        """Act on a tag; ``False`` when it is none of HTML's."""
        if name not in KNOWN:
            return False
        if self.dropping:
            self.dropping = (
                "" if tag["end"] and name == self.dropping else self.dropping
            )
        elif name in DROPPED:
            self.dropping = "" if tag["end"] else name
        elif name in BLOCKS or name == "br":
            self.end()
            self._list(name, closing=bool(tag["end"]))
        return True

    def _list(self, name: str, *, closing: bool) -> None:
        if name in ("ul", "ol") and not closing:
            self.lists.append(0 if name == "ol" else None)
        elif (name in ("ul", "ol") and closing) or name == "p":
            # Lists of such fragments are often left open; a paragraph closes them.
            self.lists = [] if name == "p" and not self._in_item() else self.lists[:-1]
        elif name == "li" and not closing:
            self.marker = self._next_marker()

    def _in_item(self) -> bool:
        return bool(self.marker)

    def _next_marker(self) -> str:
        number = self.lists[-1] if self.lists else None
        if number is None:
            return "- "
        self.lists[-1] = number + 1
        return f"{number + 1}. "

    def end(self) -> None:
        text, self.text = clean(self.text), ""
        if text:
            items = dashed_items(text) if self.lists and not self.marker else (text,)
            self.paragraphs.append(marked(self.marker, items[0]))
            self.paragraphs.extend(items[1:])
            self.marker = ""
