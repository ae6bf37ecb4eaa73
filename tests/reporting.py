"""Reports for tests, made by the deeds of people: begun, submitted, approved, published.

``make_report(...)`` composes from a plan that was approved by memo and followed up; the
later words bring it as far as their names say.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from prongsai.foundations.approvals import actions as approvals
from prongsai.foundations.approvals import queries as memos
from prongsai.foundations.approvals.models import Memo
from prongsai.foundations.approvals.statements import Ruling
from prongsai.foundations.publications.attaching import Attached
from prongsai.foundations.publications.models import Version
from prongsai.ita.thai.fiscal import last_day
from prongsai.registers.measures.models import Kind
from prongsai.registers.reports.actions import passing, publishing, writing
from prongsai.registers.reports.actions.holding import SUBJECT
from prongsai.registers.reports.models import Report
from prongsai.registers.reports.states import ReportKind
from tests import following, planning, results
from tests.cast import NOW, TODAY

YEAR = planning.YEAR
NOTES = {"note_th": "แก้ตัวเลขของมาตรการที่หนึ่ง", "note_en": "A number was corrected"}


@dataclass(frozen=True, kw_only=True)
class Desk:
    """The people of an office, its followed plan, and the report they make of it."""

    field: following.Field
    report: Report

    @property
    def analyst(self):
        return self.field.analyst

    @property
    def clerk(self):
        return self.field.clerk

    @property
    def mayor(self):
        return self.field.team.mayor

    @property
    def alice(self):
        return self.field.alice


def make_desk(
    office=None,
    *,
    kind: ReportKind = ReportKind.YEAR,
    year: int = YEAR,
    cut_off: date | None = None,
    measures: int = 1,
    **fields,
) -> Desk:
    """Begin a report of a plan whose first measure runs, with lines and evidence."""
    field = following.make_field(office, measures=measures, year=year, **fields)
    cut_off = cut_off or min(TODAY, last_day(year))
    if kind == ReportKind.ANALYSIS:
        result = results.make_result(year - 1, by=field.analyst, total=Decimal("88.94"))
        report = begun(field, kind, cut_off=cut_off, year=result.fiscal_year)
    else:
        following.written(field)
        report = begun(field, kind, cut_off=cut_off, year=year)
    return Desk(field=field, report=report)


def begun(field, kind=ReportKind.YEAR, *, cut_off=TODAY, year=YEAR, at=NOW) -> Report:
    return writing.begin(year, kind, cut_off, by=field.analyst, at=at)


def make_report(office=None, **fields) -> Report:
    """A report that is being written."""
    return make_desk(office, **fields).report


def submitted(desk: Desk, *, at: datetime = NOW) -> Memo:
    """The analyst submits the report and sends its memo on."""
    memo = passing.submit(desk.report, by=desk.analyst, at=at)
    return approvals.submit(memo, by=desk.analyst, at=at)


def approved(desk: Desk, ruling: Ruling = planning.YES) -> Report:
    """Everyone in the chain answers; the mayor decides."""
    planning.decide(desk.field.team, submitted(desk), ruling)
    return fresh(desk)


def published(desk: Desk, **notes) -> Version:
    """The analyst makes the approved report public."""
    return publish(approved(desk), desk, **notes)


def publish(report: Report, desk: Desk, *, by=None, at=NOW, **notes) -> Version:
    return publishing.publish(
        report, render=rendered, by=by or desk.analyst, at=at, **notes
    )


def rendered(report: Report) -> list[Attached]:
    """A file that stands for the documents, which are written elsewhere."""
    content = f"{report.pk} {report.digest}".encode()
    return [Attached(name="report.txt", content_type="text/plain", content=content)]


def flawed(desk: Desk) -> Report:
    """A person writes a text with half a date in it: an error."""
    key = f"measure.{desk.field.measure.pk}.outcome"
    writing.write(desk.report, key, HALF_A_DATE, by=desk.analyst, at=NOW)
    return fresh(desk)


HALF_A_DATE = "จัดประชุมเมื่อวันที่ มกราคม 2569 มีผู้เข้าร่วม 25 คน"


def fresh(desk: Desk) -> Report:
    """The report as the database has it now."""
    return Report.objects.get(pk=desk.report.pk)


def memo_of(report: Report) -> Memo:
    memo = memos.about(SUBJECT, report.pk).first()
    assert memo is not None
    return memo


def number_line(desk: Desk, text="ยืมของราชการแล้วคืน", key=following.FIGURE, **facts):
    """Alice writes an outcome that is a live figure."""
    return following.line(desk.field, Kind.OUTCOME, text, figure_key=key, **facts)
