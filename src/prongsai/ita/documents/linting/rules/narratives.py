"""Rules about what is said of the scores: figures, years, directions, names."""

import re
from collections.abc import Iterator
from decimal import Decimal

from prongsai.ita.documents.linting import names, where
from prongsai.ita.documents.linting.findings import Place, Remark, rule
from prongsai.ita.documents.linting.mentions import Context, mentions
from prongsai.ita.documents.linting.movement import (
    direction_in,
    direction_of,
    is_points_called_percent,
    percent_of,
)
from prongsai.ita.documents.linting.severities import Severity
from prongsai.ita.documents.linting.years import (
    changes_of,
    current_year,
    framework_of,
    value_of,
    years_of,
)
from prongsai.ita.documents.model.report import Narrative, Report
from prongsai.ita.frameworks.model import Framework, Indicator
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.text import clean, fold

_AMOUNT = r"(\d+(?:\.\d+)?)"
_PERCENT = re.compile(rf"ร้อยละ\s*{_AMOUNT}|{_AMOUNT}\s*(?:%|เปอร์เซ็นต์)")
_MOVED = re.compile(
    r"(?P<before>.{0,80})(?P<word>เพิ่มขึ้น|สูงขึ้น|ลดลง|ต่ำลง|เท่าเดิม|คงเดิม|เท่ากัน)"
    r"\s*(?:จาก|กับ|กว่า)?\s*ปี[^\d]{0,20}(?P<year>25\d\d)"
)
_NAMED = re.compile(r"ตัวชี้วัดที่\s*(?P<number>\d+)\s*[.:)\-]?\s*(?=(?P<rest>.{0,80}))")
_NAME_ENDS = re.compile(r"ผลการประเมิน|ตัวชี้วัด|คะแนน|พบว่า|แสดง|ได้|โดย|ซึ่ง|มี|เป็น|\d|[(,:]")


@rule("narrative-score-differs", Severity.ERROR)
def narrative_score_differs(report: Report) -> Iterator[Remark]:
    """A narrative repeats this year's score as the table prints it."""
    for remark, year in _differing(report):
        if year == current_year(report):
            yield remark


@rule("previous-score-differs", Severity.ERROR)
def previous_score_differs(report: Report) -> Iterator[Remark]:
    """A narrative repeats an earlier year's score as the table prints it."""
    for remark, year in _differing(report):
        if year != current_year(report):
            yield remark


@rule("narrative-change-wrong", Severity.ERROR)
def narrative_change_contradicts_the_table(report: Report) -> Iterator[Remark]:
    """A narrative says rose, fell or stayed as the table's figures do."""
    for position, narrative, context in _told(report):
        found = _MOVED.search(to_arabic(clean(narrative.text)))
        if not found or found["year"] != context.previous:
            continue
        if not re.search(r"คะแนน|ผลการประเมิน", found["before"]):
            continue  # something else than the score moved
        old, new = _figures(report, narrative, context)
        stated = direction_in(found["word"])
        if old is None or new is None or stated is direction_of(old, new):
            continue
        yield Remark(
            where=where.narrative(position, narrative.indicator),
            printed=found["word"],
            expected=direction_of(old, new),
            facts={"old": old, "new": new},
        )


@rule("difference-mislabelled", Severity.ERROR)
def points_are_called_percent(report: Report) -> Iterator[Remark]:
    """A difference in points is not called percent, in tables and in texts."""
    for place, text, old, new in changes_of(report):
        for stated in _percentages(text):
            if is_points_called_percent(stated, old, new):
                yield _mislabelled(place, text, old=old, new=new)
    for position, narrative, context in _told(report):
        older, newer = _figures(report, narrative, context)
        if older is None or newer is None:
            continue
        place = where.narrative(position, narrative.indicator)
        for found in _PERCENT.finditer(to_arabic(clean(narrative.text))):
            stated = Decimal(found[1] or found[2])
            if is_points_called_percent(stated, older, newer):
                text = clean(narrative.text)[found.start() : found.end()]
                yield _mislabelled(place, text, old=older, new=newer)


@rule("indicator-name-differs", Severity.ERROR)
def name_of_another_indicator(report: Report) -> Iterator[Remark]:
    """Rows and narratives carry their own indicator's name, not another's words."""
    framework = framework_of(int(current_year(report) or report.fiscal_year or 0))
    if framework is None:
        return
    for score in report.scores:
        own = names.indicator(framework, score.indicator)
        if own and not names.is_name_of(own, score.name, framework):
            yield _misnamed(where.score(score.indicator), score.name, own)
    for position, narrative in enumerate(report.narratives):
        own = names.indicator(framework, narrative.indicator or "")
        printed = _foreign_name(narrative.text, own, framework) if own else ""
        if own and printed:
            place = where.narrative(position, narrative.indicator)
            yield _misnamed(place, printed, own)


def _told(report: Report) -> Iterator[tuple[int, Narrative, Context]]:
    """Each narrative with the years it may compare."""
    current = current_year(report)
    if current is None:
        return
    earlier = [year for year in years_of(report) if year < current]
    previous = earlier[-1] if earlier else None
    for position, narrative in enumerate(report.narratives):
        context = Context(
            indicator=narrative.indicator, current=current, previous=previous
        )
        yield position, narrative, context


def _differing(report: Report) -> Iterator[tuple[Remark, str]]:
    for position, narrative, context in _told(report):
        for mention in mentions(narrative.text, context):
            value = value_of(report, narrative.indicator, mention.year)
            if value is None or value == mention.value:
                continue
            remark = Remark(
                where=where.narrative(position, narrative.indicator),
                printed=mention.printed,
                expected=str(value),
                facts={"year": mention.year},
            )
            yield remark, mention.year


def _figures(
    report: Report, narrative: Narrative, context: Context
) -> tuple[Decimal | None, Decimal | None]:
    if context.previous is None:
        return None, None
    of = narrative.indicator
    return (
        value_of(report, of, context.previous),
        value_of(report, of, context.current),
    )


def _percentages(text: str) -> Iterator[Decimal]:
    plain = to_arabic(clean(text))
    for found in _PERCENT.finditer(plain):
        yield Decimal(found[1] or found[2])


def _mislabelled(place: Place, text: str, *, old: Decimal, new: Decimal) -> Remark:
    facts = {"points": abs(new - old), "percent": abs(percent_of(old, new) or 0)}
    expected = f"{abs(new - old)} คะแนน"
    return Remark(where=place, printed=text, expected=expected, facts=facts)


def _misnamed(place: Place, printed: str, own: Indicator) -> Remark:
    facts = {"indicator": own.number}
    return Remark(where=place, printed=printed, expected=own.th, facts=facts)


def _foreign_name(text: str, own: Indicator, framework: Framework) -> str:
    """The words in the place of the name that belong to another indicator, or ""."""
    printed = clean(text)
    for found in _NAMED.finditer(to_arabic(printed)):
        if found["number"] != str(own.number):
            continue
        rest = printed[found.start("rest") : found.end("rest")]
        zone = _name_zone(rest, own)
        leading = names.leading(fold(zone), framework)
        if leading and leading[0] is not own:
            return zone.strip()
        tail = fold(zone).removeprefix(leading[1]) if leading else ""
        if tail and names.begins_with_another(tail, own, framework):
            return zone.strip()
    return ""


def _name_zone(rest: str, own: Indicator) -> str:
    """What stands where the name should: up to the words that report the score."""
    longest = max(len(name) for name in (own.th, *own.aliases))
    ends = _NAME_ENDS.search(rest, 1)
    return rest[: ends.start()] if ends else rest[: longest + 1]
