"""Who may do what with a memo, on a day."""

from datetime import date

from prongsai.foundations.accounts import queries as accounts
from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.approvals import turns
from prongsai.foundations.approvals.models import Memo, PaperRecord, Step
from prongsai.foundations.approvals.states import OPEN, Standing, Task

WRITERS = frozenset(
    {Role.OFFICER, Role.SUPPLY_OFFICER, Role.ANALYST, Role.HEAD, Role.CLERK, Role.MAYOR}
)

SECOND_PAIR = (
    *turns.LEADERS,
    Role.HEAD,
    Role.SUPPLY_OFFICER,
    Role.ANALYST,
    Role.OFFICER,
)
"""Who may look at a decision on paper: leaders, and people of the sending division."""


def can_draft(user: User, *, on: date) -> bool:
    """Whoever works here may propose; auditors and administrators as such may not."""
    return any(c.role in WRITERS for c in accounts.capacities(user, on=on))


def can_edit(user: User, memo: Memo) -> bool:
    """Only the proposer changes the words."""
    return user.pk == memo.drafted_by_id and memo.is_editable


def can_submit(user: User, memo: Memo) -> bool:
    """Only the proposer submits, from their own desk."""
    return user.pk == memo.drafted_by_id and memo.is_with_proposer


def can_withdraw(user: User, memo: Memo) -> bool:
    """Only the proposer gives up, from their own desk."""
    return can_submit(user, memo)


def can_recall(user: User, memo: Memo) -> bool:
    """The proposer takes it back while nobody has decided."""
    return user.pk == memo.drafted_by_id and memo.state in OPEN


def can_act(user: User, memo: Memo, *, on: date) -> bool:
    """Whoever has the capacity of the step whose turn it is, and is impartial."""
    return memo.step is not None and bool(turns.capacity_of(user, memo.step, on=on))


def can_endorse(user: User, memo: Memo, *, on: date) -> bool:
    """An opinion, at a step that asks for one."""
    return _task(memo) == Task.ENDORSE and can_act(user, memo, on=on)


def can_decide(user: User, memo: Memo, *, on: date) -> bool:
    """A decision, at the last step."""
    return _task(memo) == Task.DECIDE and can_act(user, memo, on=on)


def can_delegate(user: User, memo: Memo, *, on: date) -> bool:
    """Whoever has the capacity, also after passing it on: it can be taken back."""
    if memo.step is None:
        return False
    return any(c.user.pk == user.pk for c in turns.eligible(memo.step, on=on))


def can_skip(user: User, memo: Memo, *, on: date) -> bool:
    """The chief officer or the head of the office, over a vacant step."""
    return memo.step is not None and turns.leads(user, memo, on=on)


def can_pass_up(user: User, memo: Memo, *, on: date) -> bool:
    """Moves nothing but the turn: the proposer or one of the leaders."""
    return memo.step is not None and (
        user.pk == memo.drafted_by_id or turns.leads(user, memo, on=on)
    )


def can_void(user: User, memo: Memo, *, on: date) -> bool:
    """Whoever wrote it, is asked or leads may say that the content changed."""
    return (
        user.pk == memo.drafted_by_id
        or can_act(user, memo, on=on)
        or user.pk == memo.decided_by_id
        or turns.leads(user, memo, on=on)
    )


def can_record_paper(user: User, memo: Memo, *, on: date) -> bool:
    """Officers of the sending division, the proposer too: a second person checks."""
    if memo.step is None:
        return False
    return user.pk == memo.drafted_by_id or _works_with(user, memo, on=on)


def can_confirm_paper(user: User, record: PaperRecord, *, on: date) -> bool:
    """Neither who recorded it nor who proposed it."""
    if user.pk in {record.recorded_by_id, record.proposer_id}:
        return False
    return _works_with(user, record.memo, on=on)


def can_keep_chains(user: User, *, on: date) -> bool:
    """Administrators say who is asked in which order."""
    return accounts.capacity(user, Role.ADMINISTRATOR, on=on) is not None


def is_stuck(step: Step | None, *, on: date) -> bool:
    """Whether nobody may act on a step."""
    return step is not None and turns.standing(step, on=on) != Standing.OPEN


def _task(memo: Memo) -> str:
    return "" if memo.step is None else memo.step.task


def _works_with(user: User, memo: Memo, *, on: date) -> bool:
    return any(
        accounts.capacity(user, role, on=on, division=memo.division)
        for role in SECOND_PAIR
    )
