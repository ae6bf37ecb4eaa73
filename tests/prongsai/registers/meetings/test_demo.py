"""The invented committee: two years of meetings, and circulars going round."""

from collections import Counter
from random import Random

import pytest

from prongsai.config.demonstration.office import make_office, make_people
from prongsai.registers.meetings.demo import make
from prongsai.registers.meetings.models import (
    Addressee,
    Attendance,
    Circular,
    Meeting,
    Order,
    Resolution,
)
from tests.cast import TODAY, settle

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def invented(seed):
    """Make an invented office and return what can be said of who came."""
    office = make_office()
    settle(office)
    cast = make_people(office, since=TODAY.replace(year=TODAY.year - 3))
    make(cast, today=TODAY, random=Random(seed))  # noqa: S311  # no secret
    rows = Attendance.objects.filter(organisation=office).order_by("pk")
    return list(rows.values_list("name", "presence"))


def test_two_years_of_meetings_stand_in_their_states_and_the_seed_decides():
    came = invented(1)

    states = Counter(Meeting.objects.values_list("state", flat=True))
    assert states == {"adopted": 6, "minuted": 1, "called": 1}
    assert Order.objects.count() == 2
    assert Counter(Resolution.objects.values_list("state", flat=True)) == {
        "done": 6,
        "open": 1,
    }
    assert Counter(Circular.objects.values_list("state", flat=True)) == {
        "closed": 3,
        "sent": 1,
    }
    assert Addressee.objects.filter(acknowledged_at=None).exists()
    assert came == invented(1)
