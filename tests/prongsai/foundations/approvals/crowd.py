"""A program: heads of one division answer the same memo at the same moment."""

# ruff: noqa: E402, T201  # Django is set up first; it is a program that says what it did

import sys

import django

django.setup()

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.approvals import actions, queries
from prongsai.foundations.approvals.models import Memo
from prongsai.foundations.approvals.statements import Seen
from prongsai.foundations.organisations import tenancy
from prongsai.ita.errors import ItaError
from tests.cast import NOW, make_office, make_user
from tests.crowds import side_by_side
from tests.prongsai.foundations.approvals.desk import (
    make_desk,
    submitted,
    turn,
)


def main(count: int) -> None:
    """Print what each of them was told, then how the memo stands."""
    office = make_office()
    with tenancy.acting_for(office.pk):
        desk = make_desk()
        heads = [
            make_user(role=Role.HEAD, division=desk.division) for _ in range(count)
        ]
        memo = submitted(desk)
        seen = Seen(step=turn(memo).pk, digest=queries.revisions_of(memo)[-1].digest)

    def answer(n: int) -> str:
        with tenancy.acting_for(office.pk):
            head = User.objects.get(pk=heads[n].pk)
            found = Memo.objects.get(pk=memo.pk)
            try:
                if n % 2:
                    actions.return_(found, reason="แก้", seen=seen, by=head, at=NOW)
                else:
                    actions.endorse(
                        found, opinion="ดี", no_interest=True, seen=seen, by=head, at=NOW
                    )
            except ItaError as error:
                return error.code
            return "won"

    told = side_by_side(count, answer)
    with tenancy.acting_for(office.pk):
        acted = [s for s in queries.all_steps(memo) if s.acted_by_id is not None]
    print(told.count("won"), told.count("approvals.already-acted"), len(acted))


if __name__ == "__main__":
    main(int(sys.argv[1]))
