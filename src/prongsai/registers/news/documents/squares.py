"""An article as a square picture, as LINE and its like show it: 1040 by 1040."""

from importlib.resources import files
from urllib.parse import urlsplit

from prongsai.ita.documents.rendering.engine import pictured
from prongsai.ita.thai.dates import long_date
from prongsai.registers.news.documents import drawing
from prongsai.registers.news.documents.notices import Notice
from prongsai.registers.news.queries.senders import Sender

SIDE = 1040
_PPI = 144  # the page is drawn at half its size in points
_WIDE = {"title": 14, "kind": 16, "day": 14, "site": 18}


def square_of(notice: Notice, sender: Sender, *, kind: str) -> bytes:
    """Return the picture as PNG; a long title is set smaller, never cut."""
    cut = drawing.cutter(thai_digits=notice.thai_digits)
    texts = {
        "title": notice.title,
        "kind": kind,
        "day": long_date(notice.day, "arabic"),
        "site": urlsplit(sender.site).hostname or "",
    }
    data = drawing.sheet(notice.title, sender, on=notice.day, cut=cut)
    data |= {key: cut(text, _WIDE[key]) for key, text in texts.items()}
    template = files(__package__).joinpath("square.typ").read_bytes()
    return pictured(template, data, ppi=_PPI)
