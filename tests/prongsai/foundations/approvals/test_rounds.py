"""Whatever people do in whatever order: a decided memo was decided by others, on this.

The deeds are drawn at random, most of them refused; what holds after each of them is
the promise of the whole application.
"""

import sys

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.approvals import actions, queries
from prongsai.foundations.approvals.models import Memo, PaperRecord
from prongsai.foundations.approvals.statements import Letter, Paper, Parts, Ruling
from prongsai.foundations.approvals.states import (
    OPEN,
    PASSED,
    Interest,
    MemoState,
    StepState,
)
from prongsai.ita.errors import ItaError
from tests.cast import NOW, TODAY, make_acting, make_user, settle
from tests.crowds import own_database, run
from tests.prongsai.foundations.approvals.desk import (
    NO,
    YES,
    make_desk,
    make_memo,
    make_subject,
    received,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
PEOPLE = ["officer", "colleague", "head", "clerk", "mayor"]
SOMEBODY = st.sampled_from(PEOPLE)
OPINION = Ruling(decisions=(), opinion="เห็นควร", no_interest=True)


class Office(RuleBasedStateMachine):
    """One memo, five people, and no order in what they do."""

    def __init__(self):
        super().__init__()
        settle(None)
        self.mark = transaction.savepoint()
        self.desk = make_desk()
        self.subject = make_subject()
        proposer = self.desk.officer
        self.memo = make_memo(self.desk, by=proposer, subject=self.subject)
        make_user(role=Role.ADMINISTRATOR)

    def teardown(self):
        transaction.savepoint_rollback(self.mark)
        settle(None)

    def attempt(self, deed, *args, **facts):
        """Do something; being refused is an answer too, and leaves nothing behind."""
        try:
            with transaction.atomic():
                deed(*args, at=NOW, **facts)
        except (ItaError, PermissionDenied):
            return

    def who(self, name):
        return getattr(self.desk, name)

    @rule()
    def submit(self):
        self.attempt(actions.submit, self.memo, by=self.desk.officer)

    @rule(name=SOMEBODY)
    def endorse(self, name):
        facts = {"opinion": "เห็นควร", "no_interest": True}
        self.attempt(actions.endorse, self.memo, by=self.who(name), **facts)

    @rule(name=SOMEBODY, ruling=st.sampled_from([YES, NO]))
    def decide(self, name, ruling):
        self.attempt(actions.decide, self.memo, ruling, by=self.who(name))

    @rule()
    def go_all_the_way(self):
        self.submit()
        for name in ("head", "colleague", "clerk"):
            self.endorse(name)
        for name in ("mayor", "clerk"):
            self.decide(name, YES)

    @rule(name=SOMEBODY)
    def return_(self, name):
        self.attempt(actions.return_, self.memo, reason="แก้ไข", by=self.who(name))

    @rule(name=SOMEBODY)
    def recall(self, name):
        self.attempt(actions.recall, self.memo, by=self.who(name))

    @rule(name=SOMEBODY, words=st.sampled_from(["สองหลัง", "สามหลัง"]))
    def edit(self, name, words):
        letter = Letter(title="ขออนุมัติ", parts=Parts(facts=words))
        self.attempt(actions.edit, self.memo, letter, by=self.who(name))

    @rule(words=st.sampled_from(["ฉีดพ่นยุง", "น้ำท่วม"]))
    def change_the_subject(self, words):
        self.subject.reason_th = words
        self.subject.save()
        actions.subject_changed(self.subject, by=None, at=NOW)

    @rule(name=SOMEBODY)
    def declare(self, name):
        ground = Interest.PARTY
        self.attempt(
            actions.declare_interest, self.memo, ground=ground, by=self.who(name)
        )

    @rule(name=SOMEBODY, to=SOMEBODY)
    def delegate(self, name, to):
        self.attempt(actions.delegate, self.memo, to=self.who(to), by=self.who(name))

    @rule(name=SOMEBODY)
    def skip(self, name):
        self.attempt(actions.skip_vacant, self.memo, reason="ว่าง", by=self.who(name))

    @rule(name=SOMEBODY)
    def pass_up(self, name):
        self.attempt(actions.pass_up, self.memo, by=self.who(name))

    @rule(name=SOMEBODY, role=st.sampled_from([Role.HEAD, Role.CLERK, Role.MAYOR]))
    def appoint(self, name, role):
        make_acting(self.who(name), role=role)

    @rule(name=st.sampled_from(["head", "clerk", "mayor"]))
    def retire(self, name):
        self.who(name).posts.all().delete()

    @rule(name=SOMEBODY, signer=SOMEBODY, ruling=st.sampled_from([YES, NO, OPINION]))
    def record(self, name, signer, ruling):
        paper = Paper(signer=self.who(signer), signed_on=TODAY, ruling=ruling)
        scan, by = received(self.who(name)), self.who(name)
        self.attempt(actions.record_paper, self.memo, paper, scan=scan, by=by)

    @rule(name=SOMEBODY)
    def confirm(self, name):
        for paper in PaperRecord.objects.filter(confirmed_at=None, rejected_at=None):
            self.attempt(actions.confirm_paper, paper, by=self.who(name))

    @invariant()
    def a_decision_has_a_full_chain_bound_to_what_stands_now(self):
        memo = Memo.objects.get(pk=self.memo.pk)
        if memo.state != MemoState.DECIDED:
            return
        steps = queries.steps_of(memo)
        digest = queries.revisions_of(memo)[-1].digest
        assert queries.is_approved(memo)
        assert [s.order for s in steps] == [1, 2, 3]
        assert {s.state for s in steps} <= PASSED
        assert steps[-1].state == StepState.DECIDED
        assert {s.digest for s in steps if s.digest} == {digest}

    @invariant()
    def nobody_acts_on_their_own_request_or_with_an_interest(self):
        barred = {self.desk.officer.pk}
        for step in queries.all_steps(self.memo):
            assert step.acted_by_id not in barred
        declared = {i.declared_by_id: i for i in queries.interests_of(self.memo)}
        memo = Memo.objects.get(pk=self.memo.pk)
        if memo.step_id is not None:
            now = [s for s in queries.steps_of(memo) if s.state == StepState.WAITING]
            assert all(s.assigned_to_id != self.desk.officer.pk for s in now)
        assert self.desk.officer.pk not in declared

    @invariant()
    def somebodys_turn_exactly_while_it_is_on_its_way(self):
        memo = Memo.objects.get(pk=self.memo.pk)
        assert (memo.step_id is not None) == (memo.state in OPEN)
        waiting = [s for s in queries.steps_of(memo) if s.state == StepState.WAITING]
        if memo.state in OPEN:
            assert waiting[0].pk == memo.step_id
        elif memo.round:
            assert not waiting


def test_whatever_people_do_a_decision_is_by_others_and_on_this():
    run_state_machine_as_test(
        Office,
        settings=settings(
            max_examples=10,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_of_many_who_answer_at_once_one_wins_and_the_others_are_told(tmp_path):
    program = "tests.prongsai.foundations.approvals.crowd"

    with own_database(tmp_path) as variables:
        told = run([sys.executable, "-m", program, "6"], variables)

    assert told == "1 5 1"
