"""Announced beside computed: agreement, differences, what cannot be compared."""

from decimal import Decimal

import pytest

from prongsai.ita.frameworks.loader import load
from prongsai.registers.assessments.queries.agreeing import Verdict, agreement
from tests.cast import make_office
from tests.results import make_result

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.mark.parametrize(
    ("total", "level", "verdicts"),
    [
        ("88.94", "ผ่านดี", (Verdict.SAME, Verdict.SAME)),
        ("88.94", " good ", (Verdict.SAME, Verdict.SAME)),
        ("88.95", "ผ่าน", (Verdict.DIFFERS, Verdict.DIFFERS)),
        ("88.94", "ยอดเยี่ยม", (Verdict.SAME, Verdict.DIFFERS)),
        (None, "", (Verdict.UNKNOWN, Verdict.UNKNOWN)),
    ],
)
def test_total_and_level_are_compared_with_the_rule(total, level, verdicts):
    make_office()
    made = make_result(total=total and Decimal(total), level=level)

    found = agreement(made)

    assert (found.total, found.level) == verdicts
    assert found.differs == (Verdict.DIFFERS in verdicts)


def test_nothing_is_compared_while_indicators_are_missing():
    make_office()
    made = make_result(
        points={1: "90"}, total=Decimal(90), level="ผ่าน", confirmed=False
    )

    assert agreement(made).total is Verdict.UNKNOWN
    assert not agreement(made).differs


def test_items_that_come_to_other_points_are_told_where_the_year_groups_them():
    make_office()
    whole = {item.code: Decimal(100) for item in load(2568).items or ()}

    told = agreement(make_result(2568, items=whole))
    part = agreement(make_result(2566, items={"o1": Decimal(100)}))
    ungrouped = agreement(make_result(2569, items={"o1": Decimal(100)}))

    assert {step.facts["indicator"] for step in told.by_items} == {"9", "10"}
    assert told.differs
    assert part.by_items == ungrouped.by_items == ()
