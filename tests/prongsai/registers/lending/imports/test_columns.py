"""How large a file of assets may be is a number with a day."""

from prongsai.foundations.files.sheets import Limits
from prongsai.registers.lending.imports.columns import limits
from tests.cast import TODAY


def test_a_file_of_assets_is_as_large_as_the_rules_of_the_day_allow():
    assert limits(on=TODAY) == Limits(megabytes=10, rows=10_000, columns=60)
