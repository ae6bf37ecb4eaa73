"""The pages of the analysis as people open them."""

import pytest
from django.urls import reverse

from prongsai.registers.assessments.models import (
    Narrative,
)
from tests.cast import client_of, make_office
from tests.readings import (
    analyst,
    make_analysis,
    narrative_of,
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


def test_the_analysis_is_drafted_edited_and_linted(browser):
    taken = take_year()
    browser.post(at("narratives_draft", taken.pk))
    narrative = narrative_of(taken)
    wrong = "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน คะแนนที่ได้ 99.00 คะแนน"

    saved = browser.post(
        at("narrative", narrative.pk),
        {"text": wrong, "version": narrative.version},
        follow=True,
    )

    assert narrative_of(taken).text == wrong
    assert "99.00" in saved.context["findings"].rows[0].cells[1]
    again = {"version": narrative.version + 1}
    browser.post(at("narrative_again", narrative.pk), again)
    assert narrative_of(taken).edited_at is None


def test_a_stale_page_of_a_text_is_told(browser):
    narrative = narrative_of(make_analysis())
    data = {"text": "ก", "version": narrative.version}
    browser.post(at("narrative", narrative.pk), data)

    answer = browser.post(at("narrative", narrative.pk), data | {"text": "ข"})

    assert answer.status_code == 409
    assert Narrative.objects.get(pk=narrative.pk).text == "ก"
