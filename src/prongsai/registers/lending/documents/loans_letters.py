"""Letters about a loan: the notice of a refusal, the request to bring things back."""

from collections.abc import Iterator

from prongsai.foundations.organisations.models import Organisation
from prongsai.ita.documents.rendering.blocks import (
    Block,
    Document,
    Field,
    Heading,
    MemoHead,
    Numbering,
    Numerals,
    Orientation,
    Paragraph,
    Section,
    Signature,
    Style,
)
from prongsai.ita.documents.rendering.sentences import OFFICIAL
from prongsai.registers.lending import rules
from prongsai.registers.lending.documents.loans_wording import day, say, table
from prongsai.registers.lending.models import Chase, Loan, LoanDecision
from prongsai.registers.lending.models.loan_choices import ChaseChannel, Outcome

_RESULTS = {
    Outcome.REFUSED: "refusal_result",
    Outcome.PARTLY: "partly_result",
    Outcome.APPROVED: "approval_result",
}
_WIDTHS = (1.2, 3.8, 8, 3)


def refusal(loan: Loan, decision: LoanDecision, *, office: Organisation) -> Document:
    """Return the notice of a refusal, also of a part: reasons, and how to appeal (ม.37, ม.40, ม.44)."""
    name = office.name_th
    days = rules.value("appeal_days", on=decision.decided_at.date())
    opening = say(
        "refusal_opening",
        number=loan,
        day=day(loan.requested_at),
        purpose=loan.purpose,
    )
    reasons = (("facts", decision.facts), ("law", decision.law))
    blocks = (
        *_head(loan, say("refusal_title"), office, written=day(decision.decided_at)),
        Paragraph(text=opening),
        Paragraph(text=say(_RESULTS[Outcome(decision.outcome)], office=name)),
        *(_reason(key, text) for key, text in reasons),
        _reason("considerations", decision.considerations),
        Paragraph(text=say("appeal", office=name, days=days)),
        Paragraph(text=say("refusal_closing")),
        Signature(name=str(decision.decided_by), position=decision.capacity),
    )
    return _letter(say("refusal_title"), blocks)


def chase_letter(loan: Loan, *, office: Organisation, written: str) -> Document:
    """Return the request to bring overdue things back (ข้อ 211)."""
    lines = [line for line in loan.lines.all() if line.outstanding]
    rows = (
        (
            n,
            line.asset.code,
            line.asset.name_th,
            f"{line.outstanding} {line.asset.unit}",
        )
        for n, line in enumerate(lines, 1)
    )
    number = _letter_number(loan)
    opening = say("chase_opening", number=loan, items=len(lines), due=day(loan.due_on))
    blocks = (
        *_head(loan, say("chase_title"), office, written=written, number=number),
        Paragraph(text=opening),
        Paragraph(text=say("chase_result")),
        table("chase", _WIDTHS, rows),
        Paragraph(text=say("chase_request", division=loan.division.name_th)),
        Signature(name="." * 40, position="." * 40),
    )
    return _letter(say("chase_title"), blocks)


def _head(
    loan: Loan, subject: str, office: Organisation, *, written: str, number: str = ""
) -> Iterator[Block]:
    """Give the head of a memo inside the office, of a plain letter to outsiders."""
    if loan.is_internal:
        yield MemoHead(
            name=say("memo_name"),
            rows=(
                (Field(label=say("memo_from"), value=_from(loan, office)),),
                (
                    Field(label=say("memo_number"), value=OFFICIAL.text(number)),
                    Field(label=say("memo_day"), value=written),
                ),
                (Field(label=say("subject"), value=subject),),
            ),
        )
    else:
        yield Heading(level=1, text=OFFICIAL.text(office.name_th))
        yield _labelled("memo_number", number)
        yield _labelled("memo_day", written)
        yield _labelled("subject", subject)
    yield _labelled("to", loan.borrower_name)


def _labelled(key: str, text: str) -> Paragraph:
    return Paragraph(label=say(key), text=OFFICIAL.text(text), style=Style.LINE)


def _reason(key: str, text: str) -> Paragraph:
    return Paragraph(label=say(key), text=OFFICIAL.text(text))


def _from(loan: Loan, office: Organisation) -> str:
    return OFFICIAL.text(f"{loan.division.name_th} {office.name_th}")


def _letter_number(loan: Loan) -> str:
    letters = [c for c in loan.chases.all() if c.channel == ChaseChannel.LETTER]
    found: Chase | None = letters[-1] if letters else None
    return found.letter_number if found else ""


def _letter(title: str, blocks: tuple[Block, ...]) -> Document:
    section = Section(
        orientation=Orientation.PORTRAIT, numbering=Numbering.MEMO, blocks=blocks
    )
    return Document(title=title, numerals=Numerals.THAI, sections=(section,))
