"""Steps speak both languages, and values are written exactly."""

from decimal import Decimal
from fractions import Fraction

import pytest

from prongsai.ita.scoring.explanation import Name, step, written


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Fraction("95.89"), "95.89"),
        (Fraction("98.267"), "98.267"),
        (Fraction("0.00000001"), "0.00000001"),
        (Fraction(200, 3), "66.6666…"),
        (Decimal("5.5"), "5.50"),
        (Decimal(0), "0.00"),
    ],
)
def test_a_value_is_written_exactly_or_marked_as_cut(value, said):
    assert written(value) == said


def test_a_step_says_a_name_in_the_language_asked_for():
    made = step("at-top", level=Name(th="ผ่านดีเยี่ยม", en="Pass, excellent"))

    assert made.sentence("th").startswith("ผ่านดีเยี่ยม")
    assert made.sentence("en").startswith("Pass, excellent")
    assert made.as_json()["facts"] == {
        "level": {"th": "ผ่านดีเยี่ยม", "en": "Pass, excellent"}
    }
