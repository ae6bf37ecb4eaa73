"""What a report says of itself on its first pages: title, office, year."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prongsai.ita.documents.model.report import Organisation
from prongsai.ita.documents.reading.pages.source import Paragraph
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.names import Office, find_offices, find_seat
from prongsai.ita.thai.text import clean, fold

_BEGINS = re.compile(
    r"^(?:รายงาน|ประกาศ(?:มาตรการ|แผน)|แบบรายงาน|แผน|การนำผล|การวิเคราะห์|การดำเนินการ|การขับเคลื่อน|การกำหนด|มาตรการ|"
    r"สรุป|ผลการ|คะแนน)"
)
_YEAR = re.compile(
    r"(?:ปีงบประมาณ|ประจำปี|ปี)\s*(?:ปี\s*)?(?:พ\.?\s*ศ\.?)?\s*(?P<year>25\d\d)(?!\d)"
)
_OFFICE_LINE = re.compile(
    r"^(?:ของ\s*)?(?:สำนักงาน)?\s*(?:องค์การบริหารส่วน|เทศบาล|อบต\.|อบจ\.|อำเภอ)"
)
_ABBREVIATED = re.compile(r"^(?:อบต|อบจ|ท[ตมน])?อ?จ?$")
_TOO_LONG = 220
_MOST_LINES = 4


@dataclass(frozen=True, kw_only=True)
class Front:
    """Title, office and fiscal year (Buddhist era), as far as the report says them."""

    title: str = ""
    organisation: Organisation | None = None
    fiscal_year: int | None = None


def read_front(paragraphs: Sequence[Paragraph], everything: Sequence[str]) -> Front:
    """Read the title block; the office is the one most often named.

    ``everything`` is all text of the document, for offices named only in tables.
    """
    title = _title(paragraphs)
    texts = [p.text for p in paragraphs]
    return Front(
        title=title,
        organisation=_organisation(texts, everything),
        fiscal_year=_year(title) or _first_year(texts) or _first_year(everything),
    )


def belongs_to_front(text: str, front: Front) -> bool:
    """Whether a line only repeats the title, the office or its seat."""
    folded = fold(text)
    office = front.organisation
    known = [front.title]
    if office:
        known += [office.type, office.name, office.district, office.province]
    left = folded
    for part in sorted(filter(None, map(fold, known)), key=len, reverse=True):
        left = left.replace(part, "")
    for word in ("ของ", "สำนักงาน", "อำเภอ", "จังหวัด", "พศ", "อบต"):
        left = left.replace(fold(word), "")
    return not left or bool(_ABBREVIATED.match(left)) or folded in fold(front.title)


def _title(paragraphs: Sequence[Paragraph]) -> str:
    for at, paragraph in enumerate(paragraphs):
        text = _bare(paragraph.text)
        if _BEGINS.match(text) and len(text) < _TOO_LONG:
            return clean(" ".join(_lines(paragraphs[at:])))
    return ""


def _lines(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """The lines of the title, up to the one that names the year."""
    for paragraph in paragraphs[:_MOST_LINES]:
        text = _bare(paragraph.text)
        if _OFFICE_LINE.match(text) or len(text) >= _TOO_LONG:
            return
        found = _YEAR.search(to_arabic(text))
        if found:
            yield text[: found.end()]
            return
        yield text


def _bare(text: str) -> str:
    return clean(text).strip("*# ")


def _year(text: str) -> int | None:
    found = _YEAR.search(to_arabic(text))
    return int(found["year"]) if found else None


def _first_year(texts: Sequence[str]) -> int | None:
    """The fiscal year most often named; the first of them where they tie."""
    years = Counter(m["year"] for t in texts for m in _YEAR.finditer(to_arabic(t)))
    return int(years.most_common(1)[0][0]) if years else None


def _organisation(
    texts: Sequence[str], everything: Sequence[str]
) -> Organisation | None:
    named = [o for text in texts for o in find_offices(text)] or [
        o for text in everything for o in find_offices(text)
    ]
    office = _most_named(named)
    if office is None:
        return None
    seat = next((s for t in (*texts, *everything) if (s := find_seat(t))), None)
    return Organisation(
        type=office.kind,
        name=office.name,
        district=seat.district if seat else "",
        province=seat.province if seat else "",
    )


def _most_named(offices: Sequence[Office]) -> Office | None:
    """The office most often named; a name that begins longer ones counts for them.

    Thai puts no space after a name, so that one followed by a verb reads longer.
    """
    counts = Counter(offices)
    best: tuple[int, int] = (0, 0)
    found: Office | None = None
    for at, office in enumerate(counts):
        total = sum(
            n
            for other, n in counts.items()
            if other.kind == office.kind and other.name.startswith(office.name)
        )
        exact = counts[office]
        if exact > 1 or len(counts) == 1 or found is None:
            rank = (total * min(exact, 3), -at)
            if rank > best:
                best, found = rank, office
    return found
