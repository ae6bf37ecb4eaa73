"""Rules about the memo (บันทึกข้อความ) in front of a report."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from difflib import SequenceMatcher

from prongsai.ita.documents.linting import where
from prongsai.ita.documents.linting.findings import Remark, rule
from prongsai.ita.documents.linting.severities import Severity
from prongsai.ita.documents.model.report import Kind, Memo, Report
from prongsai.ita.thai import fiscal
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.text import clean, join_thai

_YEAR = re.compile(r"(?<!\d)25\d\d(?!\d)")
_YEAR_OF_WORK = re.compile(
    r"(?:ปี\s*งบ\s*ประมาณ|ประจำ\s*ปี|ในปี)\s*(?:พ\.?\s*ศ\.?\s*)?(25\d\d)(?!\d)"
)
_FILLER = re.compile(r"[\s.…_\-–/]+")
_OFFICE_CODE = re.compile(r"[ก-ฮ]{1,4}\s?\d{4,6}(?:[.\d]*)")
_HEADS = (
    "นายกองค์การบริหารส่วนตำบล",
    "นายกองค์การบริหารส่วนจังหวัด",
    "นายกเทศมนตรี",
    "นายกเทศบาล",
    "ปลัดองค์การบริหารส่วนตำบล",
    "ปลัดองค์การบริหารส่วนจังหวัด",
    "ปลัดเทศบาล",
    "หัวหน้าสำนักปลัด",
    "ผู้อำนวยการกอง",
    "ผู้ว่าราชการจังหวัด",
    "นายอำเภอ",
    "ท้องถิ่นจังหวัด",
    "ท้องถิ่นอำเภอ",
)
_NEAR, _HAIR = 0.85, 0.03
_A_YEAR = timedelta(days=366)


@rule("memo-year-differs", Severity.ERROR)
def memo_speaks_of_another_year(report: Report) -> Iterator[Remark]:
    """The memo's subject names the fiscal year of the report behind it."""
    memo, year = report.memo, report.fiscal_year
    if memo is None or year is None or not report.measures:
        return
    part, text = "subject", memo.subject
    if not _years(text):
        part, text = "body", " ".join(memo.body)
    named = _years(text)
    wanted = {year}
    if report.kind is Kind.ANALYSIS_AND_PLAN:
        wanted.add(year + 1)  # the result of a year, worked into the next
    if named and not named & wanted:
        facts = {"year": year}
        printed = ", ".join(map(str, sorted(named)))
        yield Remark(
            where=where.memo(part), printed=printed, expected=str(year), facts=facts
        )


@rule("memo-date-implausible", Severity.WARNING)
def memo_is_dated_outside_its_time(report: Report) -> Iterator[Remark]:
    """A memo is written after its fiscal year began, and within a year of its end."""
    day = _day(report.memo)
    if day is None or report.fiscal_year is None or not report.measures:
        return
    first = fiscal.first_day(report.fiscal_year)
    last = fiscal.last_day(report.fiscal_year) + _A_YEAR
    if not first <= day <= last:
        facts = {"year": report.fiscal_year}
        printed = report.memo.date if report.memo else ""
        yield Remark(where=where.memo("date"), printed=printed, facts=facts)


@rule("memo-number-missing", Severity.WARNING)
def memo_has_no_running_number(report: Report) -> Iterator[Remark]:
    """A memo's number has a running number after the office's code."""
    if report.memo is None:
        return
    text = to_arabic(clean(report.memo.number))
    _, slash, running = text.rpartition("/")
    empty = not _FILLER.sub("", running if slash else text)
    only_code = not slash and bool(_OFFICE_CODE.fullmatch(text))
    if empty or only_code:
        yield Remark(where=where.memo("number"), printed=report.memo.number)


@rule("memo-number-is-year", Severity.WARNING)
def memo_number_is_a_year(report: Report) -> Iterator[Remark]:
    """What follows the office's code is a running number, not the year."""
    if report.memo is None:
        return
    code, _, running = to_arabic(clean(report.memo.number)).rpartition("/")
    year = running.strip()
    if _OFFICE_CODE.fullmatch(code.strip()) and _YEAR.fullmatch(year):
        facts = {"year": year}
        yield Remark(
            where=where.memo("number"), printed=report.memo.number, facts=facts
        )


@rule("memo-date-missing", Severity.WARNING)
def memo_has_no_date(report: Report) -> Iterator[Remark]:
    """A memo bears a date."""
    if report.memo and not _FILLER.sub("", report.memo.date):
        yield Remark(where=where.memo("date"), printed=report.memo.date)


@rule("memo-signer-missing", Severity.WARNING)
def memo_has_no_signer(report: Report) -> Iterator[Remark]:
    """Somebody signs a memo."""
    if report.memo and not report.memo.signers:
        yield Remark(where=where.memo("signers"))


@rule("addressee-misspelt", Severity.ERROR)
def addressee_is_misspelt(report: Report) -> Iterator[Remark]:
    """The post a memo is addressed to is spelt as the law spells it."""
    text = join_thai(clean(report.memo.to)) if report.memo else ""
    if not text or text.startswith(_HEADS):
        return
    name = join_thai(clean(report.organisation.name)) if report.organisation else ""
    at = text.find(name) if name else -1
    scored = [(_likeness(text, head, at), head) for head in _HEADS]
    (ratio, length), head = max(scored)
    if ratio >= _NEAR:
        printed = report.memo.to if report.memo else ""
        expected = head + text[length:]
        yield Remark(where=where.memo("to"), printed=printed, expected=expected)


def _years(text: str) -> set[int]:
    return {int(year) for year in _YEAR_OF_WORK.findall(to_arabic(clean(text)))}


def _day(memo: Memo | None) -> date | None:
    try:
        return date.fromisoformat(memo.date) if memo else None
    except ValueError:
        return None  # kept as printed; another rule speaks of dates


def _likeness(text: str, head: str, at: int) -> tuple[float, int]:
    """How near the text begins to a head, and how many of its letters are the head.

    A slip adds, drops or swaps a letter or two, so lengths around the head's count;
    of equals the one that stops ``at`` the office's name.
    """
    lengths = range(max(1, len(head) - 2), min(len(text), len(head) + 2) + 1)
    rated = [
        (SequenceMatcher(None, text[:n], head, autojunk=False).ratio(), n == at, -n)
        for n in lengths
    ]
    best = max((ratio for ratio, _, _ in rated), default=0.0)
    # A swapped last letter makes a shorter beginning look nearer than the whole.
    near = [(ends, -n, ratio) for ratio, ends, n in rated if ratio >= best - _HAIR]
    _, length, ratio = max(near, key=lambda it: (it[0], it[2]), default=(False, 0, 0.0))
    return ratio, length
