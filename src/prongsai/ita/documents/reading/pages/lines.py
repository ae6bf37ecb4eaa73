"""Letters of a page put back into lines, and lines into paragraphs."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from statistics import median
from types import MappingProxyType

from prongsai.ita.documents.reading.pages.glyphs import Glyph
from prongsai.ita.documents.reading.pages.markers import starts_with_marker
from prongsai.ita.thai.segmenting import segment
from prongsai.ita.thai.text import clean

# Of an em: a smaller gap is letter fitting, unless pdfium took it for a space; a
# gap between the two is a space where it parts two words. A larger rise is another
# line.
_GAP = 0.18
_LIKELY_GAP = 0.14
_UNLIKELY_GAP = 0.155
_RISE = 0.45
# Fewer gaps than this do not tell how widely a line is set.
_ENOUGH_GAPS = 6
# Sara am is this much wider than sara aa; drawn in two pieces it looks like a gap.
_AM_TO_AA = 1.2
# Where a page has no sara aa to measure.
_USUAL_AA = 0.45
_NO_WIDTHS: Mapping[str, float] = MappingProxyType({})
# A line was ended by its writer if it leaves room for the next word, and this share
# of the column. No word is longer than so many letters.
_LONGEST_WORD = 30
_ROOM = 0.25
# Lines further apart than this many usual distances are paragraphs.
# A heading that is named so needs less of a gap above it.
_APART_HEADING = 1.1
_HEADING = re.compile(r"ตัวชี้วัด(?:ที่)?\s*[0-9๐-๙]{1,2}(?![0-9๐-๙])|บันทึกข้อความ$|เรียน\s")
_APART = 1.45
_INDENT = 1.5
# Of an em: nearer to the middle than this is centred.
_OFF_CENTRE = 0.6
# Of an em: wider line spacing than this is a gap.
_WIDEST_PITCH = 2.2

_THAI = re.compile(r"[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]")
# In a column narrower than this (em), such words begin a unit, one unit a line.
_NARROW = 10
_UNIT = re.compile("สำนัก|กอง|งาน|ฝ่าย|หน่วย|ส่วน|ศูนย์|โรงเรียน")
_GOES_ON = re.compile("(?:และ|หรือ|ของ|[,/])$")
# No line is broken before these.
_GLUE = frozenset("/-.,)ๆฯ")
_LATIN = re.compile(r"[A-Za-z0-9]")
_DIGIT = re.compile(r"[0-9๐-๙]")
_OTHER = re.compile(r"[A-Za-z0-9๐-๙]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One line of letters from ``x0`` to ``x1`` on the baseline ``y``.

    ``spaced`` when the page wrote a space after its last letter.
    """

    text: str
    x0: float
    x1: float
    y: float
    em: float
    spaced: bool = False


@dataclass(frozen=True, kw_only=True)
class _Column:
    """Where lines may begin and end, and how far apart they usually are."""

    left: float
    right: float
    pitch: float

    def centres(self, line: Line) -> bool:
        """Tell whether a line stands in the middle."""
        off = abs((line.x0 + line.x1) - (self.left + self.right)) / 2
        return off < _OFF_CENTRE * line.em


def widths_of(glyphs: Iterable[Glyph]) -> dict[str, float]:
    """Return how wide a page draws each letter, in em, where it draws it alone.

    >>> widths_of([Glyph(text="า", x0=10, x1=14, y=0, em=10)])
    {'า': 0.4}
    """
    found: dict[str, list[float]] = defaultdict(list)
    for glyph in glyphs:
        if glyph.em > 0 and not glyph.span:
            found[glyph.text].append((glyph.x1 - glyph.x0) / glyph.em)
    return {letter: median(widths) for letter, widths in found.items()}


def lines_of(
    glyphs: Sequence[Glyph], widths: Mapping[str, float] = _NO_WIDTHS
) -> list[Line]:
    """Return the lines that letters make, from the top down.

    Letters keep the order they were drawn in; only whole stretches of them are put
    in their places. ``widths`` is the page's :func:`widths_of`.
    """
    levels: list[list[list[Glyph]]] = []
    for stretch in _stretches(glyphs):
        for level in reversed(levels):
            if _same_level(level[0][0], stretch[0]):
                level.append(stretch)
                break
        else:
            levels.append([stretch])
    levels.sort(key=lambda level: level[0][0].y)
    made = (_line(sorted(level, key=lambda s: s[0].x0), widths) for level in levels)
    return [line for line in made if line.text]


