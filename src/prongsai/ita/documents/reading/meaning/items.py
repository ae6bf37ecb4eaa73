"""Numbered and bulleted points inside a cell, nested as they were meant.

A marker at the start of a paragraph is one wherever its number fits. Inside a line a
number is a marker only when it continues, repeats or restarts a list, so that
``จำนวน 4. กอง`` or a date never becomes a point.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from prongsai.ita.documents.model.report import Item
from prongsai.ita.thai.dates import MONTHS, SHORT_MONTHS
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.text import clean

_BULLETS = "-\u2010-\u2015\u2022\u00b7\u25aa\u25ab\u25cf\u25cb\u25e6\u25a0\u25a1\u27a2\u2756\u2666\u2713\u2714\u221a\uf0b7\uf0a7\uf0d8*"
_D = "0-9๐-๙"
_MARKER = re.compile(
    rf"(?:(?<=\s)|^)(?:"
    rf"(?P<decimal>[{_D}]{{1,2}}(?:\.[{_D}]{{1,2}}){{1,3}}[.)]?)(?=\s|[^{_D}\s.,:)/-])"
    rf"|(?P<number>[{_D}]{{1,2}}[.)])(?![{_D}])"
    rf"|(?P<paren>\([{_D}]{{1,2}}\))"
    rf"|(?P<letter>\(?[ก-ฮ]\)|\([ก-ฮ]\)|[ก-ฮ]\.(?=\s))"
    rf"|(?P<bullet>[{_BULLETS}])(?![{_BULLETS}{_D}])"
    r")\s*"
)
_NO_LIST = re.compile(
    r"(?:ข้อ|หมู่|ชั้น|ครั้ง|ฉบับ|ตาราง|รูป|อันดับ|ลำดับ|ตัวชี้วัด|ระยะ|งวด|ระดับ)(?:ที่)?\.?\s*$"
    r"|(?:จำนวน|มาตรา|ไตรมาส|ไตรมาสที่|เลขที่|อาคาร|ห้อง|เวลา|ราคา|โทร)\.?\s*$|\sที่\s*$"
)
_MONTH_NEXT = re.compile("|".join(map(re.escape, (*MONTHS, *SHORT_MONTHS))))
_THAI = re.compile(r"[\u0e01-\u0e4e]")
_LATIN_END = re.compile(r"[A-Za-z0-9๐-๙]\s*$")


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One marker: where it stands, its style, its number if it has one."""

    start: int
    end: int
    marker: str
    printed: str
    style: str
    numbers: tuple[int, ...] = ()
    strong: bool = False


@dataclass(kw_only=True)
class Point:
    """A point while it is being gathered."""

    mark: Mark | None
    texts: list[str] = field(default_factory=list)
    points: list["Point"] = field(default_factory=list)

    @property
    def marker(self) -> str:
        """The marker as printed; empty for text before the first one."""
        return self.mark.marker if self.mark else ""

    def flat(self, *, marker: bool = True) -> str:
        """The point and its sub-points as they were printed, on one line."""
        printed = self.mark.printed if self.mark and marker else ""
        own = clean(printed + " ".join(self.texts))
        return clean(" ".join([own, *(point.flat() for point in self.points)]))

    def item(self) -> Item:
        """Freeze it."""
        return Item(
            marker=self.marker,
            text=clean(" ".join(self.texts)),
            items=tuple(point.item() for point in self.points),
        )


def split_items(paragraphs: Sequence[str]) -> tuple[Item, ...]:
    """Split the paragraphs of a cell into points.

    Text before the first marker is a point without a marker. A list that begins
    under a point belongs to that point; the same style again returns to its level.

    >>> [i.marker for i in split_items(["1. one 2. two", "3. three"])]
    ['1.', '2.', '3.']
    >>> [i.marker for i in split_items(["จำนวน 4 กอง"])]
    ['']
    """
    return tuple(point.item() for point in points_of(paragraphs))


def points_of(paragraphs: Sequence[str]) -> list[Point]:
    """Split the paragraphs of a cell into points that still know how they stood."""
    return _nest(_pieces(paragraphs))


def _pieces(paragraphs: Iterable[str]) -> Iterator[tuple[Mark | None, str]]:
    """Each marker with its text, and leading texts with None, in order."""
    state = _Lists(paragraphs := [clean(p) for p in paragraphs if clean(p)])
    for paragraph in paragraphs:
        marks = [m for m in marks_in(paragraph) if state.accept(m, paragraph)]
        if not marks or marks[0].start > 0:
            yield None, paragraph[: marks[0].start if marks else None]
        ends = [*(m.start for m in marks[1:]), len(paragraph)]
        for mark, end in zip(marks, ends, strict=False):
            yield mark, paragraph[mark.end : end]


def marks_in(paragraph: str) -> list[Mark]:
    """Everything in a paragraph that looks like a marker."""
    return [_mark(found) for found in _MARKER.finditer(paragraph)]


