"""How items continue, over every two consecutive years that are shipped."""

import pytest

from prongsai.ita.frameworks.loader import load
from prongsai.registers.assessments.models.carrying import Relation
from prongsai.registers.assessments.queries import carrying as queries

PAIRS = queries.pairs()


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_every_item_of_both_years_stands_in_exactly_one_line(before, after):
    lines = queries.computed(before, after)

    old = [item.code for line in lines for item in line.old]
    new = [item.code for line in lines for item in line.new]
    assert sorted(old) == sorted(i.code for i in load(before).items or ())
    assert sorted(new) == sorted(i.code for i in load(after).items or ())
    assert len({line.code for line in lines}) == len(lines)


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_the_relation_fits_the_items_on_both_sides(before, after):
    shapes = {
        Relation.SAME: lambda old, new: old == new == 1,
        Relation.RENAMED: lambda old, new: old == new == 1,
        Relation.SPLIT: lambda old, new: new > 1 and old,
        Relation.MERGED: lambda old, new: old > 1 and new == 1,
        Relation.NEW: lambda old, new: not old and new == 1,
        Relation.DROPPED: lambda old, new: old == 1 and not new,
        None: lambda old, new: old + new == 1,
    }

    for line in queries.computed(before, after):
        assert shapes[line.relation](len(line.old), len(line.new)), line.code
        if line.relation is not None:
            assert line.relation in queries.possible(line)


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_lines_that_continue_are_about_the_same_subject(before, after):
    for line in queries.computed(before, after):
        for item in line.new if line.old else ():
            old_subjects = [s for o in line.old for s in o.subjects]
            assert any(
                f"{a}.".startswith(f"{b}.") or f"{b}.".startswith(f"{a}.")
                for a in item.subjects
                for b in old_subjects
            ), line.code


def said(before, after, code):
    line = queries.line(before, after, code)
    assert line is not None
    return line.relation, [i.code for i in line.old], [i.code for i in line.new]


def test_split_merged_new_and_dropped_are_as_the_keys_say():
    assert said(2565, 2566, "o31") == (
        Relation.SPLIT,
        ["o34"],
        ["o31", "o32", "o33"],
    )
    assert said(2568, 2569, "o20") == (Relation.MERGED, ["o21", "o22"], ["o20"])
    assert said(2565, 2566, "o10") == (Relation.NEW, [], ["o10"])
    assert said(2568, 2569, "2568-o11") == (Relation.DROPPED, ["o11"], [])
    assert said(2568, 2569, "o11") == (Relation.RENAMED, ["o12"], ["o11"])
    assert said(2568, 2569, "o2") == (Relation.SAME, ["o2"], ["o2"])


def test_a_year_that_is_not_wholly_known_makes_nothing_new_or_dropped():
    relations = {
        line.relation
        for pair in ((2566, 2567), (2567, 2568))
        for line in queries.computed(*pair)
    }

    assert not relations & {Relation.NEW, Relation.DROPPED}
    assert None in relations
