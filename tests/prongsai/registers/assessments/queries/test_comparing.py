"""Years side by side: order, change, levels of another scheme."""

import pytest

from prongsai.registers.assessments.queries.comparing import compare, level_change
from tests.cast import make_office
from tests.results import make_result

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ((2567, "ผ่าน"), (2568, "ผ่านดี"), 1),
        ((2567, "ผ่าน"), (2568, "ผ่าน"), 0),
        ((2567, "ผ่านดีเยี่ยม"), (2568, "ผ่าน"), -1),
        ((2565, "A"), (2566, "ผ่านดี"), None),
        ((2567, ""), (2568, "ผ่าน"), None),
    ],
)
def test_levels_are_compared_where_they_are_named_alike(before, after, expected):
    make_office()
    rows = [make_result(year, level=level) for year, level in (after, before)]

    laid = compare(rows)

    assert laid is not None
    assert [year.number for year in laid.years] == [before[0], after[0]]
    assert level_change(*laid.years) == expected


def test_nothing_is_laid_where_there_is_nothing():
    assert compare([]) is None
