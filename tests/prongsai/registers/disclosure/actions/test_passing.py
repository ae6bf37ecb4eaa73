"""An item is frozen, proposed, decided, published and taken back; nothing stays half."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.approvals import actions as approvals
from prongsai.foundations.publications import queries as publications
from prongsai.registers.disclosure.actions import parts, passing
from prongsai.registers.disclosure.actions.refusals import (
    EditionDropped,
    NeedsMemo,
    NoParts,
    NothingNew,
    NotPublic,
    NotWaiting,
    ReasonMissing,
)
from prongsai.registers.disclosure.models import Edition
from prongsai.registers.disclosure.states import Approval, ItemState
from tests import planning
from tests.cast import NOW, make_user
from tests.editions import make_desk, proposed, publish, rendered
from tests.prongsai.registers.disclosure.actions.test_parts import TEXT

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

WHY: dict[str, Any] = {"reason_th": "มีข้อผิดพลาด", "reason_en": "It was wrong"}


def test_publish_freezes_the_item_with_its_documents():
    desk = make_desk()

    version = publish(desk)

    assert version.publication.address == "ita/2569/o5"
    assert [file.name for file in publications.files_of(version)] == ["o5.txt"]
    assert version.content["elements"][0]["met"]
    assert (desk.item.state, desk.item.published) == (ItemState.PUBLISHED, version)


def test_publish_of_the_same_again_is_refused_and_a_change_is_version_two():
    desk = make_desk()
    publish(desk)

    with pytest.raises(NothingNew):
        publish(desk)
    parts.add(desk.item, TEXT, by=desk.analyst, at=NOW)

    assert publish(desk).number == 2
    assert Edition.objects.count() == 2


def test_publish_is_the_keepers_needs_parts_and_no_memo():
    desk = make_desk()
    with pytest.raises(PermissionDenied):
        publish(desk, by=desk.team.alice)

    desk.year.items.filter(code="o5").update(approval=Approval.MEMO)
    with pytest.raises(NeedsMemo):
        publish(desk)
    desk.year.items.filter(code="o5").update(approval=Approval.DIRECT)
    desk.item.parts.all().delete()
    with pytest.raises(NoParts):
        publish(desk)


def test_a_document_that_cannot_be_written_leaves_nothing_half():
    desk = make_desk()

    def broken(content, *, office, at):
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011  # nothing of it is kept
        publish(desk, render=broken)

    assert not Edition.objects.exists()
    assert (desk.item.state, desk.item.published) == (ItemState.DRAFT, None)


def test_a_decision_publishes_exactly_what_was_frozen():
    desk = make_desk(approval=Approval.MEMO)
    memo = proposed(desk)
    frozen = Edition.objects.get()

    planning.decide(desk.team, memo)

    version = desk.item.published
    assert version is not None
    assert version.content == frozen.content
    assert desk.item.state == ItemState.PUBLISHED


def test_a_refusal_makes_the_item_a_draft_again():
    desk = make_desk(approval=Approval.MEMO)

    planning.decide(desk.team, proposed(desk), planning.NO)

    assert (desk.item.state, desk.item.published) == (ItemState.DRAFT, None)
    assert Edition.objects.get().dropped_at is not None


def test_a_memo_about_what_was_changed_since_decides_nothing():
    desk = make_desk(approval=Approval.MEMO)
    memo = passing.propose(desk.item, by=desk.analyst, at=NOW, render=rendered)
    passing.take_back(desk.item, by=desk.analyst, at=NOW)

    with pytest.raises(EditionDropped):
        passing.on_decided(
            memo.subject_pk or 0, decision=["approved"], by=desk.clerk, at=NOW
        )


def test_a_returned_memo_is_replaced_when_its_proposer_proposes_anew():
    desk = make_desk(approval=Approval.MEMO)
    first = approvals.recall(proposed(desk), by=desk.analyst, at=NOW)
    parts.add(desk.item, TEXT, by=desk.analyst, at=NOW)

    again = proposed(desk)

    first.refresh_from_db()
    assert (first.state, again.is_open) == ("withdrawn", True)
    assert desk.item.state == ItemState.WAITING


def test_propose_is_the_writers_and_take_back_needs_something_that_waits():
    desk = make_desk(approval=Approval.MEMO)
    stranger = make_user(role=Role.OFFICER)

    with pytest.raises(PermissionDenied):
        passing.propose(desk.item, by=stranger, at=NOW, render=rendered)
    with pytest.raises(PermissionDenied):
        passing.compose(desk.item, by=stranger, at=NOW, render=rendered)
    with pytest.raises(PermissionDenied):
        passing.take_back(desk.item, by=stranger, at=NOW)


def test_withdraw_says_why_and_keeps_the_parts():
    desk = make_desk()
    publish(desk)

    passing.withdraw(desk.item, **WHY, by=desk.clerk, at=NOW)

    standing = publications.standing("ita/2569/o5")
    assert standing is not None
    assert standing.withdrawal is not None
    assert (desk.item.state, desk.item.published) == (ItemState.MISSING, None)
    assert publish(desk).number == 2


def test_withdraw_is_the_clerks_needs_a_reason_and_something_public():
    desk = make_desk()
    with pytest.raises(NotPublic):
        passing.withdraw(desk.item, **WHY, by=desk.clerk, at=NOW)
    publish(desk)

    with pytest.raises(PermissionDenied):
        passing.withdraw(desk.item, **WHY, by=desk.analyst, at=NOW)
    with pytest.raises(ReasonMissing):
        passing.withdraw(desk.item, reason_th="ก", reason_en=" ", by=desk.clerk, at=NOW)


def test_a_draft_is_not_taken_back():
    desk = make_desk(approval=Approval.MEMO)
    passing.compose(desk.item, by=desk.analyst, at=NOW, render=rendered)

    with pytest.raises(NotWaiting):
        passing.take_back(desk.item, by=desk.analyst, at=NOW)
