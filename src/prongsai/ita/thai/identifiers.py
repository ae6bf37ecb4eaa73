"""Numbers that name a person or a firm: read, checked, grouped, masked, found in texts.

Thirteen digits, the last computed from the others. The first digit of a citizen's
number is 1 to 8, of a juristic person's 0 (Department of Provincial Administration and
Department of Business Development; the algorithm is that of python-stdnum).
"""

import re
from enum import StrEnum

from stdnum.th import pin

from prongsai.ita.errors import ItaError
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.text import clean

LENGTH = 13
"""Digits of a citizen's and of a juristic person's number."""


class IdentifierKind(StrEnum):
    """What a number is a number of."""

    CITIZEN_ID = "citizen_id"
    PASSPORT = "passport"
    ALIEN_ID = "alien_id"
    JURISTIC = "juristic"
    NONE = "none"


class BadIdentifier(ItaError):
    """A number that cannot be right: ``kind``, ``problem`` (length, digits, range, check)."""

    code = "thai.bad-identifier"


_FIRST = {
    IdentifierKind.CITIZEN_ID: "12345678",
    IdentifierKind.ALIEN_ID: "0678",
    IdentifierKind.JURISTIC: "0",
}
_SEPARATORS = re.compile(r"[\s\u00a0.\-\u2010-\u2015\u2212]")
_PASSPORT = re.compile(r"^[A-Z0-9]{5,20}$")
_GROUPS = (1, 5, 10, 12)
_THIRTEEN = re.compile(
    r"(?<![0-9])[0-9](?:[ \-\u2010-\u2015]?[0-9]){12}(?![0-9])", re.ASCII
)


def compact(text: str) -> str:
    """Take out the spaces and hyphens of a number and write it in Arabic digits.

    >>> compact("๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑")
    '1234567890121'
    """
    return _SEPARATORS.sub("", to_arabic(clean(text)))


def check_digit(first_twelve: str) -> str:
    """Return the thirteenth digit.

    >>> check_digit("123456789012")
    '1'
    """
    return str(pin.calc_check_digit(first_twelve))


def read(kind: IdentifierKind, text: str) -> str:
    """Return a number of a kind as it is stored; raise ``BadIdentifier`` if it is none.

    A passport is checked for its letters and digits only; ``none`` is always empty.

    >>> read(IdentifierKind.CITIZEN_ID, "1-2345-67890-12-1")
    '1234567890121'
    """
    number = compact(text)
    if kind is IdentifierKind.NONE:
        return _sure(kind, "range", number, fits=not number)
    if kind is IdentifierKind.PASSPORT:
        return _sure(kind, "digits", number.upper(), fits=_is_passport(number.upper()))
    _sure(kind, "digits", number, fits=number.isascii() and number.isdigit())
    _sure(kind, "length", number, fits=len(number) == LENGTH)
    _sure(kind, "range", number, fits=number[0] in _FIRST[kind])
    return _sure(kind, "check", number, fits=number[-1] == check_digit(number[:-1]))


def is_valid(kind: IdentifierKind, text: str) -> bool:
    """Say whether a text is a number of a kind.

    >>> is_valid(IdentifierKind.CITIZEN_ID, "1234567890122")
    False
    """
    try:
        read(kind, text)
    except BadIdentifier:
        return False
    return True


def grouped(text: str) -> str:
    """Write thirteen digits in the groups of an identity card; leave all else alone.

    >>> grouped("1234567890121")
    '1-2345-67890-12-1'
    """
    number = compact(text)
    if not _is_thirteen(number):
        return text
    return "-".join(
        number[a:b] for a, b in zip((0, *_GROUPS), (*_GROUPS, LENGTH), strict=True)
    )


def masked(text: str) -> str:
    """Hide a number but for its end; nothing of a short one is left.

    >>> masked("1234567890121"), masked("AA1234567")
    ('x-xxxx-xxxxx-12-1', 'xxxxxx567')
    """
    number = compact(text)
    if _is_thirteen(number):
        return f"x-xxxx-xxxxx-{number[10:12]}-{number[12]}"
    seen = 3 if len(number) > 6 else 0  # noqa: PLR2004  # half of it stays hidden
    return "x" * (len(number) - seen) + number[len(number) - seen :]


def find_identifiers(text: str) -> list[str]:
    """Every number of a person or firm in a text, as digits: what must not be published.

    >>> find_identifiers("เลขประจำตัว ๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑ หรือ 1234567890122")
    ['1234567890121']
    """
    found = (compact(match[0]) for match in _THIRTEEN.finditer(to_arabic(text)))
    return [
        number
        for number in found
        if number[0] != "9" and number[-1] == check_digit(number[:-1])
    ]


_EXTENSION = re.compile(
    r"\s*(?:ต่อ|กด|ext\.?|x|#)\s*(?P<extension>[0-9]{1,6})$", re.IGNORECASE
)
_BETWEEN = re.compile(r"[\s\u00a0().\-\u2010-\u2015\u2212]")
_NUMBERS = (
    (re.compile(r"^0([689]\d)(\d{3})(\d{4})$", re.ASCII), r"0\1-\2-\3"),  # mobile
    (re.compile(r"^02(\d{3})(\d{4})$", re.ASCII), r"02-\1-\2"),  # Bangkok
    (re.compile(r"^0([3-57]\d)(\d{3})(\d{3})$", re.ASCII), r"0\1-\2-\3"),  # provinces
    (re.compile(r"^1([89])00(\d{3})(\d{3})$", re.ASCII), r"1\g<1>00-\2-\3"),
    (re.compile(r"^1\d{2,3}$", re.ASCII), r"\g<0>"),  # 191, 1567
    (re.compile(r"^\+\d{8,15}$", re.ASCII), r"\g<0>"),  # abroad
)


def read_phone(text: str) -> str:
    """Return a telephone number in its groups; raise ``BadIdentifier`` if it is none.

    Mobile numbers have ten digits (06, 08, 09), land lines nine.

    >>> read_phone("๐๗๓ ๑๒๓๔๕๖ ต่อ ๑๒"), read_phone("+66 81 234 5678")
    ('073-123-456 ต่อ 12', '081-234-5678')
    """
    plain = to_arabic(clean(text))
    extension = _EXTENSION.search(plain)
    number = _BETWEEN.sub("", plain[: extension.start()] if extension else plain)
    number = re.sub(r"^(?:\+66|0066)0?", "0", number)
    for pattern, groups in _NUMBERS:
        if pattern.match(number):
            written = pattern.sub(groups, number)
            return f"{written} ต่อ {extension['extension']}" if extension else written
    raise BadIdentifier(kind="phone", problem="range")


def _is_thirteen(number: str) -> bool:
    return len(number) == LENGTH and number.isascii() and number.isdigit()


def _is_passport(number: str) -> bool:
    return bool(_PASSPORT.match(number)) and any(c.isdigit() for c in number)


def _sure(kind: IdentifierKind, problem: str, number: str, *, fits: bool) -> str:
    if not fits:
        raise BadIdentifier(kind=kind.value, problem=problem)
    return number
