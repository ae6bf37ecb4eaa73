"""Figures of a check, what differs, and which check a person sees."""

from datetime import date

import pytest

from prongsai.foundations.accounts.models import Role
from prongsai.registers.lending.actions import counting
from prongsai.registers.lending.models.checks import CheckItem
from prongsai.registers.lending.queries import checks as queries
from prongsai.registers.lending.states.assets import Condition
from tests.cast import NOW, TODAY, make_office, make_user
from tests.shelf import make_asset, make_check, start_check

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def see(code, found, *, by, **what):
    item = CheckItem.objects.get(asset__code=code)
    sighting = counting.Sighting(found=found, **what)
    counting.count(item, sighting, version=item.version, by=by, at=NOW)


@pytest.fixture
def counted():
    make_office()
    for code, quantity in (("A", 1), ("B", 20), ("C", 1), ("D", 1), ("E", 1)):
        make_asset(code=code, quantity=quantity)
    opened, member = start_check()
    see("A", 1, by=member)
    see("B", 18, by=member, condition=Condition.DAMAGED)
    see("C", 0, by=member)
    see("D", 3, by=member, place="โรงเก็บ")
    return opened


def test_summary_counts_lines_and_things(counted):
    found = queries.summary(counted)

    assert (found.expected.lines, found.expected.things) == (5, 24)
    assert (found.counted, found.left) == (4, 1)
    assert (found.found.lines, found.found.things) == (3, 22)
    assert (found.lacking.lines, found.lacking.things) == (2, 3)
    assert (found.over.lines, found.over.things) == (1, 2)
    assert found.moved == 1
    assert {c: (t.lines, t.things) for c, t in found.by_condition.items()} == {
        "usable": (2, 4),
        "damaged": (1, 18),
    }


def test_summary_takes_three_queries(counted, django_assert_num_queries):
    with django_assert_num_queries(3):
        queries.summary(counted)


def test_an_empty_register_has_a_summary_of_zeros():
    make_office()
    opened, _member = start_check()

    found = queries.summary(opened)

    assert (found.expected.things, found.left, found.surplus.things) == (0, 0, 0)


def test_differences_leave_out_what_is_as_it_should_be_or_not_counted(counted):
    codes = [item.asset.code for item in queries.differences(counted)]

    assert codes == ["B", "C", "D"]


def test_the_content_that_is_approved_changes_with_a_count(counted):
    before = queries.content_of(counted)
    member = counted.members.get().user
    see("E", 0, by=member)

    assert queries.content_of(counted) != before


def test_a_code_is_found_with_thai_digits(counted):
    make_office_code = queries.item_with_code(counted, " A ")

    assert make_office_code is not None
    assert queries.item_with_code(counted, "nothing") is None


def test_a_label_leads_a_member_to_the_line(counted):
    member = counted.members.get().user

    line = queries.line_to_count(member, "A")

    assert line is not None
    assert line.asset.code == "A"
    assert queries.line_to_count(make_user(), "A") is None


@pytest.mark.parametrize(
    "role", [Role.SUPPLY_OFFICER, Role.CLERK, Role.MAYOR, Role.AUDITOR]
)
def test_these_see_every_check(counted, role):
    assert counted in queries.visible_to(make_user(role=role), on=TODAY)


def test_others_see_the_check_whose_committee_they_sit_in(counted):
    member = counted.members.get().user

    assert list(queries.visible_to(member, on=TODAY)) == [counted]
    assert not queries.visible_to(make_user(), on=TODAY).exists()


def test_remarks_say_what_the_rule_wants_otherwise():
    make_office()
    opened = make_check(dated=date(2025, 8, 31))

    early = queries.remarks(opened, on=date(2025, 9, 30))
    late = queries.remarks(opened, on=date(2025, 11, 20))

    assert early == ["appointed-outside-last-month"]
    assert late == ["appointed-outside-last-month", "not-begun", "report-late"]


def test_no_remark_when_all_is_in_time():
    make_office()

    assert queries.remarks(make_check(), on=date(2025, 10, 1)) == []
