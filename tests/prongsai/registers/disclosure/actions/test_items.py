"""Who keeps an item is said, and what the public reads while it is missing."""

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.records.versions import StalePage
from prongsai.registers.disclosure.actions import exemptions, items
from prongsai.registers.disclosure.actions.refusals import (
    ExemptAlready,
    KeysNotAsked,
    ReasonMissing,
    SourceMissing,
)
from prongsai.registers.disclosure.states import Approval, ItemState
from tests.cast import NOW, make_user
from tests.disclosing import make_disclosure
from tests.editions import assign, make_desk, proposed

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

RULE = {"reason": "ไม่มีกิจการนี้", "source": "หนังสือสั่งการทดสอบ ข้อ 1"}


def test_assign_says_who_keeps_an_item():
    desk = make_desk()

    assign(desk, approval=Approval.MEMO)

    assert desk.item.division == desk.team.division
    assert desk.item.accountable == desk.team.alice
    assert desk.item.approval == Approval.MEMO


def test_assign_is_the_keepers_and_refuses_a_stale_page():
    desk = make_desk()
    given = {"division": None, "accountable": None, "due_on": None}

    with pytest.raises(PermissionDenied):
        items.assign(
            desk.item, **given, approval=Approval.MEMO, by=desk.team.alice, at=NOW
        )
    with pytest.raises(StalePage):
        items.assign(
            desk.item, **given, approval=Approval.MEMO, version=99,
            by=desk.analyst, at=NOW,
        )  # fmt: skip


def test_another_way_of_approval_makes_what_waits_a_draft():
    desk = make_desk(approval=Approval.MEMO)
    proposed(desk)

    assign(desk, approval=Approval.DIRECT)

    assert desk.item.state == ItemState.DRAFT


def test_explain_says_the_reason_in_both_languages_or_takes_it_back():
    desk = make_desk()

    items.explain(
        desk.item, reason_th="รอลงนาม", reason_en="To be signed",
        by=desk.team.alice, at=NOW,
    )  # fmt: skip
    given = desk.item.reason_th
    items.explain(desk.item, reason_th="", reason_en="", by=desk.team.alice, at=NOW)

    assert (given, desk.item.reason_th) == ("รอลงนาม", "")


def test_explain_refuses_one_language_and_whoever_does_not_write():
    desk = make_desk()

    with pytest.raises(ReasonMissing):
        items.explain(
            desk.item, reason_th="รอลงนาม", reason_en=" ", by=desk.analyst, at=NOW
        )
    with pytest.raises(PermissionDenied):
        items.explain(
            desk.item, reason_th="ก", reason_en="a",
            by=make_user(role=Role.OFFICER), at=NOW,
        )  # fmt: skip


def test_an_exemption_is_given_and_taken_back():
    made = make_disclosure()
    item = made.item("o5")

    given = exemptions.give(item, "strategy.goals", **RULE, by=made.analyst, at=NOW)
    with pytest.raises(ExemptAlready):
        exemptions.give(item, "strategy.goals", **RULE, by=made.analyst, at=NOW)
    exemptions.take_back(given, by=made.analyst, at=NOW)

    assert not item.exemptions.exists()


def test_an_exemption_needs_a_rule_a_known_element_and_a_keeper():
    made = make_disclosure()
    item = made.item("o5")
    alice = make_user(role=Role.OFFICER)

    with pytest.raises(SourceMissing):
        exemptions.give(
            item, "strategy.goals", reason="ก", source=" ", by=made.analyst, at=NOW
        )
    with pytest.raises(KeysNotAsked):
        exemptions.give(item, "plan.budget", **RULE, by=made.analyst, at=NOW)
    with pytest.raises(PermissionDenied):
        exemptions.give(item, "strategy.goals", **RULE, by=alice, at=NOW)
    given = exemptions.give(item, "strategy.goals", **RULE, by=made.analyst, at=NOW)
    with pytest.raises(PermissionDenied):
        exemptions.take_back(given, by=alice, at=NOW)
