"""What a person decides about a reading, on its page."""

import pytest
from django.urls import reverse

from prongsai.registers.assessments.actions import readings as actions
from tests.cast import NOW, client_of, make_office
from tests.readings import (
    analyst,
    make_reading,
    report_text,
    take_year,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(autouse=True)
def office():
    return make_office()


@pytest.fixture
def browser():
    return client_of(analyst())


def at(name, *args):
    return reverse(f"assessments:{name}", args=args)


def test_one_value_is_confirmed_alone(browser):
    reading = make_reading()
    score = reading.scores.get(field="level", fiscal_year=2568)
    data = {f"value-{s.pk}": s.printed for s in reading.scores.all()}

    browser.post(at("reading_values", reading.pk, 2568), data | {"only": str(score.pk)})

    [kept] = reading.scores.filter(confirmed_at__isnull=False)
    assert kept == score


def test_what_is_no_value_comes_back_beside_its_field(browser):
    reading = make_reading()
    score = reading.scores.get(field="6", fiscal_year=2568)

    answer = browser.post(
        at("reading_values", reading.pk, 2568), {f"value-{score.pk}": "101"}
    )

    assert answer.status_code == 422
    assert f"value-{score.pk}" in answer.text
    assert not reading.scores.filter(confirmed_at__isnull=False).exists()


def test_what_differs_from_a_result_is_shown_and_not_taken(browser):
    take_year()
    other = make_reading(report_text().replace("93.45", "93.55"))
    actions.confirm_all(other, 2568, by=analyst(), at=NOW)

    page = browser.get(other.get_absolute_url())
    refused = browser.post(at("reading_take", other.pk, 2568))

    assert "93.55" in page.text
    assert at("reading_take", other.pk, 2568) not in page.text
    assert refused.status_code == 409


def test_a_reading_is_discarded(browser):
    reading = make_reading()

    browser.post(at("reading_discard", reading.pk))

    assert browser.get(reading.get_absolute_url()).status_code == 404
