"""A person says how items continue; only what one item became is filled in."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role
from prongsai.registers.assessments.actions import carrying as actions
from prongsai.registers.assessments.models import Carry, SelfCheck
from prongsai.registers.assessments.models.carrying import Relation
from prongsai.registers.assessments.queries import carrying as queries
from tests.cast import NOW, make_office, make_user
from tests.readings import analyst

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(autouse=True)
def office():
    return make_office()


def check(code, *, year=2568, points=80, by=None):
    by = by or analyst()
    return SelfCheck.objects.create(
        organisation_id=by.organisation_id,
        fiscal_year=year,
        code=code,
        points=points,
        ground="ดูจากหน้าเว็บไซต์",
        checked_at=NOW,
        checked_by=by,
    )


def confirm(code, relation, *, year=2568, **more):
    return actions.confirm(year, code, relation, by=analyst(), at=NOW, **more)


def test_confirm_keeps_both_sides_and_says_who():
    kept = confirm("o11", Relation.RENAMED, note="ดูคู่มือแล้ว")

    assert (kept.from_year, kept.to_year) == (2568, 2569)
    assert (kept.old, kept.new) == (["o12"], ["o11"])
    assert kept.confirmed_by == analyst()
    [line] = [x for x in queries.lines(2568, 2569) if x.code == "o11"]
    assert line.confirmed == kept


def test_saying_it_again_replaces_what_was_said():
    confirm("o11", Relation.RENAMED)
    confirm("o11", Relation.SPLIT)

    assert Carry.objects.get().relation == Relation.SPLIT


@pytest.mark.parametrize(
    ("code", "relation", "error"),
    [
        ("o20", Relation.SAME, actions.DoesNotFit),
        ("2568-o11", Relation.NEW, actions.DoesNotFit),
        ("o99", Relation.SAME, actions.NoSuchLine),
    ],
)
def test_what_the_items_do_not_allow_is_refused(code, relation, error):
    with pytest.raises(error):
        confirm(code, relation)


def test_years_that_do_not_follow_each_other_are_refused():
    with pytest.raises(actions.NotConsecutive):
        confirm("o1", Relation.SAME, year=2569)


def test_only_items_confirmed_as_one_and_the_same_are_filled():
    for code in ("o2", "o12", "o21", "o13", "o25"):
        check(code)
    confirm("o2", Relation.SAME)
    confirm("o11", Relation.RENAMED)
    confirm("o20", Relation.MERGED)
    confirm("o12", Relation.SPLIT)

    copies = actions.copy_checks(2568, by=analyst(), at=NOW)

    assert {(c.fiscal_year, c.code) for c in copies} == {(2569, "o2"), (2569, "o11")}
    assert {(c.points, c.ground) for c in copies} == {(Decimal(80), "ดูจากหน้าเว็บไซต์")}


def test_what_was_checked_this_year_stays():
    check("o2")
    check("o2", year=2569, points=100)
    confirm("o2", Relation.SAME)

    assert actions.copy_checks(2568, by=analyst(), at=NOW) == []
    assert SelfCheck.objects.get(fiscal_year=2569).points == 100


def test_an_officer_may_neither_confirm_nor_copy():
    officer = make_user(role=Role.OFFICER)

    for deed in (
        lambda: actions.confirm(2568, "o2", Relation.SAME, by=officer, at=NOW),
        lambda: actions.copy_checks(2568, by=officer, at=NOW),
    ):
        with pytest.raises(PermissionDenied):
            deed()
