"""Reports that were read and years that are over, for measures that come from them."""

from datetime import date
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile

from prongsai.foundations.files import actions as files
from prongsai.foundations.files.rules import FileRules
from prongsai.registers.assessments.actions import readings
from prongsai.registers.assessments.models import Reading
from prongsai.registers.measures.models import Kind, Line, Measure
from tests.cast import NOW

RULES = FileRules(types=("text", "html", "docx", "pdf"))

RESULTS = """\
<h1>รายงานผลการดำเนินการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๘</h1>
<p>เทศบาลตำบลสมมติใจ อำเภอตัวอย่าง จังหวัดสมมติ</p>
<p>๑. กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ</p>
<table>
<tr><th>มาตรการ<th>ขั้นตอน<th>ระยะเวลา<th>ผู้รับผิดชอบ<th>ผลการดำเนินการ<th>ผลลัพธ์</tr>
<tr><td>๑.๑ จดเวลาให้บริการทุกเคาน์เตอร์<td>๑. ทำสมุดจดเวลา - เล่มเล็ก - เล่มใหญ่ ๒. จดทุกวัน
<td>ต.ค.๖๗-มี.ค.๖๘<td>กองสมมติหนึ่ง<td>๑. ได้สมุด 5 เล่ม<td>๑. รอสั้นลง 10 นาที</tr>
<tr><td>๑.๒ ติดป้ายขั้นตอน<td>๑. เขียนป้าย<td>ทั้งปี 1/18<td>ทุกสำนัก/กอง
<td>๑. ป้าย 3 จุด<td>๑. อ่านเข้าใจ</tr>
</table>
"""
"""An invented report of results; the period of its second measure cannot be read."""

OUTCOME, STEP = "ลดเวลารอเหลือ 12 นาที", "ทำสมุดจดเวลา"


def make_reading(*, by, text=RESULTS, name="รายงาน.html", at=NOW) -> Reading:
    """Let the library read a report, as the page that takes files does."""
    upload = SimpleUploadedFile(name, text.encode())
    file = files.receive(upload, rules=RULES, by=by, at=at)
    return readings.read(file, by=by, at=at)


def state_outcome(measure: Measure, value: str, *, by, at=NOW) -> Line:
    """Write an outcome with its number, in the unit of the target."""
    return Line.objects.create(
        organisation_id=measure.organisation_id,
        measure=measure,
        kind=Kind.OUTCOME,
        text=OUTCOME,
        value=Decimal(value),
        unit=measure.unit,
        written_at=at,
        written_by=by,
    )


def finish_every_step(measure: Measure, *, by, on=date(2025, 6, 30), at=NOW) -> None:
    """Say of every step that it was done."""
    measure.steps.update(done_on=on, done_at=at, done_by=by)
