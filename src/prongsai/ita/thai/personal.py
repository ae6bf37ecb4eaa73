"""Personal data in a text: citizens' numbers, private telephones, private addresses.

What is official is told by the caller: the office's own numbers and addresses stand on
its pages on purpose.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from prongsai.ita.thai.identifiers import check_digit


class Kind(StrEnum):
    """What was found."""

    CITIZEN_ID = "citizen_id"
    TELEPHONE = "telephone"
    ADDRESS = "address"


@dataclass(frozen=True, kw_only=True)
class Found:
    """A passage and where it stands, as positions in the text that was given."""

    kind: Kind
    text: str
    start: int
    end: int


_DIGIT = "[0-9๐-๙０-９]"  # noqa: RUF001  # the digits of three keyboards
_GAP = "[ \t\u00a0\u00ad\u200b-\u200f\u2010-\u2015\u2060\u2212\ufeff._/-]"
_LINE = r"(?:\r?\n)?"
_BETWEEN = rf"(?:{_GAP}{{0,3}}{_LINE}{_GAP}{{0,3}})"
_CARD = _BETWEEN.join(f"{_DIGIT}{{{n}}}" for n in (1, 4, 5, 2, 1))
_BOXES = rf"{_DIGIT}(?P<gap>{_GAP}){_DIGIT}(?:(?P=gap){_DIGIT}){{11}}"
_THIRTEEN = re.compile(rf"(?<!{_DIGIT})(?:{_CARD}|{_BOXES})(?!{_DIGIT})")
_MOBILE = re.compile(
    rf"(?<!{_DIGIT})(?:\+\s?66\s?[-(]?[0๐]?\)?|[0๐])[ -]?[689๖๘๙]"
    rf"(?:[ .\u00a0\u2010-\u2015\u2212-]{{0,2}}{_DIGIT}){{8}}(?!{_DIGIT})"
)
_MOBILE_DIGITS = re.compile(r"0[689][0-9]{8}", re.ASCII)
_HOUSE = rf"{_DIGIT}{{1,5}}(?:/{_DIGIT}{{1,5}})?"
_VILLAGE = (
    r"(?:หมู่(?:\s*ที่|บ้าน(?:ที่)?)?|ม\.|[Mm]oo|[Vv]illage\s*[Nn]o\.?)"
    rf"\s*{_DIGIT}{{1,2}}(?!{_DIGIT})"
)
_CALLED = r"(?:บ้าน\s*เลขที่|เลขที่บ้าน|เลขที่|ที่อยู่|[Aa]ddress)\s*:?\s*"
_SUBDISTRICT = r"(?:ตำบล|ต\.|แขวง|[Ss]ub-?district|[Tt]ambon)"
_ADDRESS = re.compile(
    rf"{_CALLED}{_HOUSE}[ \t,]*{_VILLAGE}|"
    rf"(?<!{_DIGIT})(?<!/){_HOUSE}[ \t,]*{_VILLAGE}[^\n\x1e\x1f]{{0,60}}?{_SUBDISTRICT}"
)
_NUMBERS = re.compile(rf"{_DIGIT}+(?:/{_DIGIT}+)?")
_AS_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙０１２３４５６７８９", "01234567890123456789")


def find(text: str, *, official: Iterable[str] = frozenset()) -> list[Found]:
    """Return what must not stand in a public text, in the order of the text.

    ``official`` are texts that hold official telephone numbers and addresses.

    >>> [one.kind.value for one in find("เลขบัตร ๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑ โทร. 081-234-5678")]
    ['citizen_id', 'telephone']
    >>> find("โทร. 081-234-5678", official={"๐๘๑ ๒๓๔ ๕๖๗๘"})
    []
    """
    known = _Official.of(official)
    found = [*_numbers(text), *_telephones(text, known), *_addresses(text, known)]
    return sorted(found, key=lambda one: (one.start, one.end))


@dataclass(frozen=True, kw_only=True)
class _Official:
    """The telephone numbers and the houses that are official, in one spelling."""

    telephones: frozenset[str]
    houses: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, texts: Iterable[str]) -> "_Official":
        whole = "\n".join(texts)
        return cls(
            telephones=frozenset(_mobile(m[0]) for m in _MOBILE.finditer(whole)),
            houses=frozenset(_house(m[0]) for m in _ADDRESS.finditer(whole)),
        )


def _numbers(text: str) -> Iterator[Found]:
    for match in _THIRTEEN.finditer(text):
        digits = _digits(match[0])
        if digits[0] in "12345678" and digits[-1] == check_digit(digits[:-1]):
            yield _found(Kind.CITIZEN_ID, match)


def _telephones(text: str, known: _Official) -> Iterator[Found]:
    # A number of thirteen digits, right or wrong, holds no telephone number.
    plain = _THIRTEEN.sub(lambda match: "x" * len(match[0]), text)
    for match in _MOBILE.finditer(plain):
        number = _mobile(match[0])
        if _MOBILE_DIGITS.fullmatch(number) and number not in known.telephones:
            yield _found(Kind.TELEPHONE, match)


def _addresses(text: str, known: _Official) -> Iterator[Found]:
    for match in _ADDRESS.finditer(text):
        if _house(match[0]) not in known.houses:
            yield _found(Kind.ADDRESS, match)


def _found(kind: Kind, match: re.Match[str]) -> Found:
    return Found(kind=kind, text=match[0], start=match.start(), end=match.end())


def _digits(text: str) -> str:
    return re.sub("[^0-9]", "", text.translate(_AS_ARABIC))


def _mobile(text: str) -> str:
    digits = _digits(text)
    return "0" + digits[2:].removeprefix("0") if digits.startswith("66") else digits


def _house(text: str) -> tuple[str, ...]:
    """Return the number of the house and of the village."""
    return tuple(_NUMBERS.findall(text.translate(_AS_ARABIC))[:2])
