"""The tables of moves are sound and are the ones people know."""

import pytest
from django.db.models import TextChoices

from prongsai.foundations.approvals.states import (
    EDITABLE,
    MEMO,
    MEMO_TONES,
    OPEN,
    STEP,
    STEP_TONES,
    WITH_PROPOSER,
    MemoState,
    StepState,
)
from prongsai.ita.errors import InvalidMove


@pytest.mark.parametrize("workflow", [MEMO, STEP])
def test_every_state_can_be_reached(workflow):
    states: type[TextChoices] = type(workflow.start)

    assert workflow.reachable() == set(states)


def test_every_state_has_a_tone():
    assert set(MEMO_TONES) == set(MemoState)
    assert set(STEP_TONES) == set(StepState)


def test_a_memo_on_the_proposers_desk_is_nobodys_turn():
    assert not WITH_PROPOSER & OPEN
    assert WITH_PROPOSER | OPEN < EDITABLE


@pytest.mark.parametrize("last", [MemoState.REFUSED, MemoState.WITHDRAWN])
def test_a_refusal_and_a_withdrawal_stand(last):
    for state in MemoState:
        with pytest.raises(InvalidMove):
            MEMO.check(last, state)
