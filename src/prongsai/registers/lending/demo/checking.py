"""Two annual checks told from order to report: last year's is done, this one is running."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice

from prongsai.foundations.approvals import actions as approvals
from prongsai.foundations.approvals.models import Memo
from prongsai.foundations.approvals.statements import Ruling
from prongsai.foundations.approvals.states import Decision
from prongsai.foundations.organisations.models import Organisation
from prongsai.ita.documents.rendering.pdf import to_pdf
from prongsai.ita.thai.fiscal import last_day
from prongsai.registers.lending.actions import checks, counting, memos
from prongsai.registers.lending.demo.plots import Stage
from prongsai.registers.lending.documents.check_memo import memo_parts, memo_title
from prongsai.registers.lending.documents.check_report import check_report
from prongsai.registers.lending.models.checks import CheckItem, StockCheck, Surplus
from prongsai.registers.lending.queries import checks as queries
from prongsai.registers.lending.states.assets import Condition

COMMITTEE = ("officer", "teacher", "engineer")
LACKING = "420-65-0009"
"""Of these chairs two are not there; nobody knows yet why."""

_ORDER_DAYS = 14
"""How long before the end of the year the committee is appointed."""


def check_done(stage: Stage, office: Organisation, year: int) -> Iterator[datetime]:
    """Tell a check to the approved report; the Audit Office still waits for its copy."""
    opened, at = _begin(stage, year)
    yield (at := datetime.combine(opened.starts_on, time(9), tzinfo=at.tzinfo))
    chair = stage.people[COMMITTEE[0]]
    checks.start(opened, by=chair, at=at)
    for lines in _thirds(opened):
        yield (at := at + timedelta(days=1))
        _count(stage, lines, at=at)
    yield (at := at + timedelta(days=1))
    opened = checks.report(opened, by=chair, at=at)
    memo = memos.draft_memo(
        opened,
        memo_parts(opened),
        title=memo_title(opened),
        report=to_pdf(check_report(opened, office=office), made_on=at.date()),
        by=chair,
        at=at,
    )
    yield from _put_to_the_head(stage, memo, at=at)


def check_running(stage: Stage, year: int) -> Iterator[datetime]:
    """Tell a check of which a third is not counted yet."""
    opened, at = _begin(stage, year)
    yield (at := datetime.combine(opened.starts_on, time(9), tzinfo=at.tzinfo))
    checks.start(opened, by=stage.people[COMMITTEE[0]], at=at)
    for lines in islice(_thirds(opened), 2):
        yield (at := at + timedelta(days=1))
        _count(stage, lines, at=at)
    found = Surplus(
        stock_check=opened,
        description="เก้าอี้ไม้ ไม่มีรหัสพัสดุ",
        quantity=4,
        place="ห้องเก็บของ ชั้น 1",
        condition=Condition.USABLE,
    )
    counting.add_surplus(found, by=stage.people[COMMITTEE[1]], at=at)


def ordered_at(year: int, *, like: datetime) -> datetime:
    """Return when the committee of a year's check is appointed."""
    day = last_day(year) - timedelta(days=_ORDER_DAYS)
    return datetime.combine(day, time(10), tzinfo=like.tzinfo)


def _begin(stage: Stage, year: int) -> tuple[StockCheck, datetime]:
    at = ordered_at(year, like=stage.begin)
    dated: date = at.date()
    members = tuple(stage.people[name] for name in COMMITTEE)
    order = checks.Order(
        fiscal_year=year,
        number=f"199/{year}",
        dated=dated,
        members=members,
        chair=members[0],
    )
    return checks.open_check(order, by=stage.people["supply"], at=at), at


def _thirds(opened: StockCheck) -> Iterator[Sequence[CheckItem]]:
    lines = list(queries.items(opened).order_by("code"))
    size = -(-len(lines) // 3)
    for first in range(0, len(lines), size):
        yield lines[first : first + size]


def _count(stage: Stage, lines: Sequence[CheckItem], *, at: datetime) -> None:
    for number, line in enumerate(lines):
        lacking = 2 if line.code == LACKING else 0
        seen = counting.Sighting(found=line.expected - lacking)
        by = stage.people[COMMITTEE[number % len(COMMITTEE)]]
        counting.count(line, seen, version=line.version, by=by, at=at)


def _put_to_the_head(stage: Stage, memo: Memo, *, at: datetime) -> Iterator[datetime]:
    """Let the memo go its way; with the decision the register takes the count over."""
    yield (at := at + timedelta(days=1))
    memo = approvals.submit(memo, by=memo.drafted_by, at=at)
    for name in ("head", "clerk"):
        yield (at := at + timedelta(days=1))
        memo = approvals.endorse(
            memo, opinion="เห็นควรเสนอ", no_interest=True, by=stage.people[name], at=at
        )
    yield (at := at + timedelta(days=1))
    yes = Ruling(decisions=(Decision.APPROVED,), opinion="", no_interest=True)
    approvals.decide(memo, yes, by=stage.people["mayor"], at=at)
