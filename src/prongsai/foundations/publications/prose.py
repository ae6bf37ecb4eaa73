"""Rich text made safe: what may stay of it, and what was pasted from Word put in order.

Two passes by nh3 stand around a rewriting of ours: the first makes a well-formed tree of
whatever came, ours turns it into the few elements we keep (Word's false lists become
lists, its headings our headings), the last throws away everything not on the list.
"""

import re
from html import escape, unescape

import nh3

from prongsai.foundations.publications.prose_rewriting import HREF, rewritten

LONGEST = 200_000
"""Characters of markup that are read; what is longer is cut before it is parsed."""

_DEEPEST = 60

_TAGS = {
    "a", "blockquote", "br", "caption", "em", "h3", "h4", "li", "ol", "p", "strong",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul",
}  # fmt: skip
_READ = _TAGS | {"b", "div", "h1", "h2", "h5", "h6", "i", "span"}
_GONE = {
    "applet", "canvas", "embed", "frameset", "head", "iframe", "math", "noembed",
    "noframes", "noscript", "object", "script", "select", "style", "svg", "template",
    "textarea", "title", "xml", "xmp",
}  # fmt: skip
_KEPT = {"a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}}
_SEEN = _KEPT | {"p": {"class", "style"}, "span": {"style"}, "b": {"style"}}
_SCHEMES = {"http", "https", "mailto", "tel"}
_REL = "noopener noreferrer nofollow"
_SPAN = re.compile(r"[1-9]\d?", re.ASCII)
_BLANK = r"(?:\s|&nbsp;|\u00a0|\u200b|\ufeff|<br>)*"
_EMPTY = re.compile(
    rf"<(p|h3|h4|li|ul|ol|strong|em|u|blockquote|a)(?: [^>]*)?>{_BLANK}</\1>"
)
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|<!--")
_ENDS = re.compile(
    r"<br>|<[uo]l>|</(?:p|h3|h4|li|tr|caption|blockquote|table|ul|ol)>", re.IGNORECASE
)
_CELL_ENDS = re.compile(r"</t[dh]>", re.IGNORECASE)
_VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"})


def clean(html: str) -> str:
    """Return rich text with nothing in it but what an article or an item may hold.

    >>> clean('<p class="MsoNormal" style="margin:0">ข่าว<script>x()</script></p>')
    '<p>ข่าว</p>'
    >>> clean('<a href="javascript:x()">อ่าน</a>')
    '<p>อ่าน</p>'
    >>> clean('<a href="tel:021234567" rel="opener">โทร</a>')
    '<p><a href="tel:021234567" rel="noopener noreferrer nofollow">โทร</a></p>'
    """
    text = _flattened(html[:LONGEST].replace("\0", ""))
    first = nh3.clean(
        text,
        tags=_READ,
        clean_content_tags=_GONE,
        attributes=_SEEN,
        url_schemes=_SCHEMES,
        link_rel=None,
    )
    last = nh3.clean(
        rewritten(first),
        tags=_TAGS,
        clean_content_tags=_GONE,
        attributes=_KEPT,
        attribute_filter=_allowed,
        url_schemes=_SCHEMES,
        link_rel=_REL,
    )
    return _without_empty(last).strip()


def text_of(html: str) -> str:
    r"""Return the words of a rich text, one block to a line.

    >>> text_of("<h3>หัวข้อ</h3><p>หนึ่ง<br>สอง &amp; สาม</p>")
    'หัวข้อ\nหนึ่ง\nสอง & สาม'
    """
    lines = _ENDS.sub("\n", _CELL_ENDS.sub(" ", clean(html)))
    words = unescape(re.sub(r"<[^>]*>", "", lines)).replace("\u00a0", " ")
    return "\n".join(
        " ".join(line.split()) for line in words.splitlines() if line.strip()
    )


def from_plain(text: str) -> str:
    r"""Return paragraphs of a text typed without an editor; markup stays as it is.

    >>> from_plain("หนึ่ง\nสอง\n\nสาม")
    '<p>หนึ่ง<br>สอง</p><p>สาม</p>'
    """
    if _MARKUP.search(text):
        return text
    blocks = re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip())
    return "".join(
        f"<p>{'<br>'.join(escape(line.strip(), quote=False) for line in block.splitlines())}</p>"
        for block in blocks
        if block.strip()
    )


def _flattened(html: str) -> str:
    """Drop tags that nest deeper than any writing does: parsers pay dearly for them."""
    depth = 0
    kept: list[str] = []
    last = 0
    for tag in _TAG.finditer(html):
        if tag[2].lower() in _VOID:
            continue
        is_too_deep = depth >= _DEEPEST if not tag[1] else depth > _DEEPEST
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if is_too_deep:
            end = html.find(">", tag.end())
            kept.append(html[last : tag.start()])
            last = max(last, end + 1 if end >= 0 else len(html))
    return "".join(kept) + html[last:]


def _allowed(tag: str, name: str, value: str) -> str | None:
    """Judge one attribute; ``rel`` is ours, set before this is asked."""
    if tag == "a":
        leads = name == "rel" or HREF.match(value.strip())
        return value.strip() if leads else None
    return value if _SPAN.fullmatch(value) else None


def _without_empty(html: str) -> str:
    before = ""
    while before != html:
        before, html = html, _EMPTY.sub("", html)
    return html
