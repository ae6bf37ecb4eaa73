"""However many write at once, there is one chain without a break."""

import sys

import pytest

from tests.crowds import own_database, run

CROWD = "tests.prongsai.foundations.audit.crowd"


@pytest.mark.slow
def test_sixteen_writers_leave_one_unbroken_chain(tmp_path):
    with own_database(tmp_path) as variables:
        told = run([sys.executable, "-m", CROWD, "lines"], variables)

    assert told == "64 True 0 []"
