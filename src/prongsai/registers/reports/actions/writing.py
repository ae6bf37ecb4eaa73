"""Begin a report, and write in it what people know better than the records."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.records.versions import advance, check_version
from prongsai.ita.thai.fiscal import first_day, last_day
from prongsai.registers.reports import permissions
from prongsai.registers.reports.actions.holding import (
    hold,
    must_be_open,
    must_be_ready,
)
from prongsai.registers.reports.actions.refusals import (
    AlreadyBegun,
    NothingWritten,
    OutsideYear,
    TextMissing,
    TitleMissing,
    UnknownPlace,
)
from prongsai.registers.reports.models import Passage, Report
from prongsai.registers.reports.queries import reports as queries
from prongsai.registers.reports.queries.composing import compose
from prongsai.registers.reports.states import ReportKind

UNTOUCHED = 1
"""The version of a place nobody has written yet: its page showed the drafted text."""


@dataclass(frozen=True, kw_only=True)
class Cover:
    """What stands at the head of a report."""

    title: str
    cut_off: date


@transaction.atomic
def begin(
    fiscal_year: int,
    kind: ReportKind,
    cut_off: date,
    *,
    by: User,
    at: datetime,
) -> Report:
    """Begin a report of a year; its records have to be there."""
    if not permissions.can_write(by, localdate(at)):
        raise PermissionDenied
    must_be_ready(fiscal_year, kind)
    _check_day(fiscal_year, kind, cut_off)
    report, is_new = Report.objects.get_or_create(
        organisation_id=tenancy.required(),
        fiscal_year=fiscal_year,
        kind=kind,
        defaults={
            "cut_off": cut_off,
            "title": queries.usual_title(fiscal_year, kind),
            "made_by": by,
            "made_at": at,
        },
    )
    if not is_new:
        raise AlreadyBegun(year=fiscal_year)
    audit.record("reports.begun", on=report, by=by, at=at, year=fiscal_year, kind=kind)
    return report


@transaction.atomic
def set_cover(
    report: Report,
    cover: Cover,
    *,
    version: int | None = None,
    by: User,
    at: datetime,
) -> Report:
    """Change the title, and the day up to which the report speaks."""
    report = hold(report)
    if not permissions.can_write(by, localdate(at)):
        raise PermissionDenied
    must_be_open(report)
    if version is not None:
        check_version(report, version)
    _check_day(report.fiscal_year, report.kind, cover.cut_off)
    report.title, report.cut_off = cover.title.strip(), cover.cut_off
    if not report.title:
        raise TitleMissing
    advance(report)
    report.save(update_fields=["title", "cut_off", "version"])
    audit.record("reports.cover-set", on=report, by=by, at=at)
    return report


@transaction.atomic
def write(  # where, what, seen which version, by whom, when
    report: Report,
    key: str,
    text: str,
    *,
    version: int | None = None,
    by: User,
    at: datetime,
) -> Passage:
    """Write a text of a report oneself; the drafted text it replaces is kept.

    ``version`` is the one the person's page showed: ``UNTOUCHED`` where it showed the
    drafted text.
    """
    report = hold(report)
    if not permissions.can_write(by, localdate(at)):
        raise PermissionDenied
    must_be_open(report)
    drafted = compose(report).texts.get(key)
    if drafted is None:
        raise UnknownPlace(place=key)
    text = text.replace("\r\n", "\n").strip()
    if not text:
        raise TextMissing
    passage = drafted.passage or Passage(
        organisation_id=report.organisation_id, report=report, key=key
    )
    if version is not None:
        check_version(passage, version)
    passage.text, passage.draft = text, drafted.draft
    passage.written_at, passage.written_by = at, by
    advance(passage)
    passage.save()
    audit.record("reports.written", on=report, by=by, at=at, place=key)
    return passage


@transaction.atomic
def restore(report: Report, key: str, *, by: User, at: datetime) -> Report:
    """Let the text drafted from the records stand again."""
    report = hold(report)
    if not permissions.can_write(by, localdate(at)):
        raise PermissionDenied
    must_be_open(report)
    gone, _tables = Passage.objects.filter(report=report, key=key).delete()
    if not gone:
        raise NothingWritten
    audit.record("reports.restored", on=report, by=by, at=at, place=key)
    return report


def _check_day(fiscal_year: int, kind: str, day: date) -> None:
    """Results speak of a day of their year; an analysis and a plan of any day."""
    if kind not in {ReportKind.HALF, ReportKind.YEAR}:
        return
    if not first_day(fiscal_year) <= day <= last_day(fiscal_year):
        raise OutsideYear(year=fiscal_year)
