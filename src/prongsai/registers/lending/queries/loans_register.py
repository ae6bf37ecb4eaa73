"""The lending register as rows: ทะเบียนคุมการยืม, its counts, and what the public sees."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet
from django.utils.timezone import localdate

from prongsai.ita.thai.fiscal import first_day, last_day
from prongsai.registers.lending.models import Chase, Loan
from prongsai.registers.lending.models.loan_choices import BorrowerKind
from prongsai.registers.lending.queries.clocks import chase_by
from prongsai.registers.lending.queries.loans import lines_of_a_loan, office_loans
from prongsai.registers.lending.states.loans import LoanState


@dataclass(frozen=True, kw_only=True)
class Counts:
    """How lending went in a period; every part comes with its whole (n)."""

    asked: int = 0
    refused: int = 0
    lent: int = 0
    due: int = 0
    on_time: int = 0
    late: int = 0
    still_out: int = 0
    to_chase: int = 0
    chased_in_time: int = 0


@dataclass(frozen=True, kw_only=True)
class CountsOf:
    """The counts of one division."""

    name_th: str
    name_en: str
    counts: Counts


@dataclass(frozen=True, kw_only=True)
class _Loans:
    """The loans a period is counted from."""

    asked: list[Loan]
    lent: list[Loan]
    due: list[Loan]

    @property
    def all(self) -> list[Loan]:
        """Every loan of the three lists."""
        return [*self.asked, *self.lent, *self.due]

    def of(self, division: int) -> "_Loans":
        """Keep what one division answers for."""
        parts = (
            [loan for loan in part if loan.division_id == division]
            for part in (self.asked, self.lent, self.due)
        )
        asked, lent, due = parts
        return _Loans(asked=asked, lent=lent, due=due)


def asked_in(start: date, end: date) -> QuerySet[Loan]:
    """Return the loans asked for in a period, in the order of their numbers."""
    found = office_loans().filter(requested_at__date__range=(start, end))
    return found.order_by("year", "number")


def lent_in(start: date, end: date) -> QuerySet[Loan]:
    """Return the loans handed over in a period."""
    found = office_loans().filter(handed_at__date__range=(start, end))
    return found.order_by("year", "number")


def due_in(start: date, end: date) -> QuerySet[Loan]:
    """Return the loans that were handed over and fell due in a period, with their chases."""
    chases = Prefetch("chases", Chase.objects.order_by("chased_on"))
    found = office_loans().filter(due_on__range=(start, end), handed_at__isnull=False)
    return found.prefetch_related(chases).order_by("year", "number")


def in_full(loans: QuerySet[Loan]) -> QuerySet[Loan]:
    """Return loans with what a line of the register shows."""
    return loans.select_related("handed_by").prefetch_related(
        lines_of_a_loan(), "decisions"
    )


def internal(loans: QuerySet[Loan], *, inside: bool) -> QuerySet[Loan]:
    """Keep the loans inside the office, or those to outsiders."""
    if inside:
        return loans.filter(borrower_kind=BorrowerKind.INTERNAL)
    return loans.exclude(borrower_kind=BorrowerKind.INTERNAL)


def came_back_on_time(loan: Loan) -> bool:
    """Whether everything was back on the due date at the latest."""
    return loan.returned_at is not None and localdate(loan.returned_at) <= loan.due_on


def had_to_be_chased(loan: Loan) -> bool:
    """Whether it was still out when the days to chase were over, or was chased before."""
    if came_back_on_time(loan):
        return False
    last = chase_by(loan.due_on)
    still_out = loan.returned_at is None or localdate(loan.returned_at) > last
    return still_out or bool(_chases(loan))


def chased_in_time(loan: Loan) -> bool:
    """Whether the office asked for it within the days the regulation gives (ข้อ 211)."""
    return any(chase.chased_on <= chase.chase_by for chase in _chases(loan))


def counts(start: date, end: date) -> Counts:
    """Count a period."""
    return _counted(_gathered(start, end))


def counts_by_division(start: date, end: date) -> list[CountsOf]:
    """Count a period for every division that lent or was asked."""
    found = _gathered(start, end)
    divisions = {loan.division_id: loan.division for loan in found.all}
    ordered = sorted(divisions.values(), key=lambda d: (d.order, d.pk))
    return [
        CountsOf(
            name_th=division.name_th,
            name_en=division.name_en,
            counts=_counted(found.of(division.pk)),
        )
        for division in ordered
    ]


def public_content(year: int, *, upto: date) -> dict[str, object]:
    """Return the register of a fiscal year as the public may see it: no names.

    Counts come with their wholes; a year without loans says zero.
    """
    start, end = first_day(year), min(last_day(year), upto)
    loans = in_full(lent_in(start, end))
    return {
        "year": year,
        "upto": end.isoformat(),
        "n": loans.count(),
        "tables": [_summary_table(start, end), _public_table(loans)],
    }


def _summary_table(start: date, end: date) -> dict[str, object]:
    rows: list[list[object]] = [
        [{"th": of.name_th, "en": of.name_en}, *_summary(of.counts)]
        for of in counts_by_division(start, end)
    ]
    rows.append([{"th": "รวม", "en": "Total"}, *_summary(counts(start, end))])
    columns = [("division", "กอง", "Division", False), *_COUNTED]
    return _table(
        ("summary", "สรุปการยืมพัสดุรายกอง", "Lending by division"), columns, rows
    )


def _public_table(loans: Iterable[Loan]) -> dict[str, object]:
    rows = [
        [
            str(loan),
            _KINDS[BorrowerKind(loan.borrower_kind)],
            {"th": loan.division.name_th, "en": loan.division.name_en},
            ", ".join(line.asset.name_th for line in loan.lines.all() if line.handed),
            sum(line.handed for line in loan.lines.all()),
            localdate(loan.handed_at).isoformat() if loan.handed_at else "",
            loan.due_on.isoformat(),
            localdate(loan.returned_at).isoformat() if loan.returned_at else "",
        ]
        for loan in loans
    ]
    return _table(("loans", "ทะเบียนการยืมพัสดุ", "Register of loans"), _LISTED, rows)


def _table(
    named: tuple[str, str, str],
    columns: Sequence[tuple[str, str, str, bool]],
    rows: Sequence[Sequence[object]],
) -> dict[str, object]:
    name, title_th, title_en = named
    return {
        "key": name,
        "title_th": title_th,
        "title_en": title_en,
        "columns": [
            {"key": key, "label_th": th, "label_en": en, "numeric": numeric}
            for key, th, en, numeric in columns
        ],
        "rows": [list(row) for row in rows],
    }


def _summary(found: Counts) -> list[int]:
    return [
        found.asked,
        found.refused,
        found.lent,
        found.due,
        found.on_time,
        found.late,
        found.to_chase,
        found.chased_in_time,
    ]


_COUNTED = (
    ("asked", "คำขอ", "Requests", True),
    ("refused", "ไม่อนุมัติ", "Refused", True),
    ("lent", "ให้ยืม", "Lent", True),
    ("due", "ครบกำหนดคืน", "Fell due", True),
    ("on_time", "คืนตามกำหนด", "Back on time", True),
    ("late", "คืนไม่ตามกำหนด", "Not back on time", True),
    ("to_chase", "ต้องทวง", "To be chased", True),
    ("chased_in_time", "ทวงภายในกำหนด", "Chased in time", True),
)
_LISTED = (
    ("number", "เลขที่", "Number", False),
    ("borrower", "ประเภทผู้ยืม", "Borrower", False),
    ("division", "กองที่รับผิดชอบ", "Responsible division", False),
    ("items", "รายการ", "Items", False),
    ("quantity", "จำนวน", "Quantity", True),
    ("lent", "วันที่ให้ยืม", "Lent on", False),
    ("due", "กำหนดคืน", "Due back", False),
    ("back", "วันที่คืน", "Back on", False),
)
_KINDS = {
    BorrowerKind.INTERNAL: {"th": "บุคลากรของหน่วยงาน", "en": "Staff of this office"},
    BorrowerKind.AGENCY: {"th": "หน่วยงานของรัฐ", "en": "State agency"},
    BorrowerKind.COMMUNITY: {"th": "ชุมชนหรือกลุ่ม", "en": "Community or group"},
    BorrowerKind.PERSON: {"th": "ประชาชน", "en": "Resident"},
}


def _gathered(start: date, end: date) -> _Loans:
    return _Loans(
        asked=list(asked_in(start, end)),
        lent=list(lent_in(start, end)),
        due=list(due_in(start, end)),
    )


def _counted(found: _Loans) -> Counts:
    to_chase = [loan for loan in found.due if had_to_be_chased(loan)]
    on_time = sum(came_back_on_time(loan) for loan in found.due)
    return Counts(
        asked=len(found.asked),
        refused=sum(loan.state == LoanState.REFUSED for loan in found.asked),
        lent=len(found.lent),
        due=len(found.due),
        on_time=on_time,
        late=len(found.due) - on_time,
        still_out=sum(loan.returned_at is None for loan in found.due),
        to_chase=len(to_chase),
        chased_in_time=sum(chased_in_time(loan) for loan in to_chase),
    )


def _chases(loan: Loan) -> list[Chase]:
    return [chase for chase in loan.chases.all() if chase.was_due_on == loan.due_on]
