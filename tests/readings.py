"""Readings for tests: an invented report goes in through the actions, as people send it."""

from django.core.files.uploadedfile import SimpleUploadedFile

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import holders
from prongsai.foundations.files import actions as files
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.files.rules import FileRules
from prongsai.registers.assessments.actions import narratives, readings, results
from prongsai.registers.assessments.models import Assessment, Narrative, Reading
from tests.cast import NOW, TODAY, make_user

RULES = FileRules(types=("text", "html", "docx", "pdf"), max_bytes=50_000_000)

INDICATORS = (
    ("IIT", "การปฏิบัติหน้าที่", "98.20", "99.10"),
    ("", "การใช้งบประมาณ", "97.50", "98.40"),
    ("", "การใช้อำนาจ", "97.10", "97.10"),
    ("", "การใช้ทรัพย์สินของราชการ", "96.40", "97.85"),
    ("", "การแก้ไขปัญหาการทุจริต", "95.90", "96.30"),
    ("EIT", "คุณภาพการดำเนินงาน", "91.20", "93.45"),
    ("", "ประสิทธิภาพการสื่อสาร", "89.75", "92.10"),
    ("", "การปรับปรุงระบบการทำงาน", "84.60", "88.20"),
    ("OIT", "การเปิดเผยข้อมูล", "92.50", "90.00"),
    ("", "การป้องกันการทุจริต", "95.00", "100.00"),
)
TOTALS = ("93.61", "94.70")
LEVEL = "ผ่านดี"
TITLE = "รายงานผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2568"
OFFICE = "องค์การบริหารส่วนตำบลทุ่งตัวอย่าง"


def report_text(*, years=(2567, 2568), title=TITLE, office=OFFICE) -> str:
    """An invented report of two years with one table of scores."""
    head = f"| เครื่องมือ | ลำดับ | ตัวชี้วัด | ปี {years[0]} | ปี {years[1]} | การเปลี่ยนแปลง |"
    rows = [
        f"| {tool} | {n} | {name} | {old} | {new} | {_moved(old, new)} |"
        for n, (tool, name, old, new) in enumerate(INDICATORS, 1)
    ]
    return "\n".join(
        [
            f"# {title}", "", office, "อำเภอสมมติ จังหวัดนครตัวอย่าง", "",
            head, "|---|---|---|---|---|---|", *rows,
            f"|  |  | คะแนนรวม | {TOTALS[0]} | {TOTALS[1]} | เพิ่มขึ้น |",
            f"|  |  | ระดับผลการประเมิน | {LEVEL} | {LEVEL} | เท่าเดิม |",
        ]
    )  # fmt: skip


def analyst() -> User:
    """The analyst of the office the test has settled in; a new one when needed."""
    found = holders(Role.ANALYST, on=TODAY)
    return found[0].user if found else make_user(role=Role.ANALYST)


def make_file(content=None, *, name="report.txt", by=None) -> StoredFile:
    """Receive a file as a form does."""
    data = report_text() if content is None else content
    raw = data.encode() if isinstance(data, str) else data
    by = by or analyst()
    return files.receive(SimpleUploadedFile(name, raw), rules=RULES, by=by, at=NOW)


def make_reading(content=None, *, name="report.txt", by=None) -> Reading:
    """Send a report file and have it read."""
    by = by or analyst()
    return readings.read(make_file(content, name=name, by=by), by=by, at=NOW)


def take_year(year=2568, *, reading=None, confirmed=True) -> Assessment:
    """Take a year of a report over as its result, confirmed by the analyst."""
    by, reading = analyst(), reading or make_reading()
    readings.confirm_all(reading, year, by=by, at=NOW)
    taken = readings.take_scores(reading, year, by=by, at=NOW)
    return results.confirm(taken, by=by, at=NOW) if confirmed else taken


def make_analysis(year=2568) -> Assessment:
    """Two confirmed years and the drafts about the second."""
    reading = make_reading()
    take_year(year - 1, reading=reading)
    taken = take_year(year, reading=reading)
    narratives.draft_all(taken, by=analyst(), at=NOW)
    return taken


def narrative_of(assessment, number=6) -> Narrative:
    return Narrative.objects.get(assessment=assessment, number=number)


def _moved(old: str, new: str) -> str:
    if float(new) == float(old):
        return "เท่าเดิม"
    return "เพิ่มขึ้น" if float(new) > float(old) else "ลดลง"
