"""ใบยืมพัสดุ, the loan form: seven lines a page, signatures of everyone who takes part."""

from collections.abc import Iterator, Sequence
from datetime import date

from prongsai.foundations.organisations.models import Organisation
from prongsai.ita.documents.rendering.blocks import (
    Block,
    Column,
    Document,
    Heading,
    Numbering,
    Numerals,
    Orientation,
    PageBreak,
    Paragraph,
    Row,
    Section,
    Style,
    Table,
)
from prongsai.ita.documents.rendering.sentences import OFFICIAL
from prongsai.registers.lending import rules
from prongsai.registers.lending.documents.loans_wording import (
    cell,
    condition,
    day,
    say,
    table,
)
from prongsai.registers.lending.models import Loan, LoanDecision, LoanLine

_WIDTHS = (1.2, 3.6, 6.4, 1.8, 3.2)
Person = tuple[str, Sequence[str]]
"""Who signs: the head of the column, and the lines under the signature."""


def loan_form(loan: Loan, *, office: Organisation, on: date) -> Document:
    """Return the form as things stand, ready to be painted as PDF or DOCX."""
    title = f"{say('form_title')} {OFFICIAL.text(str(loan))}"
    size = rules.value("form_rows", on=on)
    blocks: list[Block] = []
    for first, lines in _pages(list(loan.lines.all()), size):
        if blocks:
            blocks.append(PageBreak())
        blocks += _page(loan, lines, first, office=office, title=title)
    section = Section(
        orientation=Orientation.PORTRAIT,
        numbering=Numbering.CORNER,
        blocks=tuple(blocks),
    )
    return Document(title=title, numerals=Numerals.THAI, sections=(section,))


def _pages(lines: list[LoanLine], size: int) -> Iterator[tuple[int, list[LoanLine]]]:
    for start in range(0, max(len(lines), 1), size):
        yield start + 1, lines[start : start + size]


def _page(
    loan: Loan, lines: list[LoanLine], first: int, *, office: Organisation, title: str
) -> Iterator[Block]:
    yield Heading(level=1 if first == 1 else 2, text=title)
    yield _line(say("form_written", office=office.name_th))
    yield _line(say("form_day", day=day(loan.requested_at)))
    yield Paragraph(text=_borrower(loan))
    yield Paragraph(
        text=say("form_from", division=loan.division.name_th, purpose=loan.purpose)
    )
    if loan.basis:
        yield Paragraph(text=say("form_basis", basis=loan.basis))
    yield Paragraph(text=_place(loan))
    yield table("form", _WIDTHS, _rows(lines, first))
    yield Paragraph(text=say("form_liability"))
    yield _signatures("form_people", _people(loan))
    yield _signatures("form_deciders", _deciders(loan))
    yield _signatures("form_return", _returners(lines))


def _line(text: str) -> Paragraph:
    return Paragraph(text=text, style=Style.LINE)


def _borrower(loan: Loan) -> str:
    parts = {
        "position": loan.borrower_position,
        "address": loan.borrower_address,
        "phone": loan.borrower_phone,
    }
    said = {key: say(key, text=text) if text else "" for key, text in parts.items()}
    return " ".join(say("form_borrower", name=loan.borrower_name, **said).split())


def _place(loan: Loan) -> str:
    premises = say("on_premises" if loan.on_premises else "off_premises")
    return say(
        "form_place",
        place=loan.place,
        premises=premises,
        start=day(loan.starts_on),
        end=day(loan.due_on),
    )


def _rows(lines: list[LoanLine], first: int) -> Iterator[tuple[object, ...]]:
    for number, line in enumerate(lines, first):
        quantity = line.asked if line.approved is None else line.approved
        counted = f"{quantity} {line.asset.unit}"
        yield number, line.asset.code, line.asset.name_th, counted, line.note


def _people(loan: Loan) -> list[Person]:
    return [
        (say("borrower"), _signed(loan.borrower_name)),
        (say("issuer"), _signed(str(loan.handed_by or ""), day(loan.handed_at))),
        (say("receiver"), _signed(loan.handed_to, day(loan.handed_at))),
    ]


def _deciders(loan: Loan) -> list[Person]:
    opinion = [say("enough")] if loan.leaves_enough else []
    note = [*opinion, *([loan.check_note] if loan.check_note else [])]
    checked = [*note, *_signed(str(loan.checked_by or ""), day(loan.checked_at))]
    decision = _decision(loan)
    if decision is None:
        return [(say("check_opinion"), checked), (say("approver"), _signed(""))]
    decided = [
        f"({decision.decided_by})",
        decision.capacity,
        say("signed_online", day=day(decision.decided_at)),
    ]
    return [(say("check_opinion"), checked), (say("approver"), decided)]


def _returners(lines: list[LoanLine]) -> list[Person]:
    returns = [item for line in lines for item in line.returns.all()]
    last = returns[-1] if returns else None
    brought = _signed(last.brought_by, day(last.received_at)) if last else _signed("")
    taken = (
        _signed(str(last.received_by), day(last.received_at)) if last else _signed("")
    )
    found = [f"{item.quantity} {condition(item.condition)}" for item in returns]
    return [
        (say("returner"), brought),
        (say("taker"), taken),
        (say("condition"), found),
    ]


def _signed(name: str, on: str = "") -> list[str]:
    """Return room to sign, the name if it is known, and the day."""
    named = say("named", name=name) if name else say("blank_name")
    return [
        say("signature"),
        named,
        say("form_day", day=on) if on else say("blank_day"),
    ]


def _signatures(key: str, people: list[Person]) -> Table:
    return Table(
        caption=say(key),
        columns=tuple(Column(title=title, width=1) for title, _lines in people),
        rows=(Row(cells=tuple(cell("\n".join(lines)) for _title, lines in people)),),
    )


def _decision(loan: Loan) -> LoanDecision | None:
    found = [d for d in loan.decisions.all() if not (d.extension_id or d.settlement_id)]
    return found[0] if found else None
