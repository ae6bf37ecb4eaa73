"""Who is told what after each deed."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate

from prongsai.foundations.accounts import queries as accounts
from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.approvals import permissions, turns
from prongsai.foundations.approvals.models import Memo, PaperRecord, Step
from prongsai.foundations.notifications.actions import notify


def tell(
    people: Iterable[User], code: str, *, memo: Memo, by: User | None, at: datetime
) -> None:
    """Tell people something about a memo by its number, the doer left out."""
    others = [p for p in people if by is None or p.pk != by.pk]
    if not others or memo.number is None:
        return
    notify(
        others,
        code,
        about=memo,
        url=memo.get_absolute_url(),
        by=by,
        at=at,
        number=memo.number.number,
    )


def tell_next(memo: Memo, *, by: User | None, at: datetime) -> None:
    """Tell whose turn it is; where nobody may act, those who can appoint somebody."""
    if memo.step is None:
        return
    on = localdate(at)
    memo.step.memo = memo
    turn = [c.user for c in turns.candidates(memo.step, on=on)]
    if turn:
        tell(turn, "approvals.your-turn", memo=memo, by=by, at=at)
        return
    administrators = [c.user for c in accounts.holders(Role.ADMINISTRATOR, on=on)]
    url = reverse("approvals:templates")
    notify(administrators, "approvals.vacant", about=memo, url=url, by=by, at=at)


def tell_proposer(code: str, *, memo: Memo, by: User | None, at: datetime) -> None:
    """Tell the proposer."""
    tell([memo.drafted_by], code, memo=memo, by=by, at=at)


def tell_chain(code: str, *, memo: Memo, by: User | None, at: datetime) -> None:
    """Tell everyone who has acted in this round, and the proposer."""
    acted = [s.acted_by for s in acted_steps(memo) if s.acted_by is not None]
    tell({*acted, memo.drafted_by}, code, memo=memo, by=by, at=at)


def acted_steps(memo: Memo) -> list[Step]:
    """Return the steps of this round somebody acted on."""
    rows = memo.steps.filter(round=memo.round, acted_by__isnull=False)
    return list(rows.select_related("acted_by"))


def tell_second_pair(record: PaperRecord, *, by: User, at: datetime) -> None:
    """Tell who may confirm a decision on paper."""
    on, memo = localdate(at), record.memo
    known = {
        c.user
        for role in permissions.SECOND_PAIR
        for c in accounts.holders(role, on=on, division=memo.division)
    }
    people = known - {record.recorded_by, memo.drafted_by}
    tell(people, "approvals.paper", memo=memo, by=by, at=at)
