"""An article as a notice to be printed and put up: A4, with a QR code to its page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from lxml import etree
from lxml import html as markup

from prongsai.ita.documents.rendering.engine import typeset
from prongsai.ita.documents.rendering.printable import printable
from prongsai.ita.documents.rendering.typesetting import running_pieces
from prongsai.ita.documents.rendering.wording import Digits, Wording
from prongsai.ita.errors import ItaError
from prongsai.ita.thai.dates import long_date
from prongsai.registers.news.documents import drawing
from prongsai.registers.news.documents.drawing import Cut, Data
from prongsai.registers.news.documents.wording import said
from prongsai.registers.news.queries.senders import Sender

_LINE = 27  # em on a line of running text
_WIDE = {"title": 22, "item": 22, "heading": 24}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {"p", "li", "tr", "blockquote", "pre", "figcaption", "caption"}


class NoticeEmpty(ItaError):
    """The article has no text that could be printed."""

    code = "news.notice-empty"


@dataclass(frozen=True, kw_only=True)
class Notice:
    """What is printed of an article; ``html`` is prose that was cleaned."""

    heading: str
    title: str
    html: str
    day: date
    address: str = ""
    thai_digits: bool = True


def notice_of(notice: Notice, sender: Sender, *, on: date) -> bytes:
    """Return a notice as PDF/A and PDF/UA; raise ``NoticeEmpty``."""
    cut = drawing.cutter(thai_digits=notice.thai_digits)
    digits = Digits.THAI if notice.thai_digits else Digits.ARABIC
    blocks = list(_blocks(notice.html, cut, Wording(digits=digits)))
    if not blocks:
        raise NoticeEmpty
    data = drawing.sheet(notice.title, sender, on=on, cut=cut) | {
        "thai-digits": notice.thai_digits,
        "heading": cut(f"{notice.heading}{sender.name}", _WIDE["title"]),
        "title": cut(notice.title, _WIDE["title"]),
        "blocks": blocks,
        "day": cut(said("day", day=long_date(notice.day, "arabic")), _LINE),
        "qr": drawing.code(notice.address, caption=said("scan_notice"), cut=cut),
    }
    template = files(__package__).joinpath("notice.typ").read_bytes()
    return typeset(template, data)


def _blocks(html: str, cut: Cut, wording: Wording) -> Iterator[Data]:
    for kind, label, text in paragraphs(html):
        if kind == "body":
            pieces = running_pieces(printable(wording.text(text)), _LINE)
            yield {"kind": kind, "text": pieces}
        else:
            yield {"kind": kind, "label": cut(label, 2), "text": cut(text, _WIDE[kind])}


def paragraphs(html: str) -> Iterator[tuple[str, str, str]]:
    """Give the paragraphs of prose: ``heading``, ``body`` or ``item``, its mark, its text.

    >>> list(paragraphs("<h2>ก</h2><p>ข <b>ค</b></p><ol><li>ง</li></ol>"))
    [('heading', '', 'ก'), ('body', '', 'ข ค'), ('item', '1.', 'ง')]
    """
    if not html.strip():
        return
    yield from _walk(markup.fragment_fromstring(html, create_parent="div"))


def _walk(element: markup.HtmlElement) -> Iterator[tuple[str, str, str]]:
    """Give what stands in an element: its blocks, and loose text between them."""
    if element.tag in _BLOCKS and not _holds_blocks(element):
        yield from _paragraph(element)
        return
    loose = element.text or ""
    for child in element.iterchildren(etree.Element):
        if child.tag in _BLOCKS or _holds_blocks(child):
            yield from _loose(element, loose)
            yield from _walk(child)
            loose = ""
        else:
            loose += " " if child.tag == "br" else child.text_content()
        loose += child.tail or ""
    yield from _loose(element, loose)


def _loose(element: markup.HtmlElement, text: str) -> Iterator[tuple[str, str, str]]:
    if element.tag == "li":
        return _said("item", _mark(element), text)
    return _said("body", "", text)


def _holds_blocks(element: markup.HtmlElement) -> bool:
    return any(child.tag in _BLOCKS for child in element.iterdescendants())


def _paragraph(element: markup.HtmlElement) -> Iterator[tuple[str, str, str]]:
    item = _item_of(element)
    if element.tag in _HEADINGS:
        yield from _said("heading", "", element.text_content())
    elif element.tag == "tr":
        cells = (" ".join(cell.text_content().split()) for cell in element)
        yield from _said("item", "–", " · ".join(cell for cell in cells if cell))
    elif item is not None:
        yield from _said("item", _mark(item), _with_breaks(element))
    else:
        yield from _said("body", "", _with_breaks(element))


def _item_of(element: markup.HtmlElement) -> markup.HtmlElement | None:
    """Return the point of a list that a paragraph stands in."""
    around = (element, *element.iterancestors())
    return next((one for one in around if one.tag == "li"), None)


def _with_breaks(element: markup.HtmlElement) -> str:
    for line_break in element.iter("br"):
        line_break.tail = f" {line_break.tail or ''}"
    return str(element.text_content())


def _mark(item: markup.HtmlElement) -> str:
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "–"
    return f"{[e for e in parent if e.tag == 'li'].index(item) + 1}."


def _said(kind: str, label: str, text: str) -> Iterator[tuple[str, str, str]]:
    if plain := " ".join(text.split()):
        yield kind, label, plain
