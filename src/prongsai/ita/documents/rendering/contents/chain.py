"""The บันทึกข้อความ with its parts, and what each step of its chain said or will say.

The readers' :class:`~prongsai.ita.documents.model.report.Memo` holds what a report
prints; this holds what an office decides.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from prongsai.ita.documents.rendering.blocks import (
    Block,
    Document,
    Field,
    MemoHead,
    Numbering,
    Opinion,
    Orientation,
    Paragraph,
    Section,
    Signature,
    Stamp,
    Style,
)
from prongsai.ita.documents.rendering.wording import Wording

BLANK_LINES = 2
CHOICES = ("acknowledged", "agreed", "approved", "assigned", "refused")
"""What can be ticked on paper, in the order it is printed."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part of the body: ``background``, ``facts``, ``law``, ``considerations``."""

    kind: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Signed:
    """Who signs under which titles; when and how, once it is signed.

    ``hour`` as ``09:05`` where it was signed by electronic means, empty on paper.
    """

    name: str
    titles: tuple[str, ...]
    day: date | None = None
    hour: str = ""


@dataclass(frozen=True, kw_only=True)
class Refused:
    """Why something was refused, and in how many days and to whom one may appeal."""

    facts: str
    law: str
    considerations: str
    appeal_days: int
    appeal_to: str


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One step of the chain. Without decisions and unsigned it is a form to fill in.

    ``decisions`` are of ``CHOICES``. ``passed_over`` is why nobody signs here:
    ``vacant``, ``own_request`` or ``interest``; the opinion then is the reason given.
    """

    position: str
    decides: bool
    signed: Signed | None
    opinion: str = ""
    decisions: tuple[str, ...] = ()
    assigned: str = ""
    refused: Refused | None = None
    passed_over: str = ""

    @property
    def is_given(self) -> bool:
        """Whether somebody has answered."""
        return self.signed is not None and self.signed.day is not None


@dataclass(frozen=True, kw_only=True)
class Check:
    """Where one can see whether the document still holds: a QR code and its address."""

    svg: str
    side: int
    address: str
    digest: str


@dataclass(frozen=True, kw_only=True)
class ChainMemo:
    """A memo to print. ``urgency`` and ``secrecy`` are codes, empty for the usual."""

    from_: str
    number: str
    day: date | None
    subject: str
    to: str
    parts: tuple[Part, ...]
    closing: str = ""
    enclosures: tuple[str, ...] = ()
    urgency: str = ""
    secrecy: str = ""
    proposer: Signed
    answers: tuple[Answer, ...] = ()
    check: Check | None = None


def build(memo: ChainMemo, wording: Wording) -> Document:
    """Return the memo as pages to paint."""
    mark = wording.say(f"secrecy.{memo.secrecy}") if memo.secrecy else ""
    blocks = (
        _head(memo, wording),
        *_to(memo, wording),
        *_body(memo, wording),
        _signature(memo.proposer, wording),
        *(block for answer in memo.answers for block in _answer(answer, wording)),
        *_check(memo, wording),
    )
    return Document(
        title=wording.text(memo.subject) or wording.say("title.memo"),
        numerals=wording.numerals,
        sections=(
            Section(
                orientation=Orientation.PORTRAIT,
                numbering=Numbering.MEMO,
                blocks=blocks,
                mark=mark,
            ),
        ),
        lang=wording.language,
    )


def _head(memo: ChainMemo, wording: Wording) -> MemoHead:
    def field(code: str, value: str) -> Field:
        return Field(label=wording.say(f"memo.{code}"), value=value)

    day = "" if memo.day is None else wording.day(memo.day.isoformat())
    return MemoHead(
        name=wording.say("title.memo"),
        urgency=wording.say(f"urgency.{memo.urgency}") if memo.urgency else "",
        rows=(
            (field("from", wording.text(memo.from_)),),
            (field("number", wording.text(memo.number)), field("date", day)),
            (field("subject", wording.text(memo.subject)),),
        ),
    )


def _to(memo: ChainMemo, wording: Wording) -> Iterator[Paragraph]:
    to = f"{wording.say('memo.to')} {wording.text(memo.to)}"
    yield Paragraph(text=to, style=Style.LINE)
    if memo.enclosures:
        names = ", ".join(map(wording.text, memo.enclosures))
        text = f"{wording.say('memo.enclosures')} {names}"
        yield Paragraph(text=text, style=Style.LINE)


def _body(memo: ChainMemo, wording: Wording) -> Iterator[Paragraph]:
    shown = [part for part in memo.parts if part.text.strip()]
    for place, part in enumerate(shown, 1):
        number = wording.number(place)
        label = f"{number}. {wording.say(f'memo.part.{part.kind}')}"
        first, *rest = _lines(part.text, wording)
        yield Paragraph(text=first, label=label)
        yield from (Paragraph(text=text) for text in rest)
    yield from (Paragraph(text=text) for text in _lines(memo.closing, wording))


def _lines(text: str, wording: Wording) -> list[str]:
    return [wording.text(line.strip()) for line in text.splitlines() if line.strip()]


def _signature(signed: Signed, wording: Wording) -> Signature:
    first, *more = signed.titles or ("",)
    return Signature(
        name=wording.text(signed.name),
        position=wording.text(first),
        more=tuple(map(wording.text, more)),
        signed=_when(signed, wording),
    )


def _when(signed: Signed, wording: Wording) -> str:
    if signed.day is None:
        return ""
    day = wording.day(signed.day.isoformat())
    if not signed.hour:
        return wording.say("signed.paper", day=day)
    hour = wording.number(signed.hour)
    return wording.say("signed.electronic", day=day, hour=hour)


def _answer(answer: Answer, wording: Wording) -> Iterator[Block]:
    position = wording.text(answer.position)
    code = "order" if answer.decides else "opinion"
    caption = wording.say(code, position=position)
    if answer.passed_over or answer.signed is None:
        why = wording.say(f"passed.{answer.passed_over}") if answer.passed_over else ""
        text = " ".join([why, *_lines(answer.opinion, wording)]).strip()
        yield Paragraph(text=text, label=caption, style=Style.LINE)
        return
    said = _given(answer, wording) if answer.is_given else _to_fill(answer, wording)
    yield Opinion(
        caption=caption,
        said=tuple(said),
        lines=0 if answer.is_given else BLANK_LINES,
        signature=_signature(answer.signed, wording),
    )


def _given(answer: Answer, wording: Wording) -> Iterator[str]:
    words = [wording.say(f"decision.{decision}") for decision in answer.decisions]
    if answer.assigned:
        words.append(wording.text(answer.assigned))
    if words:
        yield " ".join(words)
    yield from _lines(answer.opinion, wording)
    if answer.refused is not None:
        yield from _refused(answer.refused, wording)
    yield wording.number(wording.say("no-interest"))


def _refused(refused: Refused, wording: Wording) -> Iterator[str]:
    for kind in ("facts", "law", "considerations"):
        text = " ".join(_lines(getattr(refused, kind), wording))
        yield f"{wording.say(f'memo.part.{kind}')}: {text}"
    appeal = wording.say(
        "appeal", to=wording.text(refused.appeal_to), days=str(refused.appeal_days)
    )
    yield wording.number(appeal)


def _to_fill(answer: Answer, wording: Wording) -> Iterator[str]:
    box = "(......)"
    if answer.decides:
        names = (wording.say(f"decision.{choice}") for choice in CHOICES)
        yield "   ".join(f"{box} {name}" for name in names)
    yield f"{box} {wording.number(wording.say('no-interest'))}"


def _check(memo: ChainMemo, wording: Wording) -> Iterator[Stamp]:
    if memo.check is not None:
        lines = (
            wording.say("check", digest=memo.check.digest[:16]),
            memo.check.address,
        )
        yield Stamp(
            svg=memo.check.svg,
            side=memo.check.side,
            alt=wording.say("check.alt", address=memo.check.address),
            lines=lines,
        )
