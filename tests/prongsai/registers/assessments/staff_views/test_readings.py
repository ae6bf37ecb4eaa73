"""The pages of readings as people open them, in both languages."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.audit.models import Event
from prongsai.registers.assessments.actions import readings as actions
from prongsai.registers.assessments.models import (
    Assessment,
    Reading,
)
from prongsai.registers.assessments.staff_views import readings as views
from prongsai.registers.assessments.states import ReadingState
from tests.cast import NOW, client_of, make_office, make_user
from tests.readings import (
    analyst,
    make_analysis,
    make_file,
    make_reading,
    narrative_of,
    report_text,
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


def upload(text=None, name="report.md"):
    return SimpleUploadedFile(name, (text or report_text()).encode())


def test_a_report_is_sent_checked_and_taken_over(browser):
    sent = browser.post(at("read"), {"report": [upload()]}, follow=True)
    assert "93.45" in sent.text
    assert "<mark>93.45</mark>" in sent.text
    reading = Reading.objects.get()
    values = {
        f"value-{s.pk}": s.printed for s in reading.scores.filter(fiscal_year=2568)
    }
    six = reading.scores.get(field="6", fiscal_year=2568)
    values[f"value-{six.pk}"] = "๙๓.๔๔"

    confirmed = browser.post(
        at("reading_values", reading.pk, 2568), values, follow=True
    )
    taken = browser.post(at("reading_take", reading.pk, 2568))

    assert confirmed.status_code == 200
    assessment = Assessment.objects.get()
    assert taken.headers["Location"] == assessment.get_absolute_url()
    assert str(assessment.indicators.get(number=6).points) == "93.44"


def test_the_same_file_leads_to_the_reading_that_is_there(browser):
    browser.post(at("read"), {"report": [upload()]})

    again = browser.post(at("read"), {"report": [upload()]})

    assert Reading.objects.count() == 1
    assert again.headers["Location"] == Reading.objects.get().get_absolute_url()


def test_a_large_file_is_read_in_the_background(browser, monkeypatch):
    monkeypatch.setattr(views, "AT_ONCE", 10)

    answer = browser.post(at("read"), {"report": [upload()]}, follow=True)

    assert answer.status_code == 200
    assert Reading.objects.get().state in {ReadingState.READ, ReadingState.WAITING}


def test_a_waiting_and_a_failed_reading_say_so(browser):
    for content in ("สวัสดี", "ก\n" * 200_001):
        waiting = actions.read_later(make_file(content), by=analyst(), at=NOW)
        assert browser.get(waiting.get_absolute_url()).status_code == 200
        actions.finish(waiting, by=analyst(), at=NOW)

        answer = browser.get(waiting.get_absolute_url())

        assert "report.txt: " in answer.text


def test_the_measures_of_a_report_lead_to_the_page_that_takes_them_over(browser):
    example = Path(__file__).parents[5] / "examples" / "report-2568.md"
    reading = make_reading(example.read_bytes(), name="report.md")

    way = reverse("measures:from_reading", args=[reading.pk])

    assert way in browser.get(reading.get_absolute_url()).text
    assert (
        way.rsplit("/", 2)[0] not in browser.get(make_reading().get_absolute_url()).text
    )


def test_a_letter_is_refused_in_words(browser):
    answer = browser.post(at("read"), {"report": [upload("สวัสดี", "letter.txt")]})

    assert answer.status_code == 409
    assert "letter.txt" in answer.text


def test_opening_the_text_is_written_down(browser):
    reading = make_reading()

    answer = browser.get(at("reading_text", reading.pk))

    assert "คุณภาพการดำเนินงาน" in answer.text
    assert Event.objects.get(verb="audit.read").facts == {"fields": "text"}


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_page_opens_in_both_languages(browser, language):
    browser.cookies["django_language"] = language
    reading, taken = make_reading(report_text(title="รายงาน ปี 2568")), make_analysis()
    pages = [
        at("readings"), at("read"), at("reading", reading.pk),
        at("reading_text", reading.pk), at("reading_findings", reading.pk),
        at("narratives", taken.pk), at("narrative", narrative_of(taken).pk),
        at("carry"), at("carry") + "?from=2565",
        at("carry_line") + "?from=2568&code=o20",
        at("carry_line") + "?from=2566&code=2566-o4",
    ]  # fmt: skip

    for page in pages:
        answer = browser.get(page)
        assert answer.status_code == 200, page
        assert answer.text.count("<h1") == 1, page


def test_everyone_reads_and_only_the_analyst_writes():
    reading, taken = make_reading(), make_analysis()
    narrative = narrative_of(taken)
    officer = client_of(make_user(role=Role.OFFICER))

    for page in (
        at("readings"), at("reading", reading.pk), at("reading_findings", reading.pk),
        at("narratives", taken.pk), at("carry"),
    ):  # fmt: skip
        answer = officer.get(page)
        assert answer.status_code == 200, page
        assert at("read") not in answer.text
    assert officer.get(at("read")).status_code == 403
    assert officer.get(at("reading_text", reading.pk)).status_code == 403
    assert officer.get(at("narrative", narrative.pk)).status_code == 403
    for page in (
        at("reading_values", reading.pk, 2568), at("reading_take", reading.pk, 2568),
        at("reading_discard", reading.pk), at("narratives_draft", taken.pk),
        at("narrative_again", narrative.pk), at("carry_line"), at("carry_copy"),
    ):  # fmt: skip
        assert officer.post(page).status_code == 403, page


def test_the_list_asks_no_more_for_more_readings(
    browser, django_assert_max_num_queries
):
    for n in range(2):
        make_reading(report_text(title=f"รายงานฉบับที่ {n} ปีงบประมาณ พ.ศ. 2568"))
    browser.get(at("readings"))
    for n in range(3, 8):
        make_reading(report_text(title=f"รายงานฉบับที่ {n} ปีงบประมาณ พ.ศ. 2568"))

    with django_assert_max_num_queries(22):
        browser.get(at("readings"))
