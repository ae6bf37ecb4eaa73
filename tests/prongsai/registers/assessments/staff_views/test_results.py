"""The pages that read results: what stands there, for whom, in how many queries."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from prongsai.foundations.accounts.models import Role
from tests.cast import client_of, make_office, make_user
from tests.results import POINTS, make_result, the_analyst

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

LIST = reverse("assessments:results")


def english(user):
    client = client_of(user)
    client.cookies["django_language"] = "en"
    return client


def test_the_empty_list_says_what_to_do_first():
    make_office()

    page = english(the_analyst()).get(LIST)

    assert page.status_code == 200
    for name in ("result_new", "sheet_upload"):
        assert reverse(f"assessments:{name}") in page.text


def test_the_list_shows_years_and_readers_see_no_button_that_would_refuse_them():
    make_office()
    make_result(2567)
    make_result(2568, total=Decimal("99.99"), level="ผ่าน")

    page = english(make_user(role=Role.AUDITOR)).get(LIST)

    assert [row.cells[0] for row in page.context["table"].rows] == ["2568", "2567"]
    assert page.context["table"].rows[0].cells[5].tone == "bad"
    assert reverse("assessments:result_new") not in page.text


def questions(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_the_list_asks_no_more_as_it_grows():
    make_office()
    client = client_of(the_analyst())
    make_result(2568)
    client.get(LIST)
    few = questions(client, LIST)
    for year in (2564, 2565, 2566, 2567):
        make_result(year)

    assert questions(client, LIST) == few


def test_a_year_shows_announced_beside_computed_with_every_step_and_the_difference():
    make_office()
    made = make_result(confirmed=False, total=Decimal("90.00"), level="ผ่านดีเยี่ยม")

    page = english(the_analyst()).get(made.get_absolute_url())

    assert "The announced total 90.00 is" in page.text
    assert "“ผ่านดีเยี่ยม”" in page.text
    assert "Rounded once, half up" in page.text
    assert reverse("assessments:result_confirm", args=[made.pk]) in page.text


def test_a_year_that_agrees_says_so_and_shows_last_years_points():
    make_office()
    make_result(2567, points=("90", *POINTS[1:]))
    made = make_result(2568, total=Decimal("88.94"), items={"o1": Decimal(100)})

    page = english(make_user(role=Role.HEAD)).get(made.get_absolute_url())

    assert page.context["differences"] == []
    assert page.context["beside"].rows[0].cells[3].tone == "ok"
    assert str(page.context["indicators"].rows[0].cells[4]) == "+2.10"
    assert reverse("assessments:result_reopen", args=[made.pk]) not in page.text


def test_an_incomplete_year_opens_and_says_what_is_missing():
    make_office()
    made = make_result(points={1: "90"}, confirmed=False)
    client = english(the_analyst())

    page = client.get(made.get_absolute_url())
    weak = client.get(reverse("assessments:weak_points", args=[made.pk]))

    assert page.context["missing"] == list(range(2, 11))
    assert reverse("assessments:result_confirm", args=[made.pk]) not in page.text
    assert "Nothing can be computed yet" in weak.text


def test_lost_points_come_dearest_first_with_the_drop():
    make_office()
    make_result(2567)
    made = make_result(2568, points=(*POINTS[:9], "50"))

    page = english(the_analyst()).get(
        reverse("assessments:weak_points", args=[made.pk])
    )

    first = [str(cell) for cell in page.context["table"].rows[0].cells]
    assert first[2:] == ["50.00", "50.00", "20.00", "10.00", "\u221237.50"]
    assert "<svg" in page.text
