"""One loan told from beginning to end; it waits wherever people would wait."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from random import Random

from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import Role, User
from prongsai.ita.errors import ItaError
from prongsai.registers.lending.actions import (
    loans_chasing,
    loans_deciding,
    loans_handling,
    loans_requesting,
    loans_settling,
)
from prongsai.registers.lending.actions.loans_deciding import Reasons, Word
from prongsai.registers.lending.demo.plots import (
    Plot,
    Stage,
    borrower_of,
    occasion_of,
    plot_of,
)
from prongsai.registers.lending.models import Asset, Loan
from prongsai.registers.lending.models.loan_choices import (
    HARMED,
    BorrowerKind,
    ChaseChannel,
    ItemCondition,
    Remedy,
)
from prongsai.registers.lending.queries import loans as queries
from prongsai.registers.lending.queries.availability import Days, free, lendable
from prongsai.registers.lending.states.assets import AssetKind

MORNING, EVENING = 8, 16
BASIS = "ประกาศเรื่องหลักเกณฑ์การให้ยืมพัสดุ ที่ 5/2568"
YES = Word(no_conflict=True, benefit_reason="เป็นประโยชน์ต่อทางราชการและประชาชนในพื้นที่")
NO = Word(
    no_conflict=True,
    benefit_reason=YES.benefit_reason,
    reasons=Reasons(
        facts="พัสดุมีจำนวนจำกัดและมีภารกิจของหน่วยงานในวันเดียวกัน",
        law="ระเบียบกระทรวงการคลังฯ พ.ศ. 2560 ข้อ 207 และข้อ 208",
        considerations="ต้องสำรองพัสดุไว้ใช้ในภารกิจของหน่วยงานก่อน",
    ),
)

EXTENSIONS = {Plot.EXTENDED, Plot.EXTENSION_REFUSED, Plot.EXTENSION_ASKED}
HARMS = {
    Plot.DAMAGED: ItemCondition.DAMAGED,
    Plot.LOST: ItemCondition.LOST,
    Plot.HARM_SEEN: ItemCondition.DAMAGED,
    Plot.HARM_OPENED: ItemCondition.DAMAGED,
    Plot.HARM_HEARD: ItemCondition.DAMAGED,
    Plot.HARM_DECIDED: ItemCondition.DAMAGED,
}
SETTLED_SO_FAR = {
    Plot.HARM_SEEN: 0,
    Plot.HARM_OPENED: 1,
    Plot.HARM_HEARD: 2,
    Plot.HARM_DECIDED: 3,
}
"""How many deeds of a settlement are done; all of them where nothing is said."""


@dataclass(frozen=True, kw_only=True)
class Fate:
    """What makes one story differ from another: its number, its chances, or its plot."""

    number: int
    random: Random
    plot: Plot | None = None


def tell(stage: Stage, fate: Fate, at: datetime) -> Iterator[datetime]:
    """Tell a story; each moment it gives is when it goes on."""
    random, number = fate.random, fate.number
    plot = fate.plot or plot_of(random)
    loan = _ask(stage, fate, at)
    if loan is None:
        return
    supply = stage.people["supply"]
    yield (at := _later(at, hours=random.randint(1, 20)))
    if plot == Plot.CANCELLED:
        _cancel(loan, number, by=supply, at=at)
        return
    loans_deciding.check(loan, leaves_enough=True, by=supply, at=at)
    yield (at := _later(at, hours=random.randint(1, 24)))
    if not _decide(stage, loan, plot, at=at):
        return
    morning = datetime.combine(loan.starts_on, time(9), tzinfo=at.tzinfo)
    yield (at := max(at, morning))
    if _hand_over(loan, by=supply, at=at):
        yield from _after_hand_over(stage, loan, plot, at=at, random=random)


def _after_hand_over(
    stage: Stage, loan: Loan, plot: Plot, *, at: datetime, random: Random
) -> Iterator[datetime]:
    supply = stage.people["supply"]
    if plot in EXTENSIONS:
        yield (at := _on(loan, at, days=-1))
        _extend(stage, loan, at=at)
        if plot == Plot.EXTENSION_ASKED:
            return  # nobody has answered yet
        yield (at := _later(at, hours=2))
        _decide_extension(stage, loan, plot, at=at)
    if plot in {Plot.LATE, Plot.LATE_UNCHASED, Plot.KEPT}:
        wait = 9 if plot == Plot.LATE_UNCHASED else random.randint(2, 6)
        yield (at := _on(_fresh(loan), at, days=wait))
        _chase(loan, number=random.randint(100, 999), by=supply, at=at)
        if plot == Plot.KEPT:
            return  # still out today
        yield (at := at + timedelta(days=random.randint(2, 30)))
    else:
        yield (at := _on(_fresh(loan), at, days=0))
    if plot == Plot.IN_TWO_PARTS:
        _return(loan, ItemCondition.GOOD, by=supply, at=at, half=True)
        yield (at := at + timedelta(days=1))
    condition = HARMS.get(
        plot, random.choice([ItemCondition.GOOD] * 3 + [ItemCondition.WORN])
    )
    _return(loan, condition, by=supply, at=at)
    yield (at := _later(at, hours=3))
    if condition in HARMED:
        steps = _settle(stage, loan, condition, at=at, random=random)
        yield from islice(steps, SETTLED_SO_FAR.get(plot))
    else:
        loans_settling.close(_fresh(loan), by=supply, at=at)


def _settle(
    stage: Stage, loan: Loan, condition: ItemCondition, *, at: datetime, random: Random
) -> Iterator[datetime]:
    supply = stage.people["supply"]
    findings = "ชำรุดขณะยืม ใช้การไม่ได้" if condition == ItemCondition.DAMAGED else "สูญหาย"
    settlement = loans_settling.open_settlement(
        _fresh(loan), findings=findings, by=supply, at=at
    )
    yield (at := at + timedelta(days=random.randint(3, 10)))
    said = loans_settling.Statement(text="ยอมรับว่าเกิดระหว่างใช้งาน และยินดีชดใช้")
    settlement = loans_settling.hear(settlement, said, by=supply, at=at)
    yield (at := at + timedelta(days=2))
    repair = condition == ItemCondition.DAMAGED
    terms = loans_settling.Terms(remedy=Remedy.REPAIR if repair else Remedy.REPLACE)
    if not repair and random.random() < 1 / 2:
        terms = loans_settling.Terms(remedy=Remedy.PAY, amount=Decimal(4500))
    decider = _decider(stage, loan, at=at)
    settlement = loans_settling.decide_settlement(
        settlement, terms, NO, by=decider, at=at
    )
    yield (at := at + timedelta(days=random.randint(5, 20)))
    loans_settling.fulfil(
        settlement,
        proof=f"ใบเสร็จ/ใบส่งของ เลขที่ {random.randint(1, 99)}",
        by=supply,
        at=at,
    )
    yield (at := _later(at, hours=1))
    loans_settling.close(_fresh(loan), by=supply, at=at)


def _ask(stage: Stage, fate: Fate, at: datetime) -> Loan | None:
    random = fate.random
    borrower = borrower_of(stage, random)
    wanted = _wanted(borrower, at, random)
    if wanted is None:
        return None
    if borrower.user is not None:
        return loans_requesting.request_for_staff(
            borrower, wanted, by=borrower.user, at=at
        )
    if random.random() < 1 / 2:
        return loans_requesting.request_on_website(
            borrower, wanted, secret=secret_of(fate.number), by=None, at=at
        )
    supply = stage.people["supply"]
    return loans_requesting.request_at_counter(borrower, wanted, by=supply, at=at)


def secret_of(number: int) -> str:
    """Return the secret of an invented request; real ones are drawn by chance."""
    return f"DEMQ-DEMQ-{number + 2222:04d}"


def _wanted(
    borrower: loans_requesting.Borrower, at: datetime, random: Random
) -> loans_requesting.Wanted | None:
    occasion = occasion_of(borrower, random)
    first = localdate(at) + timedelta(days=random.randint(1, 14))
    last = first + timedelta(days=random.randint(1, 12))
    items = _items(borrower, Days(first=first, last=last, today=localdate(at)), random)
    if not items:
        return None
    return loans_requesting.Wanted(
        items=items,
        purpose=occasion.purpose,
        benefit=occasion.benefit,
        place=occasion.place,
        on_premises=occasion.on_premises,
        starts_on=first,
        due_on=last,
        basis="" if borrower.user else BASIS,
        urgency=_urgency(borrower, items),
    )


def _items(
    borrower: loans_requesting.Borrower, days: Days, random: Random
) -> tuple[tuple[Asset, int], ...]:
    """Draw some free things of one division."""
    public = borrower.kind != BorrowerKind.INTERNAL
    shelf = [
        asset
        for asset in lendable(public=public).order_by("code")
        if asset.kind == AssetKind.DURABLE or borrower.kind == BorrowerKind.AGENCY
    ]
    left = free(shelf, days)
    shelf = [asset for asset in shelf if left[asset.pk]]
    if not shelf:
        return ()
    division = random.choice(shelf).division_id
    mine = [asset for asset in shelf if asset.division_id == division]
    drawn = random.sample(mine, k=min(len(mine), random.randint(1, 3)))
    return tuple((asset, _some(left[asset.pk], random)) for asset in drawn)


def _some(free_ones: int, random: Random) -> int:
    return 1 if free_ones == 1 else random.randint(1, max(1, free_ones // 2))


def _urgency(
    borrower: loans_requesting.Borrower, items: tuple[tuple[Asset, int], ...]
) -> str:
    consumable = any(asset.kind == AssetKind.CONSUMABLE for asset, _n in items)
    return "น้ำท่วมฉับพลัน จัดซื้อไม่ทัน" if consumable and borrower.user is None else ""


def _cancel(loan: Loan, number: int, *, by: User, at: datetime) -> None:
    if loan.secret_digest:
        loans_requesting.cancel_by_borrower(
            loan, secret=secret_of(number), by=None, at=at
        )
    else:
        loans_requesting.cancel(loan, reason="ผู้ยืมแจ้งยกเลิก", by=by, at=at)


def _decide(stage: Stage, loan: Loan, plot: Plot, *, at: datetime) -> bool:
    """Say yes, partly, or no; a no also when somebody else was promised it by now."""
    by = _decider(stage, loan, at=at)
    lines = list(loan.lines.all())
    quantities = {line.pk: line.asked for line in lines}
    if plot == Plot.PARTLY and lines[0].asked > 1:
        quantities[lines[0].pk] = lines[0].asked // 2
    if plot != Plot.REFUSED:
        try:
            with transaction.atomic():
                whole = all(line.asked == quantities[line.pk] for line in lines)
                word = YES if whole else NO
                loans_deciding.approve(_fresh(loan), quantities, word, by=by, at=at)
        except ItaError:
            plot = Plot.REFUSED
        else:
            return True
    loans_deciding.refuse(_fresh(loan), NO, by=by, at=at)
    return False


def _decider(stage: Stage, loan: Loan, *, at: datetime) -> User:
    held = queries.deciders_of(_fresh(loan), on=localdate(at))
    role_first = [h.user for h in held if h.role in {Role.HEAD, Role.MAYOR}]
    return role_first[0] if role_first else stage.people["mayor"]


def _extend(stage: Stage, loan: Loan, *, at: datetime) -> None:
    loan = _fresh(loan)
    loans_deciding.ask_extension(
        loan,
        loan.due_on + timedelta(days=4),
        reason="กิจกรรมเลื่อนออกไป",
        by=loan.borrower or stage.people["supply"],
        at=at,
    )


def _decide_extension(stage: Stage, loan: Loan, plot: Plot, *, at: datetime) -> None:
    asked = _fresh(loan).extensions.get()
    by = _decider(stage, loan, at=at)
    if plot == Plot.EXTENDED:
        try:
            with transaction.atomic():
                loans_deciding.grant_extension(asked, YES, by=by, at=at)
        except ItaError:
            pass
        else:
            return
    loans_deciding.refuse_extension(asked, NO, by=by, at=at)


def _chase(loan: Loan, *, number: int, by: User, at: datetime) -> None:
    letter = number % 2 == 0
    knock = loans_chasing.Knock(
        channel=ChaseChannel.LETTER if letter else ChaseChannel.PHONE,
        on=localdate(at),
        letter_number=f"ทส 00001/{number}" if letter else "",
        answer="ผู้ยืมรับทราบ จะนำมาคืน",
    )
    loans_chasing.chase(_fresh(loan), knock, by=by, at=at)


def _hand_over(loan: Loan, *, by: User, at: datetime) -> bool:
    """Hand over, or call it off because an earlier borrower is late."""
    try:
        with transaction.atomic():
            loans_handling.hand_over(_fresh(loan), _everything(loan), by=by, at=at)
    except ItaError:
        reason = "พัสดุไม่พร้อมส่งมอบในวันที่ขอ"
        loans_requesting.cancel(_fresh(loan), reason=reason, by=by, at=at)
        return False
    return True


def _everything(loan: Loan) -> loans_handling.HandOver:
    lines = _fresh(loan).lines.all()
    return loans_handling.HandOver(
        lines={
            line.pk: loans_handling.Handed(quantity=line.approved or 0)
            for line in lines
        },
        to=loan.borrower_name,
    )


def _return(
    loan: Loan, condition: ItemCondition, *, by: User, at: datetime, half: bool = False
) -> None:
    """Bring back everything, or the first half; harm shows in one item only."""
    items: list[loans_handling.Returned] = []
    for line in _fresh(loan).lines.all():
        number = line.outstanding // 2 if half else line.outstanding
        harmed = 1 if condition in HARMED and not items and number else 0
        if harmed:
            items.append(_came_back(line.pk, harmed, condition))
        whole = ItemCondition.GOOD if condition in HARMED else condition
        if number - harmed:
            items.append(_came_back(line.pk, number - harmed, whole))
    if items:
        brought = loans_handling.Return(items=items, brought_by=loan.borrower_name)
        loans_handling.take_back(_fresh(loan), brought, by=by, at=at)


def _came_back(
    line: int, quantity: int, condition: ItemCondition
) -> loans_handling.Returned:
    return loans_handling.Returned(line=line, quantity=quantity, condition=condition)


def _later(at: datetime, *, hours: int) -> datetime:
    """Return some hours later, and never outside office hours."""
    at += timedelta(hours=hours)
    if at.hour >= EVENING:
        at = at.replace(hour=9) + timedelta(days=1)
    return at.replace(hour=9) if at.hour < MORNING else at


def _on(loan: Loan, at: datetime, *, days: int) -> datetime:
    """Return the hour of ``at`` some days from the due date, never before ``at``."""
    loan = _fresh(loan)
    gap = (loan.due_on - localdate(at)).days + days
    return at + timedelta(days=max(0, gap))


def _fresh(loan: Loan) -> Loan:
    return queries.office_loans().get(pk=loan.pk)
