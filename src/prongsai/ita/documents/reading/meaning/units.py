"""Who is responsible: a cell of units as a list, whatever the layout did to them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from prongsai.ita.documents.reading.meaning.items import marks_in
from prongsai.ita.thai.text import clean

_HEADS = (
    "สำนัก",
    "กอง",
    "งาน",
    "ฝ่าย",
    "หน่วย",
    "ส่วน",
    "ศูนย์",
    "คณะ",
    "ทุก",
    r"นัก(?=[วจพทปบ])",
    "เจ้าหน้าที่",
    "เจ้าพนักงาน",
    "พนักงาน",
    "บุคลากร",
    "ผู้อำนวยการ",
    "ผู้บริหาร",
    "ผู้รับผิดชอบ",
    "หัวหน้า",
    "ปลัด",
    "รองปลัด",
    "นายก",
    "รองนายก",
    "นิติกร",
    "สถาน",
    "โรงเรียน",
    "กลุ่ม",
    "ตรวจสอบภายใน",
)
_HEAD = re.compile(rf"(?:และ)?(?:{'|'.join(_HEADS)})")
_AND = re.compile(rf"^และ(?={'|'.join(_HEADS)})")
_OPEN_END = re.compile(
    r"(?:ทุก|การ|และ|หรือ|ของ|ด้าน|งาน|ฝ่าย|กอง|สำนัก|ส่วน|หน่วย|ผู้|นัก|ที่|-|/)$"
)
# Behind one marker, a section followed by the division it belongs to is one unit.
_SECTION = re.compile(r"(?:งาน|ฝ่าย|กลุ่ม)\S{2}")
_DIVISION = re.compile(r"(?:กอง|สำนัก|ส่วน)\S{2}")
_SENTENCE = re.compile(r"จัดทำ|ส่งมอบ|ดำเนินการ|มอบหมาย|รวบรวม|รับผิดชอบงาน")
_THAI_BOTH = re.compile(r"[\u0e01-\u0e4e]$")
_THAI_START = re.compile(r"^[\u0e01-\u0e4e]")
_SLASH = re.compile(
    rf"\s*/\s*(?=(?:{'|'.join(_HEADS)})\s?[\u0e01-\u0e2e\u0e40-\u0e44])"
)


def split_units(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Return each unit once as often as it is printed, in order.

    Gaps that the layout put into a name are closed. A sentence stays one text.

    >>> split_units(["1.สำนักปลัด 2.กองคลัง 3.กองส่งเสริม การเกษตร"])
    ('สำนักปลัด', 'กองคลัง', 'กองส่งเสริมการเกษตร')
    >>> split_units(["สำนักปลัด กองช่าง", "กองคลัง"])
    ('สำนักปลัด', 'กองช่าง', 'กองคลัง')
    """
    texts = [clean(p) for p in paragraphs if clean(p)]
    whole = clean(" ".join(texts))
    if _SENTENCE.search(whole.replace(" ", "")):
        return (re.sub(r"^[-•]\s*", "", whole),)
    return tuple(
        unit
        for piece, marked in _marked(texts)
        for unit in _spaced(piece, marked=marked)
    )


def _marked(texts: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Cut at markers, commas and slashes; join what only the layout cut.

    With each piece comes whether it had a marker of its own.
    """
    pieces: list[str] = []
    for text in texts:
        marks = [m for m in marks_in(text) if m.style != "letter"]
        cuts = [0, *(m.start for m in marks), len(text)]
        parts = [text[a:b] for a, b in pairwise(cuts) if b > a]
        if pieces and parts and not (marks and marks[0].strong):
            pieces[-1] += " " + parts.pop(0)
        pieces.extend(parts)
    for piece in pieces:
        first = next((m for m in marks_in(piece) if m.strong), None)
        bare = piece[first.end :] if first else piece
        for part in re.split(r"\s*[,،;]\s*", bare):
            for unit in filter(None, map(clean, _slashes(part))):
                yield unit, first is not None


def _slashes(text: str) -> list[str]:
    return [text] if clean(text).startswith("ทุก") else _SLASH.split(text)


def _spaced(piece: str, *, marked: bool) -> Iterator[str]:
    """Cut at a space where the next word begins a unit and the last one is whole."""
    unit = ""
    for word in piece.split(" "):
        if marked and _SECTION.match(unit) and _DIVISION.match(word):
            unit = f"{unit} {word}"
        elif unit and _HEAD.match(word) and not _OPEN_END.search(unit):
            yield unit
            unit = _AND.sub("", word)
        else:
            unit = _join(unit, word)
    if unit:
        yield unit


def _join(unit: str, word: str) -> str:
    if not unit:
        return word
    thai = _THAI_BOTH.search(unit) and _THAI_START.match(word)
    return unit + word if thai or unit.endswith("/") else f"{unit} {word}"
