"""Makes the invented reports: analysis, announcements and results, published or begun."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from random import Random

from django.conf import settings
from django.urls import reverse

from prongsai.foundations.accounts.demonstration import Cast, Progress
from prongsai.foundations.notifications import actions as notifications
from prongsai.foundations.publications.attaching import Attached
from prongsai.ita.thai.fiscal import BUDDHIST_ERA, first_day, fiscal_year_of, last_day
from prongsai.registers.assessments.queries import results
from prongsai.registers.measures.demo.stage import Stage, pass_memo
from prongsai.registers.reports.actions import passing, publishing, writing
from prongsai.registers.reports.documents.printing import TYPES, Seal, written
from prongsai.registers.reports.models import Report
from prongsai.registers.reports.queries import checking, reports
from prongsai.registers.reports.queries.composing import compose
from prongsai.registers.reports.queries.texts import INTRODUCTION
from prongsai.registers.reports.states import ReportKind

FORMS = ("pdf", "docx")
"""The files that are published with a report."""

READ = 3
"""Days after which even the slowest has read what the inbox holds."""

ADDED = "รายงานฉบับนี้ผ่านการพิจารณาของคณะทำงานแล้ว"
NOTE_TH = "แก้ไขบทนำให้ระบุการพิจารณาของคณะทำงาน ข้อมูลตัวเลขไม่เปลี่ยนแปลง"
NOTE_EN = "The introduction now names the working group; no figure has changed."
DESPITE = "ตรวจสอบข้อความกับเอกสารต้นเรื่องแล้วถูกต้อง ให้ดำเนินการต่อ"

Story = Iterator[date]


@dataclass(frozen=True, kw_only=True)
class Planned:
    """One report to be told of: which one, and the day it is begun."""

    year: int
    kind: ReportKind
    day: date


def make(
    cast: Cast,
    *,
    today: date,
    random: Random,  # noqa: ARG001  # every register is asked in the same way
    progress: Progress | None = None,
) -> None:
    """Make the reports in the current office's name; the same each time."""
    tell = progress or (lambda _what, _done, _of: None)
    stage = Stage(people=cast.people, divisions=cast.divisions, today=today)
    told = _stories(stage)
    for n, story in enumerate(told, 1):
        _tell_until(story(), today)
        tell("reports", n, len(told))
    for person in cast.people.values():
        at = stage.at(today - timedelta(days=READ))
        notifications.mark_all_read(by=person, at=at)


def _stories(stage: Stage) -> Sequence[Callable[[], Story]]:
    """Return what is told, in the order of the days on which each begins."""
    year = fiscal_year_of(stage.today)
    known = [one.fiscal_year for one in results.years()]
    analysed = {*known[:1], year - 2} & set(known)
    planned = [_announcement(year - 1), _announcement(year), _result(year - 2)]
    planned += [_analysis(one) for one in analysed]
    half = Planned(year=year, kind=ReportKind.HALF, day=date(year - BUDDHIST_ERA, 4, 3))
    return [
        *(partial(_published, stage, one) for one in sorted(planned, key=_begun_on)),
        partial(_corrected, stage, _result(year - 1)),
        partial(_begun, stage, half),
    ]


def _begun_on(planned: Planned) -> date:
    return planned.day


def _analysis(year: int) -> Planned:
    """Say when the result of a year is analysed: soon after it was announced."""
    day = date(year - BUDDHIST_ERA, 8, 25)
    return Planned(year=year, kind=ReportKind.ANALYSIS, day=day)


def _announcement(year: int) -> Planned:
    """Say when the plan of a year is announced: after its decision."""
    day = first_day(year) - timedelta(days=12)
    return Planned(year=year, kind=ReportKind.PLAN, day=day)


def _result(year: int) -> Planned:
    """Say when the result of a year is reported: as soon as the year is over."""
    day = last_day(year) + timedelta(days=2)
    return Planned(year=year, kind=ReportKind.YEAR, day=day)


def _tell_until(story: Story, today: date) -> None:
    """Tell a story as far as it has come; each day it gives is when it goes on."""
    for day in story:
        if day > today:
            return


def _begun(stage: Stage, planned: Planned) -> Story:
    """Tell of a draft."""
    yield planned.day
    _begin(stage, planned)


def _published(stage: Stage, planned: Planned) -> Story:
    """Tell of a report from the first draft to the public page."""
    yield planned.day
    yield from _put_out(stage, _begin(stage, planned), planned.day, note=("", ""))


def _corrected(stage: Stage, planned: Planned) -> Story:
    """Tell of a report that was published, and then once more with a correction."""
    day = planned.day
    yield day
    report = _begin(stage, planned)
    yield from _put_out(stage, report, day, note=("", ""))
    by = stage.people["analyst"]
    yield (day := day + timedelta(days=14))
    report = passing.take_back(_fresh(report), by=by, at=stage.at(day, 9))
    text = f"{compose(report).texts[INTRODUCTION].draft} {ADDED}"
    writing.write(report, INTRODUCTION, text, by=by, at=stage.at(day, 10))
    yield from _put_out(stage, report, day, note=(NOTE_TH, NOTE_EN))


def _begin(stage: Stage, planned: Planned) -> Report:
    year, kind = planned.year, planned.kind
    cut_off = reports.usual_cut_off(year, kind, on=planned.day)
    by, at = stage.people["analyst"], stage.at(planned.day)
    day = min(cut_off, last_day(year), at.date())
    return writing.begin(year, kind, day, by=by, at=at)


def _put_out(
    stage: Stage, report: Report, day: date, *, note: tuple[str, str]
) -> Story:
    """Submit a report, let it be decided, publish it."""
    by = stage.people["analyst"]
    yield (day := day + timedelta(days=1))
    report = _fresh(report)
    if checking.errors_in(checking.flaws_of(compose(report).content)):
        clerk, at = stage.people["clerk"], stage.at(day, 10)
        passing.override(report, reason=DESPITE, by=clerk, at=at)
    memo = passing.submit(report, by=by, at=stage.at(day, 11))
    for decided in pass_memo(stage, memo, day):
        yield (day := decided)
    yield (day := day + timedelta(days=1))
    at = stage.at(day, 10)
    publishing.publish(
        _fresh(report),
        render=partial(_render, at=at),
        note_th=note[0],
        note_en=note[1],
        by=by,
        at=at,
    )


def _render(report: Report, *, at: datetime) -> Sequence[Attached]:
    """Write the files of a report as they will be published."""
    path = reverse("reports_public:check", args=[report.digest])
    address = f"{_site()}{path}"
    seal = Seal(digest=report.digest, address=address)
    content = reports.frozen(report)
    return [
        Attached(
            name=f"report.{form}",
            content_type=TYPES[form],
            content=written(content, form, seal=seal, on=at.date()),
        )
        for form in FORMS
    ]


def _site() -> str:
    """Return where this site says it lives; the invented office lives on this machine."""
    hosts = [host for host in settings.ALLOWED_HOSTS if host.strip("*.")]
    return f"http://{hosts[0]}" if hosts else "http://localhost"


def _fresh(report: Report) -> Report:
    return reports.reports().get(pk=report.pk)
