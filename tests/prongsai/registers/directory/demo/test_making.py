"""The invented directory: whole, published twice, and every executive with a photo."""

from datetime import date
from random import Random

import pytest

from prongsai.config.demonstration.office import make_office, make_people
from prongsai.foundations.publications.supplying import Asked
from prongsai.ita.thai.periods import Span
from prongsai.registers.directory.demo import make
from prongsai.registers.directory.demo.faces import portrait
from prongsai.registers.directory.disclosures import SUPPLIES
from prongsai.registers.directory.queries.differences import differences
from prongsai.registers.directory.queries.public import snapshot
from tests.cast import TODAY, settle

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_the_invented_directory_supplies_every_element():
    today = date(2026, 11, 21)
    office = make_office()
    settle(office)
    cast = make_people(office, since=date(2023, 10, 1))

    make(cast, today=today, random=Random(1))  # noqa: S311  # no secret

    asked = Asked(
        year=2569, data_year=2569, period=Span(start=TODAY, end=TODAY), on=today
    )
    found = snapshot()
    assert found is not None
    assert (found.version.number, found.version.published_at.year) == (2, 2026)
    assert [supply.run(asked).missing for supply in SUPPLIES] == [{}, {}, {}]
    assert differences(found, on=today) == []
    former = found.reading.in_office("political", date(2024, 11, 30))
    assert "สมัยก่อน" in former[0].person["name"]["th"]


def test_a_portrait_is_the_same_every_time():
    one = portrait(3, long_hair=False)

    assert one == portrait(3, long_hair=False)
    assert one != portrait(4, long_hair=False)
    assert one != portrait(3, long_hair=True)
