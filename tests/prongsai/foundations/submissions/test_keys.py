"""Numbers of forms are claimed once, given back, and forgotten after some days."""

from datetime import timedelta
from uuid import uuid4

import pytest

from prongsai.foundations.organisations import tenancy
from prongsai.foundations.submissions import keys
from prongsai.foundations.submissions.models import SubmissionRecord
from tests.cast import NOW, make_office

pytestmark = pytest.mark.django_db


def test_begin_tells_the_first_from_the_second():
    make_office()
    key = uuid4()

    first, is_first = keys.begin(key, at=NOW)
    keys.finish(first, location="/loans/1/")
    second, is_second = keys.begin(key, at=NOW)

    assert (is_first, is_second) == (True, False)
    assert second.location == "/loans/1/"


def test_release_lets_the_number_be_claimed_again():
    make_office()
    key = uuid4()
    record, _ = keys.begin(key, at=NOW)

    keys.release(record)

    assert keys.begin(key, at=NOW)[1] is True


def test_forget_removes_old_numbers_of_this_office_only():
    make_office()
    charlies = make_office()
    old = keys.begin(uuid4(), at=NOW - timedelta(days=8))[0]
    young = keys.begin(uuid4(), at=NOW - timedelta(days=6))[0]
    with tenancy.acting_for(charlies.pk):
        keys.begin(uuid4(), at=NOW - timedelta(days=8))

    removed = keys.forget(days=7, at=NOW)

    left = set(SubmissionRecord.objects.filter(organisation=tenancy.required()))
    assert removed == 1
    assert young in left
    assert old not in left
    with tenancy.acting_for(charlies.pk):
        assert SubmissionRecord.objects.filter(organisation=charlies).count() == 1
