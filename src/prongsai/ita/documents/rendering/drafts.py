"""First drafts of what a report says of its scores, made from numbers only.

A draft states points and their difference in points, never a cause and never a
percentage, and says of itself that it is a draft: an officer completes it.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from prongsai.ita.documents.model.report import Narrative, Report
from prongsai.ita.documents.rendering.wording import Wording
from prongsai.ita.thai.digits import to_arabic

FULL = Decimal(100)
_POINTS = re.compile(r"^[0-9]{1,3}(\.[0-9]{1,6})?$")


def draft(
    years: Mapping[str, str], wording: Wording, *, whole: bool = False
) -> str | None:
    """Write about the latest year's points against the year before; None without.

    ``years`` maps Buddhist years to points as printed; what is no number is skipped.
    ``whole`` says that they are the points of the office, not of an indicator.

    >>> draft({"2567": "95.51", "2568": "96.33"}, Wording(digits=None, language="en"))
    ... # doctest: +ELLIPSIS
    '(Draft) ๙๖.๓๓ points in fiscal year ๒๕๖๘, up by ๐.๘๒ points from ๙๕.๕๑ points ...'
    """
    known = [
        (year, value)
        for year in sorted(years)
        if (value := points(years[year])) is not None
    ]
    if not known:
        return None
    opening = wording.say("draft.whole" if whole else "draft.indicator")
    parts = [opening, _movement(known[-2:], wording)]
    if gap := FULL - known[-1][1]:
        facts = {"gap": wording.number(gap), "full": wording.number(FULL)}
        parts.append(wording.say("draft.gap", **facts))
    return " ".join(parts)


def fill(report: Report, wording: Wording) -> Report:
    """Return the report with a draft wherever it has scores but says nothing.

    Narratives come out in the order of the scores: the whole first, then each
    indicator, then what the report says of indicators it prints no score for.
    """
    said = {narrative.indicator for narrative in report.narratives}
    subjects: dict[str | None, Mapping[str, str]] = {None: report.totals} | {
        s.indicator: s.years for s in report.scores
    }
    found = []
    for indicator, years in subjects.items():
        if indicator in said:
            found += [n for n in report.narratives if n.indicator == indicator]
        elif text := draft(years, wording, whole=indicator is None):
            found.append(Narrative(indicator=indicator, text=text))
    found += [n for n in report.narratives if n.indicator not in subjects]
    return replace(report, narratives=tuple(found))


def points(text: str) -> Decimal | None:
    """Return printed points as a number, 0 to 100; None when they are no number.

    >>> points("๙๖.๓๓"), points("ไม่ประเมิน")
    (Decimal('96.33'), None)
    """
    text = to_arabic(text)
    value = Decimal(text) if _POINTS.match(text) else None
    return value if value is not None and value <= FULL else None


def _movement(known: list[tuple[str, Decimal]], wording: Wording) -> str:
    year, now = known[-1]
    facts = {"year": wording.number(year), "points": wording.number(now)}
    if len(known) == 1:
        return wording.say("draft.alone", **facts)
    before, earlier = known[0]
    facts |= {"before": wording.number(before)}
    if now == earlier:
        return wording.say("draft.same", **facts)
    facts |= {
        "earlier": wording.number(earlier),
        "difference": wording.number(abs(now - earlier)),
    }
    return wording.say("draft.up" if now > earlier else "draft.down", **facts)
