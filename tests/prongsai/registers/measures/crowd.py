"""A program: people edit measures of one plan at the same moment."""

# ruff: noqa: E402, T201  # Django is set up first; it is a program that says what it did

import django

django.setup()

from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals import queries
from prongsai.foundations.organisations import tenancy
from prongsai.ita.errors import ItaError
from prongsai.registers.measures.actions import plans as actions
from prongsai.registers.measures.models import Measure
from tests.cast import NOW, make_office
from tests.crowds import side_by_side
from tests.planning import Team, draft_of, make_measure, make_plan, make_team, proposed


def main() -> None:
    """Ten people edit ten measures, then four edit the same one."""
    office = make_office()
    with tenancy.acting_for(office.pk):
        team = make_team(office)
    print(crowd(team, people=10, measures=10, year=2569))
    print(crowd(team, people=4, measures=1, year=2570))


def crowd(team: Team, *, people: int, measures: int, year: int) -> str:
    """Say how many won, how many were told, what is kept and how the memo stands.

    The plan has a memo on its way, so that every edit touches the memo too.
    """
    with tenancy.acting_for(team.office.pk):
        plan = make_plan(team, year=year)
        rows = [make_measure(plan, team=team, title=str(n)) for n in range(measures)]
        proposed(team, plan)

    def edit(n: int) -> str:
        with tenancy.acting_for(team.office.pk):
            measure = Measure.objects.get(pk=rows[n % measures].pk)
            clerk = User.objects.get(pk=team.clerk.pk)
            draft = draft_of(team, title=f"ของคนที่ {n}")
            try:
                actions.edit(measure, draft, version=1, by=clerk, at=NOW)
            except ItaError as error:
                return error.code
            return f"ของคนที่ {n}"

    told = side_by_side(people, edit)
    with tenancy.acting_for(team.office.pk):
        kept = set(plan.measures.values_list("title", flat=True))
        memo = "".join(m.state for m in queries.about("measures.plan", plan.pk))
    won = [words for words in told if words in kept]
    return f"{len(won)} {told.count('records.stale-page')} {len(kept)} {memo}"


if __name__ == "__main__":
    main()
