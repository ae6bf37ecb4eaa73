"""A year is opened, dated, carried over from an earlier one, and follows its framework."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.publications.stamps import stamp_of
from prongsai.registers.disclosure.actions import exemptions, years
from prongsai.registers.disclosure.actions.refusals import (
    NothingToCarry,
    NothingToRenew,
    WindowBackwards,
    YearOpenAlready,
)
from prongsai.registers.disclosure.models import Part
from prongsai.registers.disclosure.states import ItemState, PartKind
from tests.cast import NOW, current_office, make_division, make_user
from tests.disclosing import make_disclosure, write_table, write_text

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

ENDS = date(2026, 4, 30)


def test_open_year_makes_an_item_for_each_of_the_framework_with_its_usual_keeper():
    finance = make_division(code="finance")

    made = make_disclosure(window_ends=ENDS)

    item = made.item("o12")
    assert made.year.items.count() == 26
    assert (item.division, item.due_on) == (finance, date(2026, 4, 16))
    assert (item.state, item.approval) == (ItemState.MISSING, "memo")
    assert "procurement.result.name" in item.known_keys


def test_open_year_takes_live_parts_at_once_where_a_register_answers():
    made = make_disclosure()

    item = made.item("o26")

    part = item.parts.get()
    assert (part.kind, part.supply) == (PartKind.LIVE, "reports.result")
    assert "integrity.result.output" in part.keys
    assert item.state == ItemState.DRAFT


def test_public_pages_are_made_anew_when_a_year_is_opened_or_an_element_exempted():
    office = current_office()
    before = stamp_of(office.pk)

    made = make_disclosure()
    opened = stamp_of(office.pk)
    item, clerk = made.item("o22"), make_user(role=Role.CLERK)
    key = item.known_keys[0]
    given = exemptions.give(item, key, reason="x", source="y", by=clerk, at=NOW)
    exempted = stamp_of(office.pk)
    exemptions.take_back(given, by=clerk, at=NOW)

    assert before < opened < exempted < stamp_of(office.pk)


def test_open_year_refuses_a_stranger_a_second_time_and_a_window_backwards():
    made = make_disclosure()

    with pytest.raises(PermissionDenied):
        years.open_year(2568, by=make_user(role=Role.OFFICER), at=NOW)
    with pytest.raises(YearOpenAlready):
        years.open_year(2569, by=made.analyst, at=NOW)
    with pytest.raises(WindowBackwards):
        years.open_year(
            2568, window_starts=ENDS, window_ends=date(2026, 4, 1),
            by=made.analyst, at=NOW,
        )  # fmt: skip


def test_set_window_dates_items_that_have_no_day_and_leaves_the_others():
    made = make_disclosure()
    chosen = made.item("o1")
    chosen.due_on = date(2026, 1, 5)
    chosen.save()

    years.set_window(
        made.year, window_starts=None, window_ends=ENDS, by=made.analyst, at=NOW
    )

    assert made.item("o1").due_on == date(2026, 1, 5)
    assert made.item("o5").due_on == date(2026, 3, 31)


def test_set_window_is_the_keepers():
    made = make_disclosure()

    with pytest.raises(PermissionDenied):
        years.set_window(
            made.year, window_starts=None, window_ends=ENDS,
            by=make_user(role=Role.HEAD), at=NOW,
        )  # fmt: skip


def carried(**fields):
    """A text of 2568 at the number it had then, taken over into 2569."""
    before = make_disclosure(fiscal_year=2568)
    keys = ["participation.topic"]
    write_text(before.item("o20"), by=before.analyst, keys=keys, **fields)
    write_table(
        before.item("o20"), by=before.analyst, keys=keys, rows=[["ก", "1"]],
        data_year=2568,
    )  # fmt: skip
    year = years.open_year(2569, by=before.analyst, at=NOW)
    return before, year


def test_carry_takes_over_by_keys_and_marks_what_speaks_of_the_earlier_year():
    before, year = carried()

    made = years.carry(year, from_year=before.year, by=before.analyst, at=NOW)

    parts = Part.objects.filter(item__year=year, item__code="o19").order_by("order")
    assert made == 2
    assert [part.is_to_renew for part in parts] == [False, True]
    item = year.items.get(code="o19")
    assert item.carried_from == before.item("o20")
    assert (item.state, item.published) == (ItemState.DRAFT, None)


def test_carry_does_it_once_and_is_the_keepers():
    before, year = carried()
    with pytest.raises(PermissionDenied):
        years.carry(year, from_year=before.year, by=make_user(role=Role.HEAD), at=NOW)
    years.carry(year, from_year=before.year, by=before.analyst, at=NOW)

    with pytest.raises(NothingToCarry):
        years.carry(year, from_year=before.year, by=before.analyst, at=NOW)


def test_renew_takes_over_new_changed_and_gone_items():
    made = make_disclosure()
    item = made.item("o5")
    item.known_keys = ["strategy.goals", "strategy.of_old"]
    item.save()
    gone = made.item("o7")
    made.year.items.filter(pk=gone.pk).update(code="o70")

    years.renew(made.year, by=made.analyst, at=NOW)

    assert "strategy.indicators" in made.item("o5").known_keys
    assert "strategy.of_old" not in made.item("o5").known_keys
    assert not made.item("o70").is_asked
    assert made.item("o7").pk != gone.pk


def test_renew_refuses_when_nothing_changed_or_another_revision_was_seen():
    made = make_disclosure()

    with pytest.raises(NothingToRenew):
        years.renew(made.year, by=made.analyst, at=NOW)
    made.year.items.filter(code="o7").update(title_th="เดิม")
    with pytest.raises(NothingToRenew):
        years.renew(made.year, revision=99, by=made.analyst, at=NOW)
    with pytest.raises(PermissionDenied):
        years.renew(made.year, by=make_user(role=Role.HEAD), at=NOW)
