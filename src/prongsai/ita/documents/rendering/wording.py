"""The words and digits of one document: its language, and which digits it prints."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from prongsai.ita.documents.rendering.blocks import Numerals
from prongsai.ita.thai.dates import long_date
from prongsai.ita.thai.digits import to_arabic, to_thai
from prongsai.ita.words.catalogue import Language, say

# Addresses, and tokens with a Latin letter (O12, e-GP codes), are not prose: a digit
# changed in one of them is a link that no longer leads anywhere.
_KEPT = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|[0-9]*[A-Za-z](?:[A-Za-z0-9._/:%+~#?&=-]*[A-Za-z0-9])?",
    re.ASCII,
)
# What no XML, and so no DOCX, HTML or SVG, may hold.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ISO = re.compile(r"^\d{4}-\d{2}-\d{2}$")


class Digits(StrEnum):
    """The digits a document prints."""

    THAI = "thai"
    ARABIC = "arabic"


@dataclass(frozen=True, kw_only=True)
class Wording:
    """How a document speaks.

    ``digits`` switches every digit that is printed, except in web and e-mail
    addresses and in tokens with a Latin letter. With ``None`` the report's own
    texts stay exactly as they are and the rest is in Thai digits.

    >>> Wording().text("ปี 2568 ตาม O12 ที่ www.example.go.th/2568")
    'ปี ๒๕๖๘ ตาม O12 ที่ www.example.go.th/2568'
    >>> Wording(digits=None).text("ปี 2568")
    'ปี 2568'
    """

    digits: Digits | None = Digits.THAI
    language: Language = "th"

    def text(self, text: str) -> str:
        """Return a text of the report as this document prints it."""
        text = _UNPRINTABLE.sub("", text)
        return text if self.digits is None else self.number(text)

    def number(self, text: object) -> str:
        """Return figures that the document itself writes: years, numbers, points."""
        convert = to_arabic if self.digits is Digits.ARABIC else to_thai
        return _outside_kept(str(text), convert)

    def day(self, text: str) -> str:
        """Return an ISO day spelled out; any other text as it is."""
        if not _ISO.match(text):
            return self.text(text)
        return long_date(date.fromisoformat(text), self.numerals)

    def say(self, code: str, **facts: str) -> str:
        """Return the sentence ``rendering.<code>``; ``facts`` are final texts."""
        return say(f"rendering.{code}", self.language, **facts).strip()

    @property
    def numerals(self) -> Numerals:
        """The digits of page numbers and dates."""
        return Numerals.ARABIC if self.digits is Digits.ARABIC else Numerals.THAI


def _outside_kept(text: str, convert: Callable[[str], str]) -> str:
    parts, end = [], 0
    for kept in _KEPT.finditer(text):
        parts += [convert(text[end : kept.start()]), kept.group()]
        end = kept.end()
    return "".join([*parts, convert(text[end:])])
