"""The บันทึกข้อความ: its head, its body, and the chain of opinions."""

from prongsai.ita.documents.model.report import Memo, Report, Signer
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
    Style,
)
from prongsai.ita.documents.rendering.wording import Wording
from prongsai.ita.errors import CannotRender


def build(report: Report, wording: Wording) -> Document:
    """Return the memo alone, portrait."""
    if report.memo is None:
        raise CannotRender(document="memo", missing="memo")
    name = wording.say("title.memo")
    title = wording.text(report.memo.subject) or name
    return Document(
        title=title,
        numerals=wording.numerals,
        sections=(section(report.memo, wording, main=True),),
        lang=wording.language,
    )


def section(memo: Memo, wording: Wording, *, main: bool) -> Section:
    """Return the pages of a memo; ``main`` when there is nothing but the memo.

    Who signs first wrote the memo and signs below its body; everyone after gives an
    opinion.
    """
    to = f"{wording.say('memo.to')} {wording.text(memo.to)}"
    addressee = Paragraph(text=to, style=Style.LINE)
    body = (Paragraph(text=wording.text(text)) for text in memo.body)
    chain: list[Block] = [_signature(signer, wording) for signer in memo.signers[:1]]
    chain += [_opinion(signer, wording) for signer in memo.signers[1:]]
    return Section(
        orientation=Orientation.PORTRAIT,
        numbering=Numbering.MEMO,
        blocks=(_head(memo, wording, main=main), addressee, *body, *chain),
    )


def _head(memo: Memo, wording: Wording, *, main: bool) -> MemoHead:
    def field(code: str, value: str) -> Field:
        return Field(label=wording.say(f"memo.{code}"), value=value)

    return MemoHead(
        name=wording.say("title.memo"),
        main=main,
        rows=(
            (field("from", wording.text(memo.from_)),),
            (
                field("number", wording.text(memo.number)),
                field("date", wording.day(memo.date)),
            ),
            (field("subject", wording.text(memo.subject)),),
        ),
    )


def _signature(signer: Signer, wording: Wording) -> Signature:
    return Signature(
        name=wording.text(signer.name), position=wording.text(signer.position)
    )


def _opinion(signer: Signer, wording: Wording) -> Opinion:
    signature = _signature(signer, wording)
    caption = wording.say("opinion", position=signature.position)
    return Opinion(caption=caption, signature=signature)
