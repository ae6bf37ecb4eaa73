"""Scores that a narrative mentions, and the year each of them belongs to.

A number counts only where its owner and its year are beyond doubt: percentages,
differences, targets and the scores of other indicators or questions are left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.text import clean

_NUMBER = re.compile(r"(?<![\d.,/])(\d{1,3}(?:\.\d{1,2})?)(?![\d/]|\.\d|,\d)")
_YEAR = re.compile(r"(?<!\d)25\d\d(?!\d)")
_YEAR_IN_FRONT = re.compile(r"25\d\d\s*\(\s*$")
_POINTS_BEHIND = re.compile(r"\s*คะแนน(?!เต็ม)")
_YEAR_BEHIND = re.compile(r"\s*(?:คะแนน)?\s*\)?\s*(?:ของ|ใน|เมื่อ)\s*ปี\D{0,20}(25\d\d)")
_PERCENT_BEHIND = re.compile(r"\s*(?:%|เปอร์เซ็นต์)")
_NOT_A_SCORE = re.compile(
    r"(?:ร้อยละ|คิดเป็น|เพิ่มขึ้น|ลดลง|สูงขึ้น|ต่ำลง|ผลต่าง|ต่างกัน|กว่า|เกิน|เกณฑ์|เต็ม"
    r"|เป้าหมาย|ระหว่าง|ตั้งแต่|ถึง|จำนวน|ขาด(?:อีก|ไป)?)\s*(?:เป็น|อยู่|ที่|คะแนน|เท่ากับ)*\s*\(?\s*$"
)
_COMPARED = re.compile(r"(?<!ไม่)(?:มาก|สูง|ต่ำ|น้อย)กว่า\s*$")
_MOVED_BY = re.compile(r"(?:เพิ่มขึ้น|ลดลง|สูงขึ้น|ต่ำลง|ต่าง)(?:(?!ได้).){0,60}จำนวน\s*$")
_OTHER_SUBJECT = re.compile(
    r"ข้อ(?!มูล|เสนอ|คิด|ง|ร้อง)|คำถาม|ประเด็น|(?<![A-Za-z])[ieoIEO]\s?\d"
)
_INSTRUMENT = re.compile(r"\b[IEO]IT\b|ตัวชี้วัด|แบบวัด|แบบตรวจ")
_WHOLE = re.compile(r"ภาพรวม|คะแนนรวม|คะแนนเฉลี่ย|หน่วยงาน")
_INDICATOR = re.compile(r"ตัวชี้วัดที่\s*(\d+)")
_FROM, _TO = re.compile(r"จาก(?:เดิม|คะแนน)?\s*$"), re.compile(r"เป็น\s*$")


@dataclass(frozen=True, kw_only=True)
class Mention:
    """A score in a text: as printed, as a number, and of which year."""

    printed: str
    value: Decimal
    year: str


@dataclass(frozen=True, kw_only=True)
class Context:
    """Whose text it is (None: the whole office's), and the two years it compares."""

    indicator: str | None
    current: str
    previous: str | None


def mentions(text: str, of: Context) -> Iterator[Mention]:
    """Yield the scores a narrative gives for its own subject, in reading order.

    >>> of = Context(indicator="6", current="2568", previous="2567")
    >>> found = mentions("ได้ ๙๖.๓๓ คะแนน เพิ่มขึ้นจากปี ๒๕๖๗ (๙๕.๕๑)", of)
    >>> [(m.year, m.printed) for m in found]
    [('2568', '๙๖.๓๓'), ('2567', '๙๕.๕๑')]
    """
    printed = clean(text)
    plain = to_arabic(printed)
    if "ตามลำดับ" in plain:  # years and scores are listed apart
        return
    start, is_own, is_first = 0, True, True
    for number in _NUMBER.finditer(plain):
        if not _is_score(plain, number):
            continue
        before = plain[start : number.start()]
        start = number.end()
        is_own = _is_own(before, of, was_own=is_own)
        year = _year_of(before, plain[number.end() :], of)
        if not is_own:
            continue
        if year is None and is_first:
            year = of.current
        is_first = False
        if year:
            value = printed[number.start() : number.end()]
            yield Mention(printed=value, value=Decimal(number[1]), year=year)


def _is_score(plain: str, number: re.Match[str]) -> bool:
    before, after = plain[: number.start()], plain[number.end() :]
    if _YEAR_IN_FRONT.search(before):
        return not _PERCENT_BEHIND.match(after)
    looks = "." in number[1] or _POINTS_BEHIND.match(after)
    if not looks or _PERCENT_BEHIND.match(after):
        return False
    if _COMPARED.search(before) and _YEAR_BEHIND.match(after):
        return True
    return not (_NOT_A_SCORE.search(before) or _MOVED_BY.search(before))


def _is_own(before: str, of: Context, *, was_own: bool) -> bool:
    """Whether the next score is the subject's, judging by the words before it."""
    named = _INDICATOR.findall(before)
    if of.indicator is None:
        if _INSTRUMENT.search(before) or _OTHER_SUBJECT.search(before):
            return False
        return was_own or bool(_WHOLE.search(before))
    if named:
        return bool(named[-1] == of.indicator)
    return was_own and not _OTHER_SUBJECT.search(before)


def _year_of(before: str, after: str, of: Context) -> str | None:
    behind = _YEAR_BEHIND.match(after)
    if behind:
        return behind[1]
    years = _YEAR.findall(before)
    if years:
        is_clear = _YEAR_IN_FRONT.search(before) or len(set(years)) == 1
        return str(years[-1]) if is_clear else ""
    if _FROM.search(before):
        return of.previous or ""
    return of.current if _TO.search(before) else None
