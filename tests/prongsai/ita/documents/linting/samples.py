"""An invented office's report without a fault, and its parts, to be spoilt by tests."""

from dataclasses import replace
from datetime import date

from prongsai.ita.documents.linting.findings import Finding
from prongsai.ita.documents.linting.lint import lint, message, place_name
from prongsai.ita.documents.model.report import (
    Aspect,
    Changes,
    Item,
    Kind,
    Measure,
    Memo,
    Narrative,
    Organisation,
    Period,
    Report,
    Role,
    Score,
    Signer,
    Source,
)
from prongsai.ita.frameworks import loader

OFFICE = Organisation(
    type="องค์การบริหารส่วนตำบล",
    name="ดาวเหนือ",
    district="แสงทอง",
    province="นครสวรรค์",
)
TOWN = replace(OFFICE, type="เทศบาลตำบล")
YEAR = Period(text="ต.ค. ๖๗ - ก.ย. ๖๘", start=date(2024, 10, 1), end=date(2025, 9, 30))
NEXT_YEAR = Period(
    text="ในปีงบประมาณ พ.ศ. ๒๕๖๙", start=date(2025, 10, 1), end=date(2026, 9, 30)
)

MEMO = Memo(
    from_="สำนักปลัด องค์การบริหารส่วนตำบลดาวเหนือ",
    number="นว ๙๙๙๐๑/๑๒๓",
    date="2025-10-20",
    subject="ขอส่งรายงานผลการดำเนินการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๘",
    to="นายกองค์การบริหารส่วนตำบลดาวเหนือ",
    body=("สำนักปลัดได้จัดทำรายงานประจำปีงบประมาณ พ.ศ. ๒๕๖๘ เสร็จแล้ว",),
    signers=(Signer(name="นางสาวสมมุติ ใจดี", position="หัวหน้าสำนักปลัด", role=Role.HEAD),),
)

_TOPICS = (
    "คู่มือปฏิบัติงานหน้าเคาน์เตอร์",
    "คำขอออนไลน์",
    "ประกาศผ่านหอกระจายข่าว",
    "ทะเบียนยืมครุภัณฑ์",
    "เปิดเผยสัญญาจ้าง",
    "เกณฑ์เลื่อนขั้นเงินเดือน",
    "ตู้รับแจ้งเบาะแส",
)


def items(*texts: str) -> tuple[Item, ...]:
    """Items numbered ๑. ๒. ๓. in order."""
    return tuple(
        Item(marker=f"{chr(0x0E50 + n)}.", text=text) for n, text in enumerate(texts, 1)
    )


def marked(*markers: str) -> tuple[Item, ...]:
    """Items with these markers, and texts that tell them apart."""
    return tuple(
        Item(marker=marker, text=f"เรื่องที่ต้องทำลำดับ {n}")
        for n, marker in enumerate(markers)
    )


def measure(number: int = 1, **changes: object) -> Measure:
    """The measure of an aspect, without a fault."""
    topic = _TOPICS[number - 1]
    sound = Measure(
        ref=f"{number}.1",
        aspect=Aspect(number=str(number), title=f"ประเด็นเรื่อง{topic}"),
        title=topic,
        steps=items(f"ร่าง{topic}", f"ใช้{topic}"),
        period=YEAR,
        responsible=("กองคลัง",),
        outputs=items(f"มี{topic} ๓ รายการ เมื่อวันที่ ๕ มีนาคม ๒๕๖๘"),
        outcomes=items(f"ผู้ใช้{topic}พอใจร้อยละ ๙๐"),
        source=Source(lines=(number,)),
    )
    return replace(sound, **changes)  # type: ignore[arg-type]  # a test names fields


def result(**changes: object) -> Report:
    """A result report of 2568 with its memo and seven measures, without a fault."""
    sound = Report(
        kind=Kind.MEASURES_RESULT,
        title="รายงานผลการดำเนินการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๘",
        organisation=OFFICE,
        fiscal_year=2568,
        memo=MEMO,
        measures=tuple(measure(n) for n in range(1, 8)),
    )
    return replace(sound, **changes)  # type: ignore[arg-type]  # a test names fields


def with_measure(**changes: object) -> Report:
    """A result report whose first measure is spoilt."""
    sound = result()
    return replace(sound, measures=(measure(1, **changes), *sound.measures[1:]))


OLD, NEW = "90.00", "92.50"


def scores(**changes: object) -> Report:
    """An analysis of 2568: ten indicators from 90.00 to 92.50, without a fault."""
    rows = tuple(
        Score(
            indicator=str(i.number),
            instrument=i.instrument,
            name=i.th,
            years={"2567": OLD, "2568": NEW},
            change="เพิ่มขึ้น",
        )
        for i in loader.load(2568).indicators
    )
    sound = Report(
        kind=Kind.ANALYSIS_AND_PLAN,
        title="การวิเคราะห์ผลการประเมิน ปีงบประมาณ พ.ศ. ๒๕๖๘",
        organisation=OFFICE,
        fiscal_year=2568,
        scores=rows,
        totals={"2567": OLD, "2568": NEW},
        levels={"2567": "ผ่านดี", "2568": "ผ่านดี"},
        changes=Changes(total="เพิ่มขึ้น", level="เท่าเดิม"),
    )
    return replace(sound, **changes)  # type: ignore[arg-type]  # a test names fields


def with_score(indicator: str, **changes: object) -> Report:
    """An analysis with one row of its table spoilt."""
    sound = scores()
    rows = tuple(
        replace(row, **changes)  # type: ignore[arg-type]  # a test names fields
        if row.indicator == indicator
        else row
        for row in sound.scores
    )
    return replace(sound, scores=rows)


def telling(text: str, indicator: str | None = None) -> Report:
    """An analysis with one narrative."""
    return scores(narratives=(Narrative(indicator=indicator, text=text),))


def plan(*periods: Period) -> Report:
    """A plan that follows the result of 2568, with a measure for each period."""
    measures = tuple(
        measure(n, period=period, aspect=None, outputs=(), outcomes=())
        for n, period in enumerate(periods, start=1)
    )
    return scores(measures=measures)


def said_by(code: str, report: Report) -> list[Finding]:
    """What one rule says of a report; each finding can be said in both languages."""
    found = [finding for finding in lint(report) if finding.rule == code]
    for finding in found:
        assert message(finding, "th") != message(finding, "en")
        assert place_name(finding.where, "th") != place_name(finding.where, "en")
    return found
