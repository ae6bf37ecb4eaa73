"""Whose turn it is: who may act on a step today, and why nobody may."""

from datetime import date

from prongsai.foundations.accounts import queries as accounts
from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import Capacity
from prongsai.foundations.approvals.models import InterestDeclaration, Memo, Step
from prongsai.foundations.approvals.states import Standing
from prongsai.foundations.organisations.reading import once

LEADERS = (Role.CLERK, Role.MAYOR)


def holders(step: Step, *, on: date) -> list[Capacity]:
    """Return everyone with the capacity a step asks for, impartial or not."""
    return accounts.holders(Role(step.role), on=on, division=step.division)


def eligible(step: Step, *, on: date) -> list[Capacity]:
    """Return who has the capacity and neither proposed nor declared an interest."""
    kept_out = barred(step.memo)
    return [c for c in holders(step, on=on) if c.user.pk not in kept_out]


def candidates(step: Step, *, on: date) -> list[Capacity]:
    """Return who may act: the one it was passed to while they can, else all eligible."""
    free = eligible(step, on=on)
    chosen = [c for c in free if c.user.pk == step.assigned_to_id]
    return chosen or free


def barred(memo: Memo) -> set[int]:
    """Return the keys of those who may not act: the proposer, and who has an interest."""
    declared = InterestDeclaration.objects.filter(
        organisation=memo.organisation_id, memo=memo
    )
    keys = once(
        ("interest", memo.pk),
        lambda: list(declared.values_list("declared_by", flat=True)),
    )
    return {memo.drafted_by_id, *keys}


def capacity_of(user: User, step: Step, *, on: date) -> Capacity | None:
    """Return in what right a person may act on a step, or ``None``."""
    mine = [c for c in candidates(step, on=on) if c.user.pk == user.pk]
    return mine[0] if mine else None


def standing(step: Step, *, on: date) -> Standing:
    """Return whether somebody may act on a step, and if not, why."""
    every = {c.user.pk for c in holders(step, on=on)}
    if not every:
        return Standing.VACANT
    if every - barred(step.memo):
        return Standing.OPEN
    if every == {step.memo.drafted_by_id}:
        return Standing.OWN_REQUEST
    return Standing.INTEREST


def leads(user: User, memo: Memo, *, on: date) -> bool:
    """Whether a person is chief officer or head of the office and impartial here."""
    if user.pk in barred(memo):
        return False
    return any(accounts.capacity(user, role, on=on) for role in LEADERS)


def own_title(user: User, *, on: date) -> str:
    """Return the title of a person's own post, empty when they hold none."""
    own = [c.title for c in accounts.capacities(user, on=on) if c.acting is None]
    return own[0] if own else ""
