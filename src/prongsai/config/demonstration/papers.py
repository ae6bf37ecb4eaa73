"""Memos, figures, pages and orders of the invented office, each where it waits today."""

import io
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.files.base import ContentFile
from PIL import Image

from prongsai.config.demonstration.office import Cast
from prongsai.foundations.accounts.demonstration import hour_of
from prongsai.foundations.accounts.models import ActingKind, Role, User
from prongsai.foundations.administration.actions import posts
from prongsai.foundations.approvals import actions as approvals
from prongsai.foundations.approvals.models import ChainTemplate, Memo
from prongsai.foundations.approvals.statements import (
    ChainPlan,
    Heading,
    Letter,
    Paper,
    Parts,
    Ruling,
    StepPlan,
)
from prongsai.foundations.approvals.states import Decision
from prongsai.foundations.audit.actions import verifying
from prongsai.foundations.evidence import actions as evidence
from prongsai.foundations.files import actions as files
from prongsai.foundations.files.rules import FileRules
from prongsai.foundations.publications import actions as publications
from prongsai.ita.thai.fiscal import first_day, fiscal_year_of, last_day

FIGURE = "lending.returned_on_time"
_YES = Ruling(decisions=(Decision.APPROVED,), opinion="", no_interest=True)
_SCAN = FileRules(types=("image",), max_count=1)


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Who works, and the morning of the day everything leads up to."""

    cast: Cast
    today: date

    def at(self, days: int, hour: int = 10) -> datetime:
        """Return an hour some days ago."""
        day = self.today - timedelta(days=days)
        return hour_of(day, hour)

    def who(self, username: str) -> User:
        """Return a person by user name."""
        return self.cast.people[username]


def make_papers(cast: Cast, *, today: date) -> None:
    """Make what lies on the desks besides the registers; call it after them."""
    desk = Desk(cast=cast, today=today)
    _orders(desk)
    _decided(desk)
    _returned(desk)
    _stuck(desk)
    _on_paper(desk)
    _waiting(desk)
    _pages(desk)
    year = fiscal_year_of(today) - 1
    evidence.take(
        FIGURE,
        start=first_day(year),
        end=last_day(year),
        by=desk.who("auditor"),
        at=desk.at(2),
    )
    asked = verifying.ask(by=desk.who("auditor"), at=desk.at(0, 9))
    verifying.finish(asked, by=desk.who("auditor"), at=desk.at(0, 9))


def _memo(desk: Desk, title: str, *, who: str, days: int, **more: Heading) -> Memo:
    parts = Parts(
        background="ตามแผนปฏิบัติงานประจำปีของส่วนราชการ",
        facts=f"มีความจำเป็นต้องดำเนินการ{title} โดยมีรายละเอียดตามที่แนบ",
        law="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526",
        considerations="เห็นว่าเป็นประโยชน์ต่อทางราชการและประชาชน",
        closing="จึงเรียนมาเพื่อโปรดพิจารณา",
    )
    by, at = desk.who(who), desk.at(days)
    heading = more.get("heading")
    return approvals.draft(title=title, parts=parts, heading=heading, by=by, at=at)


def _submitted(desk: Desk, title: str, *, who: str, days: int, **more: Heading) -> Memo:
    memo = _memo(desk, title, who=who, days=days, **more)
    return approvals.submit(memo, by=desk.who(who), at=desk.at(days, 11))


def _endorsed(desk: Desk, memo: Memo, *, by: str, days: int) -> Memo:
    return approvals.endorse(
        memo, opinion="เห็นควรเสนอ", no_interest=True, by=desk.who(by), at=desk.at(days)
    )


def _decided(desk: Desk) -> None:
    memo = _submitted(desk, "จัดประชุมประชาคมหมู่บ้าน", who="officer", days=30)
    memo = _endorsed(desk, memo, by="head", days=29)
    memo = _endorsed(desk, memo, by="clerk", days=28)
    approvals.decide(memo, _YES, by=desk.who("mayor"), at=desk.at(27))


def _returned(desk: Desk) -> None:
    """Send a memo back; its proposer has changed it and not yet sent it again."""
    memo = _submitted(desk, "ปรับปรุงบอร์ดประชาสัมพันธ์", who="officer", days=12)
    reason = "ขอให้เพิ่มรายละเอียดสถานที่ติดตั้ง"
    approvals.return_(memo, reason=reason, by=desk.who("head"), at=desk.at(11))
    letter = Letter(
        title="ปรับปรุงบอร์ดประชาสัมพันธ์ หน้าที่ทำการ",
        parts=Parts(facts="ติดตั้งบริเวณทางเข้าอาคาร จำนวน 2 บอร์ด", closing=memo.closing),
    )
    approvals.edit(memo, letter, by=desk.who("officer"), at=desk.at(10))


def _stuck(desk: Desk) -> None:
    """Submit a memo to a head of division that does not exist yet."""
    plan = ChainPlan(
        name_th="เรื่องสวัสดิการสังคม",
        name_en="Matters of social welfare",
        steps=(
            StepPlan(
                role=Role.HEAD,
                division=desk.cast.divisions["welfare"],
                may_skip_vacant=True,
            ),
            StepPlan(role=Role.MAYOR),
        ),
    )
    chain: ChainTemplate = approvals.make_chain(
        plan, by=desk.who("admin"), at=desk.at(9)
    )
    heading = Heading(chain=chain)
    _submitted(desk, "เยี่ยมบ้านผู้สูงอายุ", who="officer", days=8, heading=heading)


def _on_paper(desk: Desk) -> None:
    """Record an opinion that was signed on paper; a second person has not looked yet."""
    memo = _submitted(desk, "สำรวจไฟฟ้าส่องสว่างสาธารณะ", who="officer", days=7)
    page = io.BytesIO()
    Image.new("RGB", (620, 877), "white").save(page, "PNG")
    by, at = desk.who("officer"), desk.at(5)
    upload = ContentFile(page.getvalue(), name="signed.png")
    scan = files.receive(upload, rules=_SCAN, by=by, at=at)
    said = Ruling(decisions=(), opinion="เห็นควรเสนอ", no_interest=True)
    paper = Paper(signer=desk.who("head"), signed_on=at.date(), ruling=said)
    approvals.record_paper(memo, paper, scan=scan, by=by, at=at)


def _waiting(desk: Desk) -> None:
    _submitted(desk, "อบรมการใช้งานระบบสารสนเทศ", who="officer", days=1)


def _orders(desk: Desk) -> None:
    """Let another head of division sign on behalf of the one who has most to do."""
    duty = posts.Duty(
        role=Role.HEAD,
        division=desk.cast.divisions["clerk"],
        title_th="ผู้อำนวยการกองการศึกษา ศาสนาและวัฒนธรรม",
        title_en="Director of the Education Division",
        starts_on=desk.at(3).date(),
        ends_on=desk.today + timedelta(days=11),
    )
    order = posts.Order(
        kind=ActingKind.ON_BEHALF,
        number=f"201/{fiscal_year_of(desk.today)}",
        date=desk.at(4).date(),
    )
    posts.appoint(
        desk.who("education"), duty, order, by=desk.who("admin"), at=desk.at(4)
    )


def _pages(desk: Desk) -> None:
    """Publish two pages; one of them is taken back."""
    for address, title_th, title_en in (
        ("office/hours", "วันและเวลาทำการ", "Opening hours"),
        ("office/queue", "สถิติผู้รับบริการ", "Numbers of visitors"),
    ):
        version = publications.publish(
            address=address,
            title_th=title_th,
            title_en=title_en,
            content=_table(title_th, title_en),
            by=desk.who("clerk"),
            at=desk.at(20),
        )
    publications.withdraw(
        version.publication,
        reason_th="ข้อมูลไม่ครบถ้วน",
        reason_en="The data was not complete",
        by=desk.who("clerk"),
        at=desk.at(15),
    )


def _table(title_th: str, title_en: str) -> dict[str, object]:
    columns = [
        {"key": "day", "label_th": "วัน", "label_en": "Day"},
        {"key": "time", "label_th": "เวลา", "label_en": "Time"},
    ]
    rows = [["จันทร์–ศุกร์ / Mon–Fri", "08:30–16:30"]]
    return {
        "tables": [
            {
                "key": "hours",
                "title_th": title_th,
                "title_en": title_en,
                "columns": columns,
                "rows": rows,
            }
        ]
    }
