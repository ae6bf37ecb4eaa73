"""Strangers at memos: Alice's words, numbers, opinions and papers are not there."""

from prongsai.foundations.approvals import actions, queries
from prongsai.foundations.approvals.statements import Paper
from tests.cast import NOW, TODAY
from tests.prongsai.foundations.approvals.desk import (
    YES,
    before_the_mayor,
    make_desk,
    received,
    submitted,
)

TITLE = "เรื่องลับของอลิซ"
SECRETS = [TITLE, "ขออนุมัติของอลิซ", "ทส 71301/1"]


def memo_of(office, make=submitted):
    return make(make_desk(), title=TITLE)


def lists(office):
    memo_of(office)
    return {"data": {"title": "ของชาลี", "state": ""}, "secrets": SECRETS}


def one(office):
    memo = memo_of(office, before_the_mayor)
    data = {
        "opinion": "ของชาลี", "reason": "ของชาลี", "deed": "decide", "title": "ชาลี",
        "decisions": "approved", "no_interest": "on", "ground": "party",
        "seen_step": memo.step_id, "seen_digest": queries.revisions_of(memo)[-1].digest,
        "version": memo.version, "urgency": "normal", "secrecy": "normal",
    }  # fmt: skip
    return {"kwargs": {"pk": memo.pk}, "data": data, "secrets": SECRETS}


def checked(office):
    case = one(office)
    case["kwargs"]["digest"] = case["data"]["seen_digest"][:32]
    return case


def paper(office):
    desk = make_desk()
    memo = before_the_mayor(desk, title=TITLE)
    said = Paper(signer=desk.mayor, signed_on=TODAY, ruling=YES)
    scan = received(desk.officer)
    record = actions.record_paper(memo, said, scan=scan, by=desk.officer, at=NOW)
    data = {"reason": "ของชาลี"}
    return {"kwargs": {"pk": record.pk}, "data": data, "secrets": SECRETS}


def chains(office):
    memo = memo_of(office)
    memo.chain.name_th = TITLE
    memo.chain.save()
    return {"secrets": SECRETS}


def chain(office):
    memo = memo_of(office)
    return {"kwargs": {"pk": memo.chain_id}, "secrets": SECRETS}


CASES = {
    "approvals:memos": lists,
    "approvals:draft": lists,
    "approvals:check": checked,
    "approvals:paper": paper,
    "approvals:confirm_paper": paper,
    "approvals:reject_paper": paper,
    "approvals:templates": chains,
    "approvals:template_new": chains,
    "approvals:template": chain,
} | dict.fromkeys(
    (
        "approvals:memo", "approvals:edit", "approvals:submit", "approvals:recall",
        "approvals:withdraw", "approvals:answer", "approvals:interest",
        "approvals:delegate", "approvals:skip", "approvals:pass_up", "approvals:void",
        "approvals:changes", "approvals:pdf", "approvals:docx", "approvals:record_paper",
    ),
    one,
)  # fmt: skip
