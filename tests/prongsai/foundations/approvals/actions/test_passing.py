"""Interest, delegation, a vacant post, one's own request: every way out of each."""

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.approvals import actions, queries, turns
from prongsai.foundations.approvals.refusals import (
    AlreadyActed,
    NoCapacity,
    NotImpartial,
    PostFilled,
    ReasonMissing,
    SkippingForbidden,
)
from prongsai.foundations.approvals.states import Interest, Standing, StepState
from prongsai.foundations.audit.models import Event
from tests.cast import NOW, TODAY, make_acting, make_user
from tests.prongsai.foundations.approvals.desk import (
    YES,
    before_the_mayor,
    decided,
    endorsed,
    make_desk,
    submitted,
    turn,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def declare(memo, *, by, ground=Interest.RELATIVE, note=""):
    return actions.declare_interest(memo, ground=ground, note=note, by=by, at=NOW)


def test_a_declared_interest_goes_up_the_chain():
    desk = make_desk()

    memo = declare(submitted(desk), by=desk.head)

    first = queries.steps_of(memo)[0]
    assert (first.state, first.passed_because) == (StepState.PASSED_UP, "interest")
    assert turn(memo).role == Role.CLERK
    assert Event.objects.filter(verb="approvals.interest_declared").count() == 1


def test_a_declared_interest_goes_to_who_acts_for_the_post():
    desk = make_desk()
    make_acting(desk.colleague, role=Role.HEAD, division=desk.division)

    memo = declare(submitted(desk), by=desk.head)

    assert turn(memo).role == Role.HEAD
    assert [c.user for c in turns.candidates(turn(memo), on=TODAY)] == [desk.colleague]


def test_the_decision_waits_for_an_appointment_when_the_mayor_has_an_interest():
    desk = make_desk()
    memo = declare(before_the_mayor(desk), by=desk.mayor)
    assert turns.standing(turn(memo), on=TODAY) == Standing.INTEREST
    with pytest.raises(PermissionDenied):
        actions.decide(memo, YES, by=desk.mayor, at=NOW)

    make_acting(desk.clerk, role=Role.MAYOR)
    memo = actions.decide(memo, YES, by=desk.clerk, at=NOW)

    assert queries.is_approved(memo)


def test_an_interest_holds_for_every_later_step_too():
    desk = make_desk()
    make_acting(desk.head, role=Role.MAYOR)

    memo = declare(submitted(desk), by=desk.head)
    memo = endorsed(memo, desk.clerk)

    assert [c.user for c in turns.candidates(turn(memo), on=TODAY)] == [desk.mayor]


def test_another_serious_reason_is_given_in_words():
    desk = make_desk()

    with pytest.raises(ReasonMissing):
        declare(submitted(desk), by=desk.head, ground=Interest.OTHER)


def test_an_interest_is_declared_at_ones_own_turn():
    desk = make_desk()

    with pytest.raises(PermissionDenied):
        declare(submitted(desk), by=desk.mayor)


def test_an_interest_comes_too_late_after_the_decision():
    desk = make_desk()
    memo = decided(desk)

    with pytest.raises(AlreadyActed):
        declare(memo, by=desk.mayor)


def test_delegate_leaves_the_step_to_one_holder_alone():
    desk = make_desk()
    make_acting(desk.colleague, role=Role.HEAD, division=desk.division)

    memo = actions.delegate(submitted(desk), to=desk.colleague, by=desk.head, at=NOW)

    with pytest.raises(PermissionDenied):
        endorsed(memo, desk.head)
    memo = endorsed(memo, desk.colleague)
    assert queries.steps_of(memo)[0].acted_by == desk.colleague


def test_delegate_can_be_taken_back():
    desk = make_desk()
    make_acting(desk.colleague, role=Role.HEAD, division=desk.division)
    memo = actions.delegate(submitted(desk), to=desk.colleague, by=desk.head, at=NOW)

    memo = actions.delegate(memo, to=desk.head, by=desk.head, at=NOW)

    assert queries.steps_of(endorsed(memo, desk.head))[0].acted_by == desk.head


def test_delegate_falls_back_when_the_order_ends():
    desk = make_desk()
    order = make_acting(desk.colleague, role=Role.HEAD, division=desk.division)
    memo = actions.delegate(submitted(desk), to=desk.colleague, by=desk.head, at=NOW)
    order.delete()

    assert turn(endorsed(memo, desk.head)).role == Role.CLERK


def test_delegate_only_to_who_holds_the_capacity():
    desk = make_desk()

    with pytest.raises(NoCapacity):
        actions.delegate(submitted(desk), to=desk.colleague, by=desk.head, at=NOW)


def test_delegate_never_to_the_proposer():
    desk = make_desk()
    make_acting(desk.officer, role=Role.HEAD, division=desk.division)

    with pytest.raises(NotImpartial):
        actions.delegate(submitted(desk), to=desk.officer, by=desk.head, at=NOW)


def test_delegate_is_for_holders():
    desk = make_desk()

    with pytest.raises(PermissionDenied):
        actions.delegate(submitted(desk), to=desk.head, by=desk.clerk, at=NOW)


def test_delegate_comes_too_late_after_the_decision():
    desk = make_desk()
    memo = decided(desk)

    with pytest.raises(AlreadyActed):
        actions.delegate(memo, to=desk.mayor, by=desk.mayor, at=NOW)


def vacant(desk):
    desk.head.posts.all().delete()
    return submitted(desk)


def test_skip_a_vacant_step_with_the_reason():
    desk = make_desk()

    memo = actions.skip_vacant(vacant(desk), reason="ยังไม่มีคำสั่ง", by=desk.clerk, at=NOW)

    first = queries.steps_of(memo)[0]
    assert (first.state, first.opinion) == (StepState.SKIPPED_VACANT, "ยังไม่มีคำสั่ง")
    assert turn(memo).role == Role.CLERK
    memo = actions.decide(endorsed(memo, desk.clerk), YES, by=desk.mayor, at=NOW)
    assert queries.is_approved(memo)


def test_skip_needs_a_reason():
    desk = make_desk()

    with pytest.raises(ReasonMissing):
        actions.skip_vacant(vacant(desk), reason="", by=desk.clerk, at=NOW)


@pytest.mark.parametrize("who", ["officer", "colleague"])
def test_skip_is_for_the_leaders(who):
    desk = make_desk()

    with pytest.raises(PermissionDenied):
        actions.skip_vacant(vacant(desk), reason="ว่าง", by=getattr(desk, who), at=NOW)


def test_skip_is_refused_while_somebody_may_act():
    desk = make_desk()

    with pytest.raises(PostFilled):
        actions.skip_vacant(submitted(desk), reason="ว่าง", by=desk.clerk, at=NOW)


def test_skip_only_where_the_chain_allows_it():
    desk = make_desk()
    memo = endorsed(submitted(desk), desk.head)
    desk.clerk.posts.all().delete()

    with pytest.raises(SkippingForbidden):
        actions.skip_vacant(memo, reason="ว่าง", by=desk.mayor, at=NOW)


def test_skip_comes_too_late_after_the_decision():
    desk = make_desk()
    memo = decided(desk)

    with pytest.raises(AlreadyActed):
        actions.skip_vacant(memo, reason="ว่าง", by=desk.clerk, at=NOW)


def test_a_post_filled_meanwhile_takes_the_turn():
    desk = make_desk()
    memo = vacant(desk)

    head = make_user(role=Role.HEAD, division=desk.division)

    assert turn(endorsed(memo, head)).role == Role.CLERK


def test_pass_up_when_only_the_proposer_is_left():
    desk = make_desk()
    memo = vacant(desk)
    make_acting(desk.officer, role=Role.HEAD, division=desk.division)

    memo = actions.pass_up(memo, by=desk.officer, at=NOW)

    assert queries.steps_of(memo)[0].passed_because == "own_request"
    assert turn(memo).role == Role.CLERK


def test_pass_up_is_refused_while_somebody_may_act():
    desk = make_desk()

    with pytest.raises(PostFilled):
        actions.pass_up(submitted(desk), by=desk.officer, at=NOW)


def test_pass_up_is_not_for_bystanders():
    desk = make_desk()

    with pytest.raises(PermissionDenied):
        actions.pass_up(submitted(desk), by=desk.colleague, at=NOW)


def test_pass_up_never_skips_the_decision():
    desk = make_desk()
    memo = declare(before_the_mayor(desk), by=desk.mayor)

    with pytest.raises(PostFilled):
        actions.pass_up(memo, by=desk.clerk, at=NOW)


def test_the_mayors_own_request_waits_for_who_acts_for_the_mayor():
    desk = make_desk()
    memo = submitted(desk, by=desk.mayor)
    memo = endorsed(memo, desk.head, desk.clerk)
    assert turns.standing(turn(memo), on=TODAY) == Standing.OWN_REQUEST

    make_acting(desk.clerk, role=Role.MAYOR)
    memo = actions.decide(memo, YES, by=desk.clerk, at=NOW)

    assert queries.is_approved(memo)
