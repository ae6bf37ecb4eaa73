"""Who sees what, what waits for whom, what still holds."""

import pytest

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.approvals import actions, queries, worklist
from prongsai.foundations.approvals.models import Memo, Revision, Step
from prongsai.foundations.approvals.states import Interest
from tests.cast import (
    NOW,
    TODAY,
    give_post,
    make_acting,
    make_division,
    make_office,
    make_user,
    settle,
)
from tests.prongsai.foundations.approvals.desk import (
    NO,
    before_the_mayor,
    decided,
    endorsed,
    make_desk,
    make_memo,
    make_subject,
    received,
    submitted,
    turn,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def sees(user, memo) -> bool:
    return queries.visible_to(user, on=TODAY).filter(pk=memo.pk).exists()


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("officer", (True, True, True)),
        ("colleague", (True, True, False)),
        ("head", (True, True, True)),
        ("clerk", (False, True, True)),
        ("mayor", (False, True, True)),
    ],
)
def test_who_sees_a_draft_a_memo_on_its_way_and_a_secret_one(who, expected):
    desk = make_desk()
    memos = make_memo(desk), submitted(desk), submitted(desk, secrecy="secret")

    person = getattr(desk, who)

    assert tuple(sees(person, memo) for memo in memos) == expected


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ADMINISTRATOR, None])
def test_auditors_administrators_and_people_without_a_post_see_none(role):
    desk = make_desk()

    assert not sees(make_user(role=role), decided(desk))


def test_another_division_sees_none_unless_it_once_acted():
    desk = make_desk()
    stranger = make_user(division=make_division())
    memo = submitted(desk)
    assert not sees(stranger, memo)

    order = make_acting(stranger, role=Role.HEAD, division=desk.division)
    memo = endorsed(memo, stranger)
    order.delete()

    assert sees(stranger, memo)


def test_the_head_of_a_division_sees_what_its_sections_send():
    desk = make_desk()
    section = make_division(parent=desk.division)
    officer = make_user(division=section)

    memo = submitted(desk, by=officer, division=section)

    assert sees(desk.head, memo)
    assert turn(memo).division == section
    assert turn(endorsed(memo, desk.head)).role == Role.CLERK


def test_nobody_of_another_office_sees_anything():
    desk = make_desk()
    memo = decided(desk)
    other = make_office()

    settle(other)

    assert not sees(make_user(role=Role.MAYOR), memo)


def waiting(user):
    found = queries.waiting_for(user, TODAY)
    return [m.pk for m in found.to_act], [m.pk for m in found.returned]


def test_what_waits_follows_the_turn():
    desk = make_desk()
    memo = submitted(desk)

    before = [waiting(p)[0] for p in (desk.head, desk.clerk)]
    memo = endorsed(memo, desk.head)
    after = [waiting(p)[0] for p in (desk.head, desk.clerk)]
    actions.return_(memo, reason="แก้", by=desk.clerk, at=NOW)

    assert before == [[memo.pk], []]
    assert after == [[], [memo.pk]]
    assert waiting(desk.officer) == ([], [memo.pk])


def test_ones_own_request_and_a_declared_interest_do_not_wait():
    desk = make_desk()
    submitted(desk, by=desk.mayor)
    make_acting(desk.mayor, role=Role.HEAD, division=desk.division)
    memo = before_the_mayor(desk)
    actions.declare_interest(memo, ground=Interest.PARTY, by=desk.mayor, at=NOW)

    assert waiting(desk.mayor) == ([], [])


def test_a_step_left_to_somebody_waits_for_them_alone_while_they_can():
    desk = make_desk()
    order = make_acting(desk.colleague, role=Role.HEAD, division=desk.division)
    memo = actions.delegate(submitted(desk), to=desk.colleague, by=desk.head, at=NOW)

    while_they_can = [waiting(p)[0] for p in (desk.head, desk.colleague)]
    order.delete()

    assert while_they_can == [[], [memo.pk]]
    assert waiting(desk.head)[0] == [memo.pk]


def test_the_worklist_says_what_is_asked():
    desk = make_desk()
    submitted(desk)
    before_the_mayor(desk)

    [opinion] = worklist.rows(desk.head, TODAY)
    [decision] = worklist.rows(desk.mayor, TODAY)

    assert opinion.label == "ขออนุมัติซ่อมเต็นท์"
    assert opinion.badge != decision.badge
    assert queries.waiting_for(desk.head, TODAY).count == 1


def test_a_decision_holds_until_the_subject_changes():
    desk = make_desk()
    subject = make_subject()
    memo = decided(desk, subject=subject)
    assert queries.is_approved(memo)

    type(subject).objects.filter(pk=subject.pk).update(reason_th="น้ำท่วม")

    assert not queries.is_valid(memo)
    assert not queries.is_approved(memo)
    assert queries.changed_since_submission(memo)


def test_a_decision_does_not_hold_when_the_row_was_tampered_with():
    desk = make_desk()
    memo = decided(desk, attachments=[])
    Memo.objects.filter(pk=memo.pk).update(facts="มีเต็นท์ 30 หลัง")
    memo.refresh_from_db()

    assert not queries.is_valid(memo)


def test_a_decision_does_not_hold_when_a_step_was_tampered_with():
    desk = make_desk()
    memo = decided(desk)
    Step.objects.filter(memo=memo, order=1).update(digest="0" * 64)

    assert not queries.is_approved(memo)


def test_a_decision_does_not_hold_when_an_enclosure_went():
    desk = make_desk()
    memo = decided(desk, attachments=[received(desk.officer)])
    assert queries.is_approved(memo)
    memo.enclosures.update(removed_at=NOW, removed_by=desk.officer)

    assert not queries.is_approved(memo)


def test_what_was_frozen_cannot_be_changed():
    desk = make_desk()
    make_memo(desk)

    with pytest.raises(Exception, match="append-only"):
        Revision.objects.update(digest="0" * 64)


@pytest.mark.parametrize("make", [make_memo, before_the_mayor])
def test_only_a_decision_is_an_approval(make):
    desk = make_desk()

    assert not queries.is_approved(make(desk))


def test_a_refusal_holds_but_approves_nothing():
    desk = make_desk()
    memo = actions.decide(before_the_mayor(desk), NO, by=desk.mayor, at=NOW)

    assert queries.is_valid(memo)
    assert not queries.is_approved(memo)


def test_the_memos_about_a_row():
    desk = make_desk()
    subject = make_subject()
    memo = make_memo(desk, subject=subject)
    make_memo(desk)

    assert list(queries.about("organisations.Closure", subject.pk)) == [memo]


def test_two_posts_do_not_show_a_memo_twice():
    desk = make_desk()
    give_post(desk.head, role=Role.CLERK)

    submitted(desk)

    assert queries.visible_to(desk.head, on=TODAY).count() == 1
