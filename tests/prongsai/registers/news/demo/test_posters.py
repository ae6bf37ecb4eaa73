"""The invented posters: all of them can be printed."""

import pytest

from prongsai.config.demonstration.office import make_office, make_people
from prongsai.registers.news.demo import posters as demo
from prongsai.registers.news.documents import posters as printing
from prongsai.registers.news.models import Poster
from prongsai.registers.news.queries.senders import sender_of
from prongsai.registers.news.staff_views.poster_page import sheet_of
from tests.cast import TODAY, settle

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_every_invented_poster_fits_on_its_sheet():
    office = make_office()
    settle(office)
    cast = make_people(office, since=TODAY.replace(year=TODAY.year - 3))

    demo.make(cast, today=TODAY)

    sheets = [sheet_of(poster) for poster in Poster.objects.all()]
    assert len({sheet.kind for sheet in sheets}) == 3
    for sheet in sheets:
        printing.fits(sheet, sender_of(office))
