"""Memos on a person's home page."""

import pytest

from prongsai.foundations.approvals import actions
from prongsai.sites.staff.waiting import memos
from tests.cast import NOW, TODAY
from tests.prongsai.foundations.approvals.desk import make_desk, make_memo, submitted

pytestmark = pytest.mark.django_db


def test_a_memo_waits_for_whose_turn_it_is_and_for_nobody_else():
    desk = make_desk()
    memo = submitted(desk)

    (item,) = memos(desk.head, TODAY)

    assert item.href == memo.get_absolute_url()
    assert memo.title in str(item.label)
    assert item.tone == "info"
    assert memos(desk.clerk, TODAY) == []
    assert memos(desk.officer, TODAY) == []


def test_a_memo_that_came_back_waits_for_its_writer():
    desk = make_desk()
    memo = actions.return_(submitted(desk), reason="ขาดเอกสาร", by=desk.head, at=NOW)

    (item,) = memos(desk.officer, TODAY)

    assert item.href == memo.get_absolute_url()
    assert item.tone == "warn"
    assert str(item.badge) == memo.get_state_display()


def test_a_draft_waits_for_nobody():
    desk = make_desk()
    make_memo(desk)

    assert memos(desk.officer, TODAY) == []
    assert memos(desk.head, TODAY) == []
