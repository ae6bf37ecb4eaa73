"""The page of several years: the table, the charts, the choice in the address."""

import pytest
from django.urls import reverse

from prongsai.foundations.accounts.models import Role
from tests.cast import client_of, make_office, make_user
from tests.results import POINTS, make_result

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

PAGE = reverse("assessments:compare")


def test_years_stand_side_by_side_with_change_and_three_charts():
    make_office()
    make_result(2566, level="ผ่านดี")
    make_result(2567, points=("93.10", *POINTS[1:]), level="ผ่าน")
    make_result(2568, confirmed=False)

    page = client_of(make_user(role=Role.MAYOR)).get(PAGE)

    table = page.context["table"]
    assert [str(c) for c in table.rows[0].cells[1:]] == ["92.10", "93.10", "+1.00"]
    assert table.rows[-1].cells[-1].tone == "bad"
    assert page.text.count("<figure") == 3


def test_years_are_chosen_in_the_address_and_nonsense_shows_all():
    make_office()
    for year in (2565, 2566, 2567):
        make_result(year)
    client = client_of(make_user())

    chosen = client.get(f"{PAGE}?years=2565&years=2567")
    nonsense = client.get(f"{PAGE}?years=ก")

    assert [c.label for c in chosen.context["table"].columns][1:3] == ["2565", "2567"]
    assert len(nonsense.context["table"].columns) == 6


def test_without_results_the_page_says_what_to_do():
    make_office()

    page = client_of(make_user()).get(PAGE)

    assert page.context["table"] is None
    assert reverse("assessments:results") in page.text
