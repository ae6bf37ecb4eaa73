"""What a digest stands for."""

from datetime import date
from decimal import Decimal

import pytest

from prongsai.foundations.approvals import contents, subjects
from tests.prongsai.foundations.approvals.desk import (
    make_desk,
    make_memo,
    make_subject,
    received,
)

pytestmark = pytest.mark.django_db
FIELDS = [*contents.PARTS, "title", "to", "urgency", "secrecy", "sender", "reference"]


@pytest.mark.parametrize("field", FIELDS)
def test_every_word_of_the_memo_is_bound(field):
    memo = make_memo(make_desk())
    before = contents.current_digest(memo)

    setattr(memo, field, "อื่น")

    assert contents.current_digest(memo) != before


def test_the_state_and_the_people_are_not_bound():
    desk = make_desk()
    memo = make_memo(desk)
    before = contents.current_digest(memo)

    memo.state, memo.version = "submitted", 9
    desk.division.name_th = "กองใหม่"
    desk.division.save()

    assert contents.current_digest(memo) == before


def test_the_order_of_keys_does_not_matter():
    one, two = {"a": 1, "b": {"c": 2, "d": 3}}, {"b": {"d": 3, "c": 2}, "a": 1}

    assert contents.digest_of(one) == contents.digest_of(two)


def test_enclosures_are_bound_by_their_bytes():
    desk = make_desk()
    one = make_memo(desk, attachments=[received(desk.officer, content=b"one")])
    two = make_memo(desk, attachments=[received(desk.officer, content=b"two")])

    assert contents.current_digest(one) != contents.current_digest(two)


def sum_and_day(pk: int) -> dict[str, object]:
    return {"sum": Decimal("1.50"), "day": date(2025, 1, 2)}


def test_a_subject_may_hold_numbers_and_dates():
    subject = make_subject()
    subjects.register("organisations.closure", content_of=sum_and_day)
    memo = make_memo(make_desk(), subject=subject)

    held = contents.content_of(memo)["subject"]

    assert held == {
        "label": "organisations.closure",
        "pk": subject.pk,
        "content": {"sum": "1.50", "day": "2025-01-02"},
    }
