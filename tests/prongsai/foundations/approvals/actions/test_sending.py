"""Submit, recall, void: every way out of each."""

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.approvals import actions, queries
from prongsai.foundations.approvals.refusals import NobodyAsked, NothingChanged
from prongsai.foundations.approvals.states import MemoState, StepState
from prongsai.foundations.notifications.models import Notification
from prongsai.foundations.numbering.models import Number
from prongsai.foundations.records.versions import StalePage
from prongsai.ita.errors import InvalidMove
from tests.cast import NOW, TODAY, make_user
from tests.prongsai.foundations.approvals.desk import (
    decided,
    endorsed,
    heard,
    make_desk,
    make_memo,
    make_subject,
    number_of,
    submitted,
    turn,
)

pytestmark = pytest.mark.django_db


def test_submit_numbers_dates_and_asks_the_first_in_line():
    desk = make_desk()

    memo = submitted(desk)

    assert (memo.state, memo.round, memo.dated) == (MemoState.SUBMITTED, 1, TODAY)
    assert memo.reference == "ทส 71301/1"
    assert (number_of(memo).year, number_of(memo).kind) == (
        2568,
        "approvals.memo:ทส 71301",
    )
    assert [s.role for s in queries.steps_of(memo)] == ["head", "clerk", "mayor"]
    assert (turn(memo).role, turn(memo).division) == (Role.HEAD, desk.division)
    assert [n.receiver for n in Notification.objects.all()] == [desk.head]


def test_submit_again_keeps_the_number_and_begins_a_new_round():
    desk = make_desk()
    memo = actions.recall(submitted(desk), by=desk.officer, at=NOW)

    memo = actions.submit(memo, by=desk.officer, at=NOW)

    assert (memo.reference, memo.round) == ("ทส 71301/1", 2)
    assert Number.objects.count() == 1
    assert len(queries.all_steps(memo)) == 6


def test_submit_is_the_proposers_alone():
    desk = make_desk()

    with pytest.raises(PermissionDenied):
        actions.submit(make_memo(desk), by=desk.colleague, at=NOW)


def test_submit_twice_is_refused():
    desk = make_desk()
    memo = submitted(desk)

    with pytest.raises(InvalidMove):
        actions.submit(memo, by=desk.officer, at=NOW)


def test_submit_from_a_stale_page_is_refused():
    desk = make_desk()

    with pytest.raises(StalePage):
        actions.submit(make_memo(desk), version=7, by=desk.officer, at=NOW)


def test_submit_needs_somebody_to_ask():
    desk = make_desk()
    memo = make_memo(desk)
    memo.chain.steps.all().delete()

    with pytest.raises(NobodyAsked):
        actions.submit(memo, by=desk.officer, at=NOW)


def test_a_division_without_a_code_takes_the_one_above_it():
    desk = make_desk()
    desk.division.letter_code = ""
    desk.division.save()

    assert submitted(desk).reference == "ทส 00001/1"


def test_the_head_who_proposes_is_passed_over_and_the_clerk_is_asked():
    desk = make_desk()

    memo = submitted(desk, by=desk.head)

    first = queries.steps_of(memo)[0]
    assert (first.state, first.passed_because) == (StepState.PASSED_UP, "own_request")
    assert turn(memo).role == Role.CLERK


def test_a_vacant_post_keeps_the_turn_and_the_administrator_is_told():
    desk = make_desk()
    administrator = make_user(role=Role.ADMINISTRATOR)
    desk.head.posts.all().delete()

    memo = submitted(desk)

    assert turn(memo).role == Role.HEAD
    told = Notification.objects.get(receiver=administrator)
    assert told.code == "approvals.vacant"
    [vacancy] = queries.vacancies(on=TODAY)
    assert (vacancy.role, vacancy.memos) == (Role.HEAD, 1)


def test_recall_takes_it_back_and_what_was_given_no_longer_counts():
    desk = make_desk()
    memo = endorsed(submitted(desk), desk.head)

    memo = actions.recall(memo, by=desk.officer, at=NOW)

    assert (memo.state, memo.step) == (MemoState.RECALLED, None)
    assert queries.steps_of(memo)[0].state == StepState.VOIDED
    assert Notification.objects.filter(
        receiver=desk.head, code="approvals.recalled"
    ).exists()


def test_recall_is_the_proposers_alone():
    desk = make_desk()

    with pytest.raises(PermissionDenied):
        actions.recall(submitted(desk), by=desk.head, at=NOW)


def test_recall_comes_too_late_after_the_decision():
    desk = make_desk()
    memo = decided(desk)

    with pytest.raises(InvalidMove):
        actions.recall(memo, by=desk.officer, at=NOW)


def test_void_when_the_subject_is_no_longer_what_was_submitted():
    desk = make_desk()
    subject = make_subject()
    memo = endorsed(submitted(desk, subject=subject), desk.head)
    type(subject).objects.filter(pk=subject.pk).update(reason_th="น้ำท่วม")
    assert not queries.is_valid(memo)

    memo = actions.void(memo, by=desk.clerk, at=NOW)

    assert memo.state == MemoState.VOIDED
    assert queries.revisions_of(memo)[-1].content["subject"]["content"] == {
        "reason": "น้ำท่วม"
    }


def test_void_is_refused_while_nothing_changed():
    desk = make_desk()

    with pytest.raises(NothingChanged):
        actions.void(submitted(desk), by=desk.officer, at=NOW)


def test_void_is_not_for_bystanders():
    desk = make_desk()

    with pytest.raises(PermissionDenied):
        actions.void(submitted(desk), by=desk.colleague, at=NOW)


def test_a_refusal_is_not_voided_by_a_later_change():
    desk = make_desk()
    subject = make_subject()
    memo = actions.withdraw(
        make_memo(desk, subject=subject), reason="x", by=desk.officer, at=NOW
    )
    type(subject).objects.filter(pk=subject.pk).update(reason_th="น้ำท่วม")

    with pytest.raises(InvalidMove):
        actions.void(memo, by=desk.officer, at=NOW)


def test_a_changed_subject_voids_every_memo_about_it_that_was_given_something():
    desk = make_desk()
    subject = make_subject()
    memo = decided(desk, subject=subject)
    draft = make_memo(desk, subject=subject)
    type(subject).objects.filter(pk=subject.pk).update(reason_th="น้ำท่วม")

    voided = actions.subject_changed(subject, by=desk.officer, at=NOW)

    assert voided == [memo]
    assert heard[-1] == (subject.pk, "voided", desk.officer.pk)
    draft.refresh_from_db()
    assert draft.state == MemoState.DRAFT


def test_an_unchanged_subject_voids_nothing():
    desk = make_desk()
    subject = make_subject()
    decided(desk, subject=subject)

    assert actions.subject_changed(subject, by=None, at=NOW) == []
