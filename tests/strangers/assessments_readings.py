"""Alice's readings, analyses and items carried over, for the wall test."""

from prongsai.registers.assessments.actions import carrying, narratives
from prongsai.registers.assessments.models.carrying import Relation
from tests.cast import NOW
from tests.readings import (
    analyst,
    make_analysis,
    make_reading,
    narrative_of,
    report_text,
)

TITLE = "รายงานผลการประเมิน ITA ของอลิซ ประจำปีงบประมาณ พ.ศ. 2568"
NAME, TEXT, NOTE = "report-of-alice.txt", "คำวิเคราะห์ของอลิซ", "หมายเหตุของอลิซ"


def whole(_office):
    make_reading(report_text(title=TITLE), name=NAME)
    return {"data": {"report": ""}, "secrets": [NAME, TITLE]}


def reading(_office):
    made = make_reading(report_text(title=TITLE), name=NAME)
    return {"kwargs": {"pk": made.pk}, "secrets": [NAME, TITLE]}


def year(office):
    case = reading(office)
    return case | {"kwargs": case["kwargs"] | {"year": 2568}}


def analysis(_office):
    taken = make_analysis()
    narratives.edit(narrative_of(taken), TEXT, version=1, by=analyst(), at=NOW)
    return {"kwargs": {"pk": taken.pk}, "secrets": [TEXT]}


def narrative(office):
    taken = analysis(office)["kwargs"]["pk"]
    made = narrative_of(taken)
    data = {"text": "x", "version": made.version}
    return {"kwargs": {"pk": made.pk}, "data": data, "secrets": [TEXT]}


def carried(_office):
    by = analyst()
    carrying.confirm(2568, "o2", Relation.SAME, note=NOTE, by=by, at=NOW)
    data = {"from": "2568", "code": "o2", "relation": "same"}
    return {"data": data, "secrets": [NOTE]}


CASES = {
    "assessments:readings": whole,
    "assessments:read": whole,
    "assessments:reading": reading,
    "assessments:reading_text": reading,
    "assessments:reading_findings": reading,
    "assessments:reading_values": year,
    "assessments:reading_take": year,
    "assessments:reading_discard": reading,
    "assessments:narratives": analysis,
    "assessments:narratives_draft": analysis,
    "assessments:narrative": narrative,
    "assessments:narrative_again": narrative,
    "assessments:carry": carried,
    "assessments:carry_line": carried,
    "assessments:carry_copy": carried,
}