def paragraphs_of(
    lines: Sequence[Line], *, left: float, right: float
) -> list[list[Line]]:
    """Group lines into paragraphs: a marker, a short line, a gap or an indent ends one.

    ``left`` and ``right`` are where the lines of this column begin and end at most.
    """
    column = _Column(left=left, right=right, pitch=_pitch(lines))
    groups: list[list[Line]] = []
    for line in lines:
        before = groups[-1][-1] if groups else None
        if before is None or _ends(before, line, column):
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def join(lines: Iterable[Line], *, spaces: bool) -> str:
    """Write lines as one text, with a space only where the page has one.

    ``spaces`` says whether this page writes the spaces at its lines' ends; where it
    does not, letters of different scripts are taken to have stood apart.
    """
    text, spaced = "", False
    for line in lines:
        apart = spaced or _apart(text, line.text, spaces=spaces)
        text += " " + line.text if text and apart else line.text
        spaced = line.spaced
    return clean(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def _stretches(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Cut letters where they change level or jump back."""
    found: list[list[Glyph]] = []
    for glyph in glyphs:
        last = found[-1][-1] if found else None
        if last is None or _jumps(last, glyph):
            found.append([glyph])
        else:
            found[-1].append(glyph)
    return found


def _jumps(last: Glyph, glyph: Glyph) -> bool:
    return not _same_level(last, glyph) or glyph.x0 < last.x0 - 2 * glyph.em


def _same_level(one: Glyph, other: Glyph) -> bool:
    return abs(one.y - other.y) <= _RISE * max(one.em, other.em, 1.0)


def _line(stretches: list[list[Glyph]], widths: Mapping[str, float]) -> Line:
    glyphs = [glyph for stretch in stretches for glyph in stretch]
    # A line that is stretched to the margin has the same extra between all letters.
    gaps = list(_gaps(glyphs, widths))
    enough = len(gaps) >= _ENOUGH_GAPS
    usual = max(sorted(gaps)[len(gaps) // 4], 0.0) if enough else 0.0
    text = glyphs[0].text
    letters = "".join(glyph.text for glyph in glyphs)
    at = len(text)
    for (last, glyph), gap in zip(pairwise(glyphs), gaps, strict=True):
        if " " not in (last.text, glyph.text):
            words = text, letters[at:]
            text += " " * _is_space((gap - usual) / max(glyph.em, 1), glyph, words)
        text += glyph.text
        at += len(glyph.text)
    ink = [glyph for glyph in glyphs if glyph.text != " "] or glyphs
    return Line(
        text=text.strip(" "),
        x0=min(glyph.x0 for glyph in ink),
        x1=max(glyph.x1 for glyph in ink),
        y=median(glyph.y for glyph in glyphs),
        em=max(glyph.em for glyph in ink),
        spaced=text.endswith(" "),
    )


def _is_space(gap: float, glyph: Glyph, words: tuple[str, str]) -> bool:
    """Tell whether a gap (in em) before a letter is a space nobody wrote."""
    if glyph.gap or gap > _GAP:
        return gap > _LIKELY_GAP
    return gap > _UNLIKELY_GAP and not _is_one_word(*words)


def _gaps(glyphs: Sequence[Glyph], widths: Mapping[str, float]) -> Iterator[float]:
    """Yield how far each letter stands from the one before it.

    A cluster drawn under one marked content does not tell its own width.
    """
    base = glyphs[0]
    for last, glyph in pairwise(glyphs):
        if last.drawing != base.drawing or not last.span:
            base = last
        end = last.x1
        if last.span and base.text in widths:
            end = base.x0 + widths[base.text] * base.em
        if last.text == "\u0e33" and last.span:
            end += _AM_TO_AA * widths.get("\u0e32", _USUAL_AA) * last.em
        yield glyph.x0 - end


def _pitch(lines: Sequence[Line]) -> float:
    steps = [below.y - above.y for above, below in pairwise(lines)]
    return median(steps) if steps else 0.0


def _ends(before: Line, line: Line, column: _Column) -> bool:
    """Tell whether a paragraph ends with ``before`` and another begins with ``line``."""
    if starts_with_marker(line.text):
        return not (line.text[0] in "-–" and _LATIN.match(before.text[-1]))
    usual = min(max(column.pitch, before.em), _WIDEST_PITCH * before.em)
    centred = column.centres(before) and column.centres(line)
    indented = line.x0 > max(column.left, before.x0) + _INDENT * line.em
    apart = _APART_HEADING if _HEADING.match(line.text) else _APART
    if line.y - before.y > apart * usual or (indented and not centred):
        return True
    width = column.right - column.left
    if width < _NARROW * line.em and _is_next_unit(before, line):
        return True
    room = width - (before.x1 - before.x0) if centred else column.right - before.x1
    if room <= _ROOM * width or _cuts_word(before, line):
        return False
    return room > _first_word(line)


def _is_next_unit(before: Line, line: Line) -> bool:
    """Tell whether two lines of a narrow column are two units of an office."""
    if not _UNIT.match(line.text) or _GOES_ON.search(before.text):
        return False
    return before.spaced or not _cuts_word(before, line)


def _cuts_word(before: Line, line: Line) -> bool:
    """Tell whether the end of a line falls inside a word."""
    if before.spaced:
        return False
    return line.text[0] in ".,)" or _is_one_word(before.text, line.text)


def _is_one_word(before: str, after: str) -> bool:
    """Tell whether the dictionary knows a word across the seam of two texts."""
    tail, head = before[-_LONGEST_WORD:], after[:_LONGEST_WORD]
    ends = accumulate(map(len, segment(tail + head)))
    return len(tail) not in set(ends)


def _first_word(line: Line) -> float:
    """Return how much room the first word of a line takes, and a little more."""
    start = line.text[:_LONGEST_WORD]
    word = next(iter(segment(start)), start)
    if _ADDRESS.match(start) or start[len(word) : len(word) + 1] in _GLUE:
        word = line.text.split(" ", 1)[0]
    return (line.x1 - line.x0) * len(word) / len(line.text) + line.em


def _apart(text: str, following: str, *, spaces: bool) -> bool:
    """Tell whether a space stood between two lines, by the letters beside it."""
    if not text or _ADDRESS.search(text):
        return False
    last, first = text[-1], following[0]
    if last in "-/–":
        return text[-2:-1] == " "
    if _LATIN.match(last) and _LATIN.match(first):
        return not spaces
    if (_THAI.match(last) and _THAI.match(first)) or first in _GLUE:
        return False
    return not spaces or bool(_DIGIT.match(last) or _OTHER.match(first))
