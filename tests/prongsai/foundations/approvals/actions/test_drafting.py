"""Draft, edit, withdraw: every way out of each."""

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.approvals import actions, queries
from prongsai.foundations.approvals.models import ChainTemplate, Memo
from prongsai.foundations.approvals.refusals import (
    PartTooLong,
    ReasonMissing,
    SenderMissing,
    TitleMissing,
)
from prongsai.foundations.approvals.statements import Heading, Letter, Parts
from prongsai.foundations.approvals.states import MemoState
from prongsai.foundations.audit.models import Event
from prongsai.foundations.records.versions import StalePage
from prongsai.ita.errors import InvalidMove
from tests.cast import NOW, make_user
from tests.prongsai.foundations.approvals.desk import (
    NO,
    PARTS,
    before_the_mayor,
    decided,
    endorsed,
    heard,
    make_desk,
    make_memo,
    make_subject,
    number_of,
    received,
    submitted,
)

pytestmark = pytest.mark.django_db
OTHER = Parts(facts="มีเต็นท์ 4 หลัง")


def edit(memo, *, by, title="ขออนุมัติซื้อเต็นท์", **fields):
    letter = Letter(title=title, parts=fields.pop("parts", OTHER))
    return actions.edit(memo, letter, by=by, at=NOW, **fields)


def test_draft_works_out_what_was_left_out():
    desk = make_desk()

    memo = actions.draft(title="เรื่องสมมติ", parts=PARTS, by=desk.officer, at=NOW)

    assert (memo.state, memo.reference, memo.round) == (MemoState.DRAFT, "", 0)
    assert memo.division == desk.division
    assert memo.to == "ตำแหน่งmayor"
    assert memo.sender.startswith(desk.division.name_th)
    assert memo.sender.endswith("โทร 0 5300 0000")
    assert memo.chain.is_default
    assert memo.revisions.count() == 1
    assert Event.objects.filter(verb="approvals.drafted").count() == 1


def test_draft_makes_two_chains_in_an_office_that_has_none():
    desk = make_desk()

    make_memo(desk)
    make_memo(desk)

    assert [c.steps.count() for c in ChainTemplate.objects.order_by("pk")] == [3, 1]


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ADMINISTRATOR, None])
def test_draft_is_for_people_who_work_with_cases(role):
    desk = make_desk()

    with pytest.raises(PermissionDenied):
        make_memo(desk, by=make_user(role=role))


def test_draft_asks_for_a_subject():
    desk = make_desk()

    with pytest.raises(TitleMissing):
        make_memo(desk, title="  ")


def test_draft_refuses_a_part_without_end():
    desk = make_desk()

    with pytest.raises(PartTooLong):
        make_memo(desk, parts=Parts(facts="ก" * 10_001))


def test_draft_needs_a_division_to_come_from():
    with pytest.raises(SenderMissing):
        actions.draft(title="เรื่อง", parts=PARTS, by=make_user(), at=NOW)


def test_draft_refuses_a_subject_no_register_speaks_for():
    desk = make_desk()

    with pytest.raises(KeyError):
        make_memo(desk, subject=desk.division)


def test_edit_changes_a_draft_and_keeps_what_it_was():
    desk = make_desk()
    memo = make_memo(desk)

    memo = edit(memo, by=desk.officer, version=1)

    assert (memo.title, memo.facts, memo.version) == (
        "ขออนุมัติซื้อเต็นท์", OTHER.facts, 2,
    )  # fmt: skip
    first, second = queries.revisions_of(memo)
    assert first.content["facts"] == PARTS.facts
    assert second.content["facts"] == OTHER.facts


def test_edit_is_the_proposers_alone():
    desk = make_desk()
    memo = make_memo(desk)

    with pytest.raises(PermissionDenied):
        edit(memo, by=desk.head)


def test_edit_from_a_stale_page_is_refused():
    desk = make_desk()
    memo = edit(make_memo(desk), by=desk.officer)

    with pytest.raises(StalePage):
        edit(memo, by=desk.officer, version=1)


