"""People at their desks, and memos that went the way any memo goes."""

from dataclasses import dataclass
from datetime import datetime

from django.core.files.uploadedfile import SimpleUploadedFile

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.approvals import actions, subjects
from prongsai.foundations.approvals.models import Memo, Step
from prongsai.foundations.approvals.statements import Heading, Parts, Reasons, Ruling
from prongsai.foundations.approvals.states import Decision
from prongsai.foundations.files import actions as files
from prongsai.foundations.files.rules import FileRules
from prongsai.foundations.numbering.models import Number
from prongsai.foundations.organisations.models import Closure, Division
from tests.cast import NOW, current_office, make_division, make_user

PARTS = Parts(
    background="เทศบาลสมมติเคยยืมเต็นท์เมื่อปีก่อน",
    facts="มีเต็นท์ 3 หลัง ใช้ได้ 2 หลัง",
    law="ระเบียบสมมติว่าด้วยพัสดุ ข้อ 1",
    considerations="เห็นควรซ่อมเต็นท์ 1 หลัง",
    closing="จึงเรียนมาเพื่อโปรดพิจารณา",
)
REASONS = Reasons(
    facts="งบประมาณคงเหลือไม่พอ",
    law="ระเบียบสมมติ ข้อ 2",
    considerations="เรื่องอื่นจำเป็นกว่า",
    hearing="internal",
)
YES = Ruling(decisions=[Decision.APPROVED], opinion="ให้รีบดำเนินการ", no_interest=True)
NO = Ruling(decisions=[Decision.REFUSED], no_interest=True, reasons=REASONS)


@dataclass(frozen=True, kw_only=True)
class Desk:
    """A division and everyone a memo of it passes."""

    division: Division
    officer: User
    colleague: User
    head: User
    clerk: User
    mayor: User


def make_desk() -> Desk:
    office = current_office()
    division = make_division(office=office, letter_code="ทส 71301", phone="0 5300 0000")
    return Desk(
        division=division,
        officer=make_user(division=division),
        colleague=make_user(division=division),
        head=make_user(role=Role.HEAD, division=division),
        clerk=make_user(role=Role.CLERK),
        mayor=make_user(role=Role.MAYOR),
    )


def make_memo(
    desk: Desk, *, by: User | None = None, at: datetime = NOW, **fields
) -> Memo:
    """Draft a memo; fields of the heading may be given by name."""
    given = {"title": "ขออนุมัติซ่อมเต็นท์", "parts": PARTS}
    heading = {k: fields.pop(k) for k in list(fields) if k in HEADING}
    return actions.draft(
        **{**given, **fields},
        heading=Heading(**{"division": desk.division, **heading}),
        by=by or desk.officer,
        at=at,
    )


HEADING = {"to", "dated", "urgency", "secrecy", "division", "chain"}


def submitted(desk: Desk, *, by: User | None = None, **fields) -> Memo:
    by = by or desk.officer
    return actions.submit(make_memo(desk, by=by, **fields), by=by, at=NOW)


def endorsed(memo: Memo, *people: User) -> Memo:
    for person in people:
        memo = actions.endorse(
            memo, opinion="เห็นควรอนุมัติ", no_interest=True, by=person, at=NOW
        )
    return memo


def before_the_mayor(desk: Desk, **fields) -> Memo:
    return endorsed(submitted(desk, **fields), desk.head, desk.clerk)


def decided(desk: Desk, **fields) -> Memo:
    return actions.decide(before_the_mayor(desk, **fields), YES, by=desk.mayor, at=NOW)


def turn(memo: Memo) -> Step:
    """The step whose turn it is."""
    assert memo.step is not None
    return memo.step


def number_of(memo: Memo) -> Number:
    assert memo.number is not None
    return memo.number


def received(by: User, *, name: str = "scan.txt", content: bytes = b"scan"):
    upload = SimpleUploadedFile(name, content, content_type="text/plain")
    return files.receive(upload, rules=FileRules(types=("text",)), by=by, at=NOW)


def make_subject() -> Closure:
    """A row a memo can be about: a day the office is closed; its reason is decided."""
    heard.clear()

    def follow(pk, *, decision, by, at):
        heard.append((pk, decision, by.pk))

    def take_back(pk, *, by, at):
        heard.append((pk, "voided", by and by.pk))

    subjects.register(
        "organisations.closure",
        content_of=lambda pk: {"reason": Closure.objects.get(pk=pk).reason_th},
        on_decided=follow,
        on_voided=take_back,
    )
    return Closure.objects.create(
        organisation=current_office(), day=NOW.date(), reason_th="ฉีดพ่นยุง"
    )


heard: list[tuple[object, ...]] = []
"""What the register of the subject was told."""