def _mark(found: re.Match[str]) -> Mark:
    kind = found.lastgroup or ""
    text = found[kind]
    numbers = tuple(int(n) for n in re.findall(r"\d+", to_arabic(text)))
    style = {"decimal": f"decimal{len(numbers)}", "bullet": "bullet"}.get(kind, kind)
    if kind in {"number", "letter"}:
        style += text[-1]
    if kind == "letter":
        numbers = (_letter(text),)
    return Mark(
        start=found.start(),
        end=found.end(),
        marker=text,
        printed=found[0],
        style=style,
        numbers=numbers,
        strong=found.start() == 0,
    )


def _letter(text: str) -> int:
    """Place of a Thai letter used for numbering; ฃ and ฅ are never used."""
    letters = "กขคงจฉชซฌญ"
    return letters.find(text.strip("().")) + 1 or len(letters) + 1


class _Lists:
    """Which lists are open, and so which marker can come next."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self.last: dict[str, tuple[int, ...]] = {}
        bullets = [
            (p, m) for p in paragraphs for m in marks_in(p) if m.style == "bullet"
        ]
        clear = [m for p, m in bullets if _clear_bullet(p, m)]
        self.bulleted = any(m.strong for m in clear) or len(clear) > 1
        self.seen = [m for p in paragraphs for m in marks_in(p) if m.style != "bullet"]

    def accept(self, mark: Mark, paragraph: str) -> bool:
        """Whether a marker is one here; remembers it when it is."""
        if mark.style == "bullet":
            return self._bullet(mark, paragraph)
        good = self._fits(mark, paragraph)
        if good:
            self.last[mark.style] = mark.numbers
            if mark.style.startswith("number"):
                self.last.pop("paren", None)
        return good

    def _bullet(self, mark: Mark, paragraph: str) -> bool:
        if mark.strong or mark.marker not in "-\u2013\u2014*":
            return True
        if not _clear_bullet(paragraph, mark):
            return False
        return self.bulleted or not paragraph[mark.start + 1 :][:1].isspace()

    def _fits(self, mark: Mark, paragraph: str) -> bool:
        if mark.style.startswith("decimal"):
            return self._decimal(mark)
        if mark.style.startswith("letter"):
            return self._letter(mark)
        if mark.strong and mark.style.startswith("number"):
            return True
        last = self.last.get(mark.style)
        following = last is not None and mark.numbers[0] == last[0] + 1
        counted = _NO_LIST.search(paragraph[: mark.start])
        return (following or not counted) and self._number(mark)

    def _number(self, mark: Mark) -> bool:
        """Inside a line a number continues, repeats, restarts or opens a list."""
        last = self.last.get(mark.style)
        number = mark.numbers[0]
        if last and number in {last[0], last[0] + 1}:
            return True
        if number == 1:
            return mark.style != "paren" or self._follows(mark, 2)
        return not last and number == 2 and self._follows(mark, 3)  # noqa: PLR2004

    def _decimal(self, mark: Mark) -> bool:
        if mark.numbers[-1] == 0 or mark.numbers[0] == 0:
            return False
        if mark.strong:
            return True
        parent = next(
            (n[0] for s, n in self.last.items() if s.startswith("number")), None
        )
        last = self.last.get(mark.style)
        if last and last[:-1] == mark.numbers[:-1]:
            return mark.numbers[-1] in {last[-1], last[-1] + 1}
        return mark.numbers[-1] == 1 and (parent == mark.numbers[0] or last is not None)

    def _letter(self, mark: Mark) -> bool:
        last = self.last.get(mark.style)
        if last:
            return mark.numbers[0] == last[0] + 1
        return mark.numbers == (1,) and self._follows(mark, 2)

    def _follows(self, mark: Mark, number: int) -> bool:
        """Whether the next number of the same style comes anywhere in the cell."""
        return any(m.style == mark.style and m.numbers[0] == number for m in self.seen)


def _clear_bullet(paragraph: str, mark: Mark) -> bool:
    """Whether a dash inside a line can only be a bullet: no span, no hyphen."""
    if mark.strong:
        return True
    before, after = paragraph[: mark.start], paragraph[mark.end :]
    if not after or _MONTH_NEXT.match(after):
        return False
    if _LATIN_END.search(before):
        return bool(_THAI.match(after)) and not before.rstrip()[-1:].isdigit()
    return True


def _nest(pieces: Iterable[tuple[Mark | None, str]]) -> list[Point]:
    """Put every point at its level: a known style closes what lies deeper."""
    roots: list[Point] = []
    stack: list[Point] = []
    for mark, text in pieces:
        if mark is None and stack:
            stack[-1].texts.append(text)
            continue
        point = Point(mark=mark, texts=[text])
        level = _level(stack, mark)
        del stack[level:]
        (stack[-1].points if stack else roots).append(point)
        stack.append(point)
    return roots


def _level(stack: list[Point], mark: Mark | None) -> int:
    if mark is None:
        return 0
    for level, open_point in enumerate(stack):
        if open_point.mark and open_point.mark.style == mark.style:
            return level
    begins = not mark.numbers or mark.numbers[-1] == 1
    if mark.style.startswith("decimal"):
        begins = True
    return len(stack) if begins else 0
