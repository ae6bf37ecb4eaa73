"""A page gone stale is told and overwrites nothing."""

import pytest
from django.db import models

from prongsai.foundations.records.versions import (
    StalePage,
    Versioned,
    advance,
    check_version,
)
from prongsai.ita.words.catalogue import speak


class Loan(Versioned):
    class Meta:
        app_label = "records_tests"
        managed = False


def test_a_page_of_today_may_change_the_row():
    check_version(Loan(version=3), 3)


@pytest.mark.parametrize("expected", [0, 2, 4])
def test_a_page_of_another_version_is_refused(expected):
    with pytest.raises(StalePage) as caught:
        check_version(Loan(version=3), expected)

    assert caught.value.facts == {"expected": expected, "found": 3}


def test_the_refusal_is_a_sentence_in_both_languages():
    refusal = StalePage(expected=1, found=2)

    assert speak(refusal, "th") != speak(refusal, "en")


def test_advance_counts_a_change():
    row = Loan()

    advance(row)

    assert row.version == 2


def test_versioned_is_a_base_and_no_table():
    assert Versioned._meta.abstract
    assert isinstance(Loan._meta.get_field("version"), models.PositiveIntegerField)