def test_edit_on_the_way_voids_what_was_given():
    desk = make_desk()
    memo = endorsed(submitted(desk), desk.head)

    memo = edit(memo, by=desk.officer)

    assert (memo.state, memo.step) == (MemoState.VOIDED, None)
    assert [s.state for s in queries.steps_of(memo)] == [
        "voided", "cancelled", "cancelled",
    ]  # fmt: skip
    assert queries.steps_of(memo)[0].opinion == "เห็นควรอนุมัติ"


def test_edit_of_a_decided_memo_voids_the_decision_and_tells_the_register():
    desk = make_desk()
    subject = make_subject()
    memo = decided(desk, subject=subject)

    memo = edit(memo, by=desk.officer)

    assert (memo.state, memo.decided_by) == (MemoState.VOIDED, None)
    assert heard[-1] == (subject.pk, "voided", desk.officer.pk)
    assert not queries.is_approved(memo)


def test_edit_that_changes_no_word_voids_nothing():
    desk = make_desk()
    memo = endorsed(submitted(desk), desk.head)

    memo = edit(memo, by=desk.officer, title=memo.title, parts=PARTS)

    assert memo.state == MemoState.ENDORSED
    assert queries.is_valid(memo)


def given_up(desk):
    memo = make_memo(desk)
    return actions.withdraw(memo, reason="ไม่ใช้แล้ว", by=desk.officer, at=NOW)


def turned_down(desk):
    return actions.decide(before_the_mayor(desk), NO, by=desk.mayor, at=NOW)


@pytest.mark.parametrize("end", [given_up, turned_down])
def test_edit_is_over_once_refused_or_withdrawn(end):
    desk = make_desk()
    memo = end(desk)

    with pytest.raises(PermissionDenied):
        edit(memo, by=desk.officer)


def test_enclosures_belong_to_the_content():
    desk = make_desk()
    file = received(desk.officer)
    memo = make_memo(desk, attachments=[file])
    first = queries.revisions_of(memo)[-1]
    [enclosure] = memo.enclosures.all()

    letter = Letter(title=memo.title, parts=PARTS, removed=[enclosure])
    memo = actions.edit(memo, letter, by=desk.officer, at=NOW)

    assert first.content["enclosures"] == [{"name": "scan.txt", "sha256": file.sha256}]
    assert queries.revisions_of(memo)[-1].content["enclosures"] == []


def test_withdraw_voids_the_number_and_keeps_it_in_the_register():
    desk = make_desk()
    memo = submitted(desk)
    memo = actions.recall(memo, by=desk.officer, at=NOW)

    memo = actions.withdraw(memo, reason="ไม่ใช้แล้ว", by=desk.officer, at=NOW)

    memo = Memo.objects.get(pk=memo.pk)
    assert memo.state == MemoState.WITHDRAWN
    assert memo.reference == "ทส 71301/1"
    assert number_of(memo).void_reason == "ไม่ใช้แล้ว"
    assert number_of(memo).voided_by == desk.officer
    assert submitted(desk).reference == "ทส 71301/2"


def test_withdraw_needs_a_reason():
    desk = make_desk()
    memo = make_memo(desk)

    with pytest.raises(ReasonMissing):
        actions.withdraw(memo, reason=" ", by=desk.officer, at=NOW)


def test_withdraw_is_the_proposers_alone():
    desk = make_desk()
    memo = make_memo(desk)

    with pytest.raises(PermissionDenied):
        actions.withdraw(memo, reason="ไม่ใช้แล้ว", by=desk.clerk, at=NOW)


def test_withdraw_only_from_ones_own_desk():
    desk = make_desk()
    memo = submitted(desk)

    with pytest.raises(InvalidMove):
        actions.withdraw(memo, reason="ไม่ใช้แล้ว", by=desk.officer, at=NOW)


def test_a_new_chain_is_taken_while_the_memo_is_at_the_desk_only():
    desk = make_desk()
    memo = submitted(desk)
    short = ChainTemplate.objects.get(is_default=False)

    heading = Heading(chain=short)
    letter = Letter(title=memo.title, parts=PARTS, heading=heading)
    memo = actions.edit(memo, letter, by=desk.officer, at=NOW)

    assert memo.chain.is_default
