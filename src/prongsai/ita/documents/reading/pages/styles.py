"""What the styles of a DOCX say of its paragraphs: headings, and automatic lists."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from prongsai.ita.documents.reading.pages.numbering import W, value, whole

_HEADING = re.compile(r"(?:heading [1-9]|title|หัวเรื่อง [1-9]|ชื่อเรื่อง)", re.IGNORECASE)
# Body text has level 9; anything above it stands in the outline.
_BODY_LEVEL = 9
_LONGEST_CHAIN = 20


@dataclass(frozen=True, kw_only=True)
class Style:
    """``numbered`` is the list and the level a paragraph is counted in."""

    heading: bool = False
    numbered: tuple[str, int] | None = None


@dataclass(frozen=True, kw_only=True)
class Styles:
    """The paragraph styles of one document."""

    known: Mapping[str, etree._Element] = field(default_factory=dict)
    default: str = ""

    def of(self, paragraph: etree._Element) -> Style:
        """Return what a paragraph's own settings and its styles add up to."""
        own = paragraph.find(f"{W}pPr")
        chain = list(self._chain(value(own, "pStyle") or self.default))
        settings = [own, *(style.find(f"{W}pPr") for style in chain)]
        number = _first(settings, "numId")
        depth = whole(_first(settings, "ilvl"), 0)
        outline = _first_value(settings, "outlineLvl")
        named = any(_HEADING.fullmatch(value(style, "name")) for style in chain)
        return Style(
            heading=named or whole(outline, _BODY_LEVEL) < _BODY_LEVEL,
            numbered=(number, depth) if number not in ("", "0") else None,
        )

    def _chain(self, name: str) -> list[etree._Element]:
        chain: list[etree._Element] = []
        while name in self.known and len(chain) < _LONGEST_CHAIN:
            chain.append(self.known[name])
            name = value(chain[-1], "basedOn")
        return chain


def read_styles(root: etree._Element | None) -> Styles:
    """Read ``styles.xml``; without one every paragraph is plain."""
    if root is None:
        return Styles()
    known: dict[str, etree._Element] = {}
    default = ""
    for style in root.findall(f"{W}style"):
        if style.get(f"{W}type") == "paragraph":
            name = style.get(f"{W}styleId") or ""
            known[name] = style
            if style.get(f"{W}default") in ("1", "true", "on"):
                default = name
    return Styles(known=known, default=default)


def _first(settings: list[etree._Element | None], name: str) -> str:
    numbers = (None if one is None else one.find(f"{W}numPr") for one in settings)
    return next((found for one in numbers if (found := value(one, name))), "")


def _first_value(settings: list[etree._Element | None], name: str) -> str:
    return next((found for one in settings if (found := value(one, name))), "")
