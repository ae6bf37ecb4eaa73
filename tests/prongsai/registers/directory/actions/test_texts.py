"""The powers as clean text, and the hours of the week."""

from datetime import time

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.records.versions import StalePage
from prongsai.registers.directory.actions import refusals, texts
from prongsai.registers.directory.queries import directory as queries
from tests.cast import NOW, make_user
from tests.chairs import make_keeper

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def write(by, text="<p>ดูแลถนน</p>", version=0):
    return texts.write_powers(
        text_th=text, text_en="", law="พ.ร.บ.", version=version, by=by, at=NOW
    )


def opening(opens=8, closes=16, weekday=0):
    return texts.Opening(weekday=weekday, opens=time(opens), closes=time(closes))


def test_powers_are_cleaned_and_count_versions():
    by = make_keeper()

    powers = write(by, "<p>ดูแล<script>alert(1)</script>ถนน</p>")

    assert "script" not in powers.text_th
    assert "ถนน" in powers.text_th
    with pytest.raises(StalePage):
        write(by, version=1)


def test_hours_replace_those_before():
    by = make_keeper()
    texts.set_hours([opening(), opening(weekday=1)], by=by, at=NOW)

    texts.set_hours([opening(9, 12), opening(13, 16)], by=by, at=NOW)

    assert [row.opens.hour for row in queries.hours()] == [9, 13]


@pytest.mark.parametrize(
    "week", [[opening(16, 8)], [opening(8, 12), opening(11, 16)], [opening(8, 8)]]
)
def test_hours_do_not_run_into_each_other(week):
    by = make_keeper()

    with pytest.raises(refusals.HoursOverlap):
        texts.set_hours(week, by=by, at=NOW)


def test_others_write_neither():
    other = make_user()

    with pytest.raises(PermissionDenied):
        write(other)
    with pytest.raises(PermissionDenied):
        texts.set_hours([], by=other, at=NOW)
