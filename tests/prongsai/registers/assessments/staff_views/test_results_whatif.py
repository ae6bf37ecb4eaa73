"""Trying out points without a script: slider, number, both, nonsense, the way to a level."""

import pytest
from django.urls import reverse

from tests.cast import client_of, make_office, make_user
from tests.results import make_result

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def ask():
    make_office()
    address = reverse("assessments:what_if", args=[make_result().pk])
    client = client_of(make_user())
    return lambda query="": client.get(f"{address}?{query}")


def moved(page):
    return {one.indicator.number: str(one.new) for one in page.context["found"].moved}


def test_the_page_opens_with_the_announced_points_and_the_cheapest_ways(ask):
    page = ask()

    assert moved(page) == {}
    assert 'type="range"' in page.text
    assert page.context["plans"]


def test_what_was_moved_counts_and_the_number_before_the_slider(ask):
    slider = ask("i1=92.10&s1=99&w1=92.10")
    number = ask("i1=๙๕&s1=92.10&w1=92.10")
    both = ask("i1=95&s1=99&w1=92.10")
    before = ask("i1=96&s1=96&w1=96")

    assert moved(slider) == {1: "99"}
    assert moved(number) == moved(both) == {1: "95"}
    assert moved(before) == {1: "96"}
    assert slider.context["found"].gained > 0


def test_nonsense_stands_at_its_field_and_changes_nothing(ask):
    page = ask("i1=200&s1=50&w1=ก&level=ฮ")

    assert page.status_code == 200
    assert "i1" in page.context["form"].errors


def test_a_level_further_up_is_aimed_at(ask):
    page = ask("level=excellent")

    assert page.context["target"]
    assert page.context["ways_say"]


def test_a_year_that_is_not_whole_says_so():
    make_office()
    made = make_result(points={1: "9"}, confirmed=False)

    page = client_of(make_user()).get(reverse("assessments:what_if", args=[made.pk]))

    assert "form" not in page.context
