"""How a list writes its numbers: digits, Thai digits, letters, Roman."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from prongsai.ita.thai.digits import to_thai

_LATIN = "abcdefghijklmnopqrstuvwxyz"
# The order Thai lists count in: the obsolete letters are left out.
_THAI = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 3_999


def roman(number: int) -> str:
    """Write a number from 1 to 3,999 in small Roman numerals; others in digits.

    >>> roman(14)
    'xiv'
    """
    if not 0 < number <= _MOST_ROMAN:
        return str(number)
    written = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        written += letters * times
    return written


def latin_letter(number: int) -> str:
    """Write 1 as a, 26 as z, 27 as aa, as word processors do."""
    return _letter(number, _LATIN)


def thai_letter(number: int) -> str:
    """Write 1 as ก, 2 as ข, 3 as ค.

    >>> thai_letter(3)
    'ค'
    """
    return _letter(number, _THAI)


def _letter(number: int, letters: str) -> str:
    if not 0 < number <= 10 * len(letters):
        return str(number)
    times, index = divmod(number - 1, len(letters))
    return letters[index] * (times + 1)


def _thai(number: int) -> str:
    return to_thai(str(number))


# By the ``type`` of an HTML list.
HTML: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "1": str,
        "a": latin_letter,
        "A": lambda number: latin_letter(number).upper(),
        "i": roman,
        "I": lambda number: roman(number).upper(),
        "thai": _thai,
    }
)
# By ``w:numFmt`` of Word (ECMA-376 part 1, 17.18.59).
WORD: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "decimal": str,
        "decimalZero": lambda number: f"{number:02}",
        "lowerLetter": latin_letter,
        "upperLetter": lambda number: latin_letter(number).upper(),
        "lowerRoman": roman,
        "upperRoman": lambda number: roman(number).upper(),
        "thaiNumbers": _thai,
        "thaiLetters": thai_letter,
        "thaiCounting": _thai,
    }
)
