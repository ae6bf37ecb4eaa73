"""What every sheet has: fonts, words in pieces, colours that can be read, codes."""

import io
from collections.abc import Callable
from datetime import date

import segno

from prongsai.foundations.organisations.short_forms import short_form
from prongsai.ita.documents.rendering.fonts import FAMILY
from prongsai.ita.documents.rendering.printable import printable
from prongsai.ita.documents.rendering.typesetting import Piece, word_pieces
from prongsai.ita.documents.rendering.wording import Digits, Wording
from prongsai.registers.news.documents.wording import said
from prongsai.registers.news.queries.senders import Sender
from prongsai.ui.colours import mixed, palette

Cut = Callable[[str, float], list[Piece]]
Data = dict[str, object]


def cutter(*, thai_digits: bool) -> Cut:
    """Return what cuts a text into words no wider than so many em, in chosen digits."""
    wording = Wording(digits=Digits.THAI if thai_digits else Digits.ARABIC)

    def cut(text: str, width: float) -> list[Piece]:
        return word_pieces(printable(wording.text(text)), width)

    return cut


def sheet(title: str, sender: Sender, *, on: date, cut: Cut) -> Data:
    """Return what every template needs."""
    colours = palette(sender.colour)
    return {
        "family": FAMILY,
        "date": [on.year, on.month, on.day],
        "title-plain": printable(title).strip() or "-",
        "office-plain": printable(sender.name).strip() or "-",
        "office": cut(sender.name, 9),
        "letters": short_form(sender.type),
        "seal": _seal(sender),
        "colours": {
            "office": colours.office,
            "on": colours.on_office,
            "ink": colours.ink,
            "tint": colours.tint,
            "track": mixed(colours.ink, "#ffffff", 0.84),
        },
        "contact": [cut(line, 16) for line in contact_lines(sender)],
    }


def contact_lines(sender: Sender) -> list[str]:
    """Return where the office is found, each on a line of its own."""
    phone = said("phone", phones=sender.phones) if sender.phones else ""
    reach = "  ".join(part for part in (phone, sender.email) if part)
    return [line for line in (sender.place, reach, sender.site) if line]


def code(address: str, *, caption: str, cut: Cut) -> Data | None:
    """Return a QR code with what is said beside it; nothing without an address."""
    if not address:
        return None
    drawn = io.BytesIO()
    made = segno.make(address, error="m", micro=False)
    made.save(drawn, kind="svg", border=2, xmldecl=False, omitsize=True)
    return {
        "svg": drawn.getvalue().decode(),
        "alt": said("qr", address=address),
        "caption": cut(caption, 7),
        "address": cut(address, 12),
    }


def _seal(sender: Sender) -> Data | None:
    if not sender.seal:
        return None
    return {"bytes": list(sender.seal), "alt": said("seal", office=sender.name)}
