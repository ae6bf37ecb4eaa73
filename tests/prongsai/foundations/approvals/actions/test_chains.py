"""Chains of approval: made, changed, put out of use."""

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.approvals import actions, queries
from prongsai.foundations.approvals.actions.chains import default_chain
from prongsai.foundations.approvals.models import ChainTemplate
from prongsai.foundations.approvals.refusals import ChainInUse, ChainInvalid
from prongsai.foundations.approvals.statements import ChainPlan, StepPlan
from prongsai.foundations.records.versions import StalePage
from tests.cast import NOW, current_office, make_user
from tests.prongsai.foundations.approvals.desk import make_desk, submitted

pytestmark = pytest.mark.django_db
PLAN = ChainPlan(
    name_th="ผ่านพัสดุ",
    name_en="By supply",
    steps=(StepPlan(role=Role.SUPPLY_OFFICER), StepPlan(role=Role.CLERK)),
)


@pytest.fixture
def administrator():
    current_office()
    return make_user(role=Role.ADMINISTRATOR)


def make(by, plan=PLAN):
    return actions.make_chain(plan, by=by, at=NOW)


def test_provide_makes_the_usual_two_once(administrator):
    actions.provide_chains(by=None, at=NOW)
    actions.provide_chains(by=None, at=NOW)

    usual, short = queries.chains()
    assert [s.role for s in usual.steps.all()] == ["head", "clerk", "mayor"]
    assert [s.role for s in short.steps.all()] == ["head"]


def test_make_keeps_the_steps_in_their_order(administrator):
    chain = make(administrator)

    assert [(s.order, s.role) for s in chain.steps.all()] == [
        (1, "supply_officer"), (2, "clerk"),
    ]  # fmt: skip


def test_make_is_the_administrators(administrator):
    with pytest.raises(PermissionDenied):
        make(make_user(role=Role.CLERK))


TWICE = (StepPlan(role=Role.HEAD), StepPlan(role=Role.HEAD))
ENDLESS = tuple(StepPlan(role=r) for r in (Role.HEAD, Role.CLERK)) * 4


@pytest.mark.parametrize("steps", [(), TWICE, ENDLESS])
def test_make_refuses_a_chain_that_makes_no_sense(administrator, steps):
    with pytest.raises(ChainInvalid):
        make(administrator, replace(PLAN, steps=steps))


def test_the_database_knows_no_chain_with_an_auditor(administrator):
    with pytest.raises(IntegrityError), transaction.atomic():
        make(administrator, replace(PLAN, steps=(StepPlan(role=Role.AUDITOR),)))


def test_change_to_the_default_takes_the_place_of_the_old_one(administrator):
    actions.provide_chains(by=None, at=NOW)
    chain = make(administrator)

    actions.change_chain(
        chain, replace(PLAN, is_default=True), version=1, by=administrator, at=NOW
    )

    assert default_chain(by=None, at=NOW) == chain
    assert ChainTemplate.objects.filter(is_default=True).count() == 1


def test_change_leaves_memos_on_their_way_alone(administrator):
    desk = make_desk()
    memo = submitted(desk)

    actions.change_chain(
        memo.chain, replace(PLAN, is_default=True), by=administrator, at=NOW
    )

    assert [s.role for s in queries.steps_of(memo)] == ["head", "clerk", "mayor"]


@pytest.mark.parametrize("change", [{"is_default": False}, {"is_active": False}])
def test_the_default_cannot_just_go(administrator, change):
    chain = default_chain(by=None, at=NOW)

    with pytest.raises(ChainInUse):
        actions.change_chain(
            chain,
            replace(PLAN, **{"is_default": True, **change}),
            by=administrator,
            at=NOW,
        )


def test_change_is_the_administrators(administrator):
    chain = make(administrator)

    with pytest.raises(PermissionDenied):
        actions.change_chain(chain, PLAN, by=make_user(), at=NOW)


def test_change_from_a_stale_page_is_refused(administrator):
    chain = make(administrator)

    with pytest.raises(StalePage):
        actions.change_chain(chain, PLAN, version=9, by=administrator, at=NOW)


def test_change_refuses_a_chain_that_makes_no_sense(administrator):
    chain = make(administrator)

    with pytest.raises(ChainInvalid):
        actions.change_chain(chain, replace(PLAN, steps=()), by=administrator, at=NOW)
