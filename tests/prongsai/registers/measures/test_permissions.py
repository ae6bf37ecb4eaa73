"""Who may read and write measures."""

import pytest

from prongsai.foundations.accounts.models import Role
from prongsai.registers.measures import permissions
from tests.cast import TODAY, make_acting, make_division, make_office, make_user
from tests.planning import make_measure, make_plan, make_team

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

WRITERS = {Role.ANALYST, Role.CLERK}


@pytest.mark.parametrize("role", Role)
def test_everybody_with_a_post_reads_and_two_roles_write(role):
    make_office()
    user = make_user(role=role)

    assert permissions.can_read(user, on=TODAY)
    assert permissions.can_write(user, on=TODAY) is (role in WRITERS)
    assert permissions.can_propose(user, on=TODAY) is (role in WRITERS)


def test_nobody_reads_without_a_post():
    make_office()
    user = make_user(role=None)

    assert not permissions.can_read(user, on=TODAY)
    assert not permissions.can_write(user, on=TODAY)


def test_whoever_acts_for_the_clerk_writes():
    make_office()
    user = make_user()

    make_acting(user, role=Role.CLERK)

    assert permissions.can_write(user, on=TODAY)


@pytest.mark.parametrize(
    ("state", "may"), [("draft", True), ("proposed", False), ("approved", False)]
)
def test_a_head_edits_the_drafts_of_division_and_sections(state, may):
    team = make_team()
    section = make_division(parent=team.division)
    measure = make_measure(make_plan(team), team=team, division=section)
    measure.state = state

    assert permissions.can_edit(team.head, measure, on=TODAY) is may
    assert not permissions.can_edit(team.alice, measure, on=TODAY)
    assert permissions.can_edit(team.analyst, measure, on=TODAY)


def test_a_head_edits_nothing_without_division_or_of_another():
    team = make_team()
    plan = make_plan(team)
    nobodys = make_measure(plan, team=team, division=None)
    others = make_measure(plan, team=team, division=make_division())

    assert not permissions.can_edit(team.head, nobodys, on=TODAY)
    assert not permissions.can_edit(team.head, others, on=TODAY)
