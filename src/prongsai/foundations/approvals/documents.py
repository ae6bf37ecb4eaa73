"""The memo as an official document: PDF and DOCX, with what was said of it or room for it."""

from datetime import date

import segno
from django.utils import translation
from django.utils.timezone import localtime

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.approvals import contents, presenting, queries, turns
from prongsai.foundations.approvals.captions import caption_of
from prongsai.foundations.approvals.models import Memo, Step
from prongsai.foundations.approvals.states import Secrecy, StepState, Task, Urgency
from prongsai.ita.documents.rendering import docx, pdf
from prongsai.ita.documents.rendering.blocks import Document
from prongsai.ita.documents.rendering.contents import chain
from prongsai.ita.documents.rendering.wording import Wording

_SHORT = 32
_PARTS = ("background", "facts", "law", "considerations")


def to_pdf(memo: Memo, *, site: str, on: date) -> bytes:
    """Return the memo as PDF, with a code to check it at this site."""
    return pdf.to_pdf(document_of(memo, site=site, on=on), made_on=memo.dated or on)


def to_docx(memo: Memo, *, site: str, on: date) -> bytes:
    """Return the memo as DOCX."""
    return docx.to_docx(document_of(memo, site=site, on=on))


def document_of(memo: Memo, *, site: str, on: date) -> Document:
    """Return the memo as pages to paint; Thai and in Thai digits, as the rules ask."""
    with translation.override("th"):
        return chain.build(_printed(memo, site=site, on=on), Wording())


def _printed(memo: Memo, *, site: str, on: date) -> chain.ChainMemo:
    steps = queries.steps_of(memo) if memo.round and not memo.is_with_proposer else []
    usual = {Urgency.NORMAL.value, Secrecy.NORMAL.value}
    return chain.ChainMemo(
        from_=memo.sender,
        number=memo.reference,
        day=memo.dated,
        subject=memo.title,
        to=memo.to,
        parts=tuple(chain.Part(kind=k, text=getattr(memo, k)) for k in _PARTS),
        closing=memo.closing,
        enclosures=tuple(e.file.name for e in contents.enclosures_of(memo)),
        urgency="" if memo.urgency in usual else memo.urgency,
        secrecy="" if memo.secrecy in usual else memo.secrecy,
        proposer=_proposer(memo),
        answers=tuple(_answer(step, on=on) for step in steps),
        check=_check(memo, site) if memo.submitted_at is not None else None,
    )


def _proposer(memo: Memo) -> chain.Signed:
    name, titles = memo.drafted_by.get_full_name(), (memo.proposer_title,)
    if memo.submitted_at is None or memo.is_with_proposer:
        return chain.Signed(name=name, titles=titles)
    local = localtime(memo.submitted_at)
    return chain.Signed(
        name=name, titles=titles, day=local.date(), hour=f"{local:%H:%M}"
    )


def _answer(step: Step, *, on: date) -> chain.Answer:
    return chain.Answer(
        position=_position(step, on=on),
        decides=step.task == Task.DECIDE,
        signed=None if step.passed_because else _signed(step, on=on),
        opinion=step.opinion,
        decisions=tuple(step.decisions),
        assigned=""
        if step.assigned_division is None
        else step.assigned_division.name_th,
        refused=_refused(step),
        passed_over=step.passed_because,
    )


def _position(step: Step, *, on: date) -> str:
    """Return the title of the post that is asked, whoever answers for it."""
    if step.capacity_title:
        return step.capacity_title
    held = turns.holders(step, on=on)
    return held[0].title if held else str(Role(step.role).label)


def _signed(step: Step, *, on: date) -> chain.Signed:
    if step.acted_by is None or step.acted_at is None:
        turn = turns.candidates(step, on=on)
        name = turn[0].user.get_full_name() if turn else "." * 40
        return chain.Signed(name=name, titles=(_position(step, on=on),))
    local = localtime(step.acted_at)
    return chain.Signed(
        name=step.acted_by.get_full_name(),
        titles=tuple(caption_of(step)),
        day=local.date(),
        hour="" if step.on_paper else f"{local:%H:%M}",
    )


def _refused(step: Step) -> chain.Refused | None:
    if step.state != StepState.REFUSED or step.appeal_days is None:
        return None
    return chain.Refused(
        facts=step.reason_facts,
        law=step.reason_law,
        considerations=step.reason_considerations,
        appeal_days=step.appeal_days,
        appeal_to=step.capacity_title,
    )


def _check(memo: Memo, site: str) -> chain.Check:
    digest = queries.revisions_of(memo)[-1].digest
    address = f"{site}{presenting.address_of_check(memo, digest[:_SHORT])}"
    code = segno.make(address, micro=False, error="m")
    return chain.Check(
        svg=code.svg_inline(scale=4, border=2),
        side=round(code.symbol_size(scale=4, border=2)[0]),
        address=address,
        digest=digest,
    )
