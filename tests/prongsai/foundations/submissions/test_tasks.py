"""What is done every day."""

from datetime import timedelta
from uuid import uuid4

import pytest

from prongsai.foundations.submissions import keys, tasks
from prongsai.foundations.submissions.models import SubmissionRecord
from tests.cast import NOW, TODAY, make_office

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("days", "left"), [(3, 0), (30, 1)])
def test_numbers_are_kept_as_long_as_the_setting_says(settings, days, left):
    settings.SUBMISSIONS_KEPT_DAYS = days
    make_office()
    keys.begin(uuid4(), at=NOW - timedelta(days=10))

    for deed in tasks.DAILY:
        deed(TODAY, NOW)

    assert SubmissionRecord.objects.count() == left
