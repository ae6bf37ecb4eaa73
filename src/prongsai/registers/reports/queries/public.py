"""What the public gets of a report: the report itself, its tables, figures and proofs."""

from collections.abc import Iterable, Sequence, Set
from typing import Any

from django.utils.timezone import localdate

from prongsai.ita.documents.model.report import Item
from prongsai.ita.documents.rendering.contents.scores import years
from prongsai.ita.thai.digits import to_arabic
from prongsai.registers.reports.models import Report
from prongsai.registers.reports.queries import reports, texts
from prongsai.registers.reports.queries.contents import Content, to_data
from prongsai.registers.reports.queries.sentences import say

Table = dict[str, Any]
Heads = Sequence[tuple[str, str, str]]

_MEASURES = (
    ("ref", "ลำดับ", "No."),
    ("title", "มาตรการ", "Measure"),
    ("aspect", "ประเด็น", "Aspect"),
    ("indicator", "ตัวชี้วัด", "Indicator"),
    ("steps", "ขั้นตอนการดำเนินการ", "Steps"),
    ("period", "ระยะเวลา", "Period"),
    ("responsible", "ผู้รับผิดชอบ", "Responsible"),
    ("output", "ผลการดำเนินการ", "Output"),
    ("outcome", "ผลลัพธ์", "Outcome"),
)
_RESULTS = 2
_FIGURES = (
    ("ref", "มาตรการ", "Measure"),
    ("label", "ตัวเลข", "Figure"),
    ("value", "ค่า", "Value"),
    ("of", "จากทั้งหมด", "Out of"),
    ("unit", "หน่วย", "Unit"),
    ("start", "ตั้งแต่", "From"),
    ("end", "ถึง", "To"),
    ("formula", "วิธีคำนวณ", "How it is computed"),
    ("digest", "รหัสตรวจสอบ (SHA-256)", "Digest (SHA-256)"),
)
_EVIDENCE = (
    ("ref", "มาตรการ", "Measure"),
    ("title", "หลักฐาน", "Evidence"),
    ("start", "ครอบคลุมตั้งแต่", "Covers from"),
    ("end", "ถึง", "To"),
)
_NUMERIC = frozenset({"value", "of"})
NONE = "-"
"""What stands in a cell where there is nothing to say; a blank one reads as forgotten."""


def title_en(report: Report) -> str:
    """Return the English heading of the published page."""
    return say("title_en", report.kind, year=report.fiscal_year)


def content_of(report: Report) -> dict[str, object]:
    """Return what is published of a report, exactly as it was approved."""
    content = reports.frozen(report)
    return {
        **to_data(content),
        "report_digest": report.digest,
        "decision": report.decision_number,
        "decided_on": None
        if report.decided_at is None
        else localdate(report.decided_at).isoformat(),
        "tables": list(_tables(content)),
    }


def _tables(content: Content) -> Iterable[Table]:
    if content.report.scores:
        yield _scores(content)
    if content.report.measures:
        yield _measures(content)
    if content.figures:
        yield _figures(content)
    if content.evidence:
        yield _evidence(content)


def _scores(content: Content) -> Table:
    report = content.report
    shown = years(report)
    heads = (
        ("number", "ตัวชี้วัดที่", "Indicator"),
        ("name", "ตัวชี้วัด", "Name"),
        *((f"year_{y}", f"คะแนนปี {y}", f"Points {y}") for y in shown),
        ("change", "การเปลี่ยนแปลง", "Change"),
    )
    rows: list[list[object]] = [
        [s.indicator, s.name, *(s.years.get(y, NONE) for y in shown), s.change or NONE]
        for s in report.scores
    ]
    if report.totals:
        total = {"th": "คะแนนรวม", "en": "Total"}
        change = report.changes.total if report.changes else ""
        values = [report.totals.get(y, NONE) for y in shown]
        rows.append([NONE, total, *values, change or NONE])
    if report.levels:
        level = {"th": "ระดับ", "en": "Level"}
        change = report.changes.level if report.changes else ""
        values = [report.levels.get(y, NONE) for y in shown]
        rows.append([NONE, level, *values, change or NONE])
    numeric = _NUMERIC | {f"year_{y}" for y in shown}
    return _table(
        "scores", ("คะแนนรายตัวชี้วัด", "Points"), heads, rows=rows, numeric=numeric
    )


def _measures(content: Content) -> Table:
    has_results = any(m.outputs or m.outcomes for m in content.report.measures)
    heads = _MEASURES if has_results else _MEASURES[:-_RESULTS]
    rows = [
        [
            m.ref,
            m.title,
            (m.aspect.title if m.aspect else "") or NONE,
            m.indicator or NONE,
            _lines(m.steps),
            to_arabic(m.period.text) if m.period else "",
            ", ".join(m.responsible),
            _lines(m.outputs),
            _lines(m.outcomes),
        ][: len(heads)]
        for m in content.report.measures
    ]
    return _table("measures", ("มาตรการ", "Measures"), heads, rows=rows)


def _figures(content: Content) -> Table:
    rows = [
        [
            content.refs.get(_owner(f.place), ""),
            {"th": f.label_th, "en": f.label_en},
            f.value,
            f.of or NONE,
            {"th": f.unit_th, "en": f.unit_en},
            f.start,
            f.end,
            {"th": f.formula_th, "en": f.formula_en},
            f.digest,
        ]
        for f in content.figures
    ]
    titles = ("ตัวเลขจากทะเบียน", "Figures of the registers")
    return _table("figures", titles, _FIGURES, rows=rows)


def _evidence(content: Content) -> Table:
    rows = [
        [content.refs.get(e.place, ""), e.title, e.start, e.end]
        for e in content.evidence
    ]
    return _table("evidence", ("หลักฐาน", "Evidence"), _EVIDENCE, rows=rows)


def _table(
    key: str,
    titles: tuple[str, str],
    heads: Heads,
    *,
    rows: Sequence[Sequence[object]],
    numeric: Set[str] = _NUMERIC,
) -> Table:
    return {
        "key": key,
        "title_th": titles[0],
        "title_en": titles[1],
        "columns": [
            {"key": k, "label_th": th, "label_en": en, "numeric": k in numeric}
            for k, th, en in heads
        ],
        "rows": [list(row) for row in rows],
    }


def _lines(items: tuple[Item, ...]) -> str:
    return texts.flat(items)


def _owner(place: str) -> str:
    """Return the measure a place lies in.

    >>> _owner("measure.12.outcome.3")
    'measure.12'
    """
    return ".".join(place.split(".")[:2])
