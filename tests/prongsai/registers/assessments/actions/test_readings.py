"""Reports come in, are looked at value by value, and are taken over once."""

import io
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from PIL import Image

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.audit.models import Event
from prongsai.foundations.files import queries as files
from prongsai.foundations.files.models import StoredFile
from prongsai.ita.documents.linting.lint import lint
from prongsai.ita.documents.model.codec import from_data
from prongsai.ita.documents.rendering.contents import analysis
from prongsai.ita.documents.rendering.docx import to_docx
from prongsai.ita.documents.rendering.html import to_html
from prongsai.ita.documents.rendering.pdf import to_pdf
from prongsai.ita.documents.rendering.wording import Wording
from prongsai.ita.errors import InvalidMove, NoReport
from prongsai.registers.assessments.actions import readings as actions
from prongsai.registers.assessments.actions.results import YearExists
from prongsai.registers.assessments.models import Assessment, Reading
from prongsai.registers.assessments.queries import readings as queries
from prongsai.registers.assessments.queries.lines import read_file
from prongsai.registers.assessments.states import (
    AssessmentState,
    Origin,
    ReadingState,
)
from prongsai.registers.assessments.tasks import read_report
from tests.cast import NOW, make_office, make_user
from tests.readings import analyst, make_file, make_reading, report_text, take_year

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(autouse=True)
def office():
    return make_office()


def value(reading, field, year=2568):
    return reading.scores.get(field=field, fiscal_year=year)


def test_read_keeps_every_value_with_its_place():
    reading = make_reading()

    assert reading.state == ReadingState.READ
    assert reading.fiscal_year == 2568
    assert reading.scores.count() == 24
    assert not reading.scores.filter(place="").exists()
    line, _, letters = value(reading, "6").place.partition(":")
    start, end = map(int, letters.split("-"))
    assert queries.lines_of(reading)[int(line)].text[start:end] == "93.45"


def test_read_stores_what_the_library_read_and_hangs_the_file_on_it():
    reading = make_reading()

    own = read_file("report.txt", report_text().encode()).report
    assert from_data(reading.content) == own == queries.report_of(reading)
    assert queries.findings_of(reading) == lint(own)
    [file] = files.of(reading, slot="report")
    assert file.holds_personal_data


def test_reading_the_same_bytes_again_gives_the_reading_that_is_there():
    first = make_reading()

    again = make_reading(name="copy.txt")

    assert again == first
    assert not StoredFile.objects.filter(claimed_at__isnull=True).exists()


def test_a_discarded_file_may_be_read_again():
    first = make_reading()
    actions.discard(first, by=analyst(), at=NOW)

    assert make_reading() != first


def test_a_file_that_is_no_report_leaves_nothing_behind():
    file = make_file("สวัสดี สบายดีไหม", name="letter.txt")

    with pytest.raises(NoReport):
        actions.read(file, by=analyst(), at=NOW)

    assert not Reading.objects.exists()


@pytest.mark.slow
def test_a_pdf_of_pictures_says_so_and_leaves_nothing_behind():
    picture = io.BytesIO()
    Image.new("RGB", (200, 200), "white").save(picture, "PDF")
    file = make_file(picture.getvalue(), name="scan.pdf")

    with pytest.raises(actions.OnlyPictures):
        actions.read(file, by=analyst(), at=NOW)

    assert not Reading.objects.exists()


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["docx", "pdf", "html"])
def test_every_format_gives_the_same_values_with_their_places(kind):
    own = read_file("report.txt", report_text().encode()).report
    document = analysis.build(own, Wording(digits=None))
    write = {"docx": to_docx, "pdf": to_pdf, "html": to_html}[kind]
    written = write(document)
    content = written.encode() if isinstance(written, str) else written

    reading = make_reading(content, name=f"report.{kind}")

    values = {(s.fiscal_year, s.field): s.printed for s in reading.scores.all()}
    assert values == {
        (s.fiscal_year, s.field): s.printed for s in make_reading().scores.all()
    }
    assert not reading.scores.filter(place="").exists()


def test_an_officer_may_not_read_a_report_in():
    officer = make_user(role=Role.OFFICER)
    file = make_file(by=officer)

    with pytest.raises(PermissionDenied):
        actions.read(file, by=officer, at=NOW)


def test_a_large_file_waits_and_is_read_by_the_task():
    waiting = actions.read_later(make_file(), by=analyst(), at=NOW)
    assert waiting.state == ReadingState.WAITING
    assert not waiting.scores.exists()

    read_report.enqueue(reading=waiting.pk)
    read_report.enqueue(reading=waiting.pk)

    waiting.refresh_from_db()
    assert waiting.state == ReadingState.READ
    assert waiting.scores.count() == 24


def test_a_waiting_file_that_cannot_be_read_says_why():
    waiting = actions.read_later(make_file("สวัสดี"), by=analyst(), at=NOW)

    failed = actions.finish(waiting, by=analyst(), at=NOW)

    assert failed.state == ReadingState.FAILED
    assert failed.problem["code"] == NoReport.code
    assert queries.of_same_file(files.of(failed).get().sha256) is None


def test_a_waiting_file_may_be_discarded_and_is_not_read_afterwards():
    waiting = actions.read_later(make_file(), by=analyst(), at=NOW)
    actions.discard(waiting, by=analyst(), at=NOW)

    read_report.enqueue(reading=waiting.pk)

    waiting.refresh_from_db()
    assert waiting.state == ReadingState.DISCARDED


def test_nothing_of_a_waiting_file_can_be_confirmed():
    waiting = actions.read_later(make_file(), by=analyst(), at=NOW)

    with pytest.raises(actions.StillReading):
        actions.confirm_all(waiting, 2568, by=analyst(), at=NOW)


def test_a_value_is_corrected_in_thai_digits():
    reading = make_reading()

    actions.confirm_value(value(reading, "6"), "๙๓.๔", by=analyst(), at=NOW)

    kept = value(reading, "6")
    assert (kept.printed, kept.value) == ("93.45", "93.40")
    assert kept.confirmed_by == analyst()
    event = Event.objects.get(verb="assessments.value-confirmed")
    assert event.facts == {"year": 2568, "field": "6", "corrected": True}


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("6", "101"),
        ("6", "-1"),
        ("6", "93.456"),
        ("6", "NaN"),
        ("6", "ดี"),
        ("total", ""),
        ("level", " "),
        ("level", "ก" * 101),
    ],
)
def test_what_is_no_value_is_refused(field, typed):
    reading = make_reading()

    with pytest.raises(actions.BadValue):
        actions.confirm_value(value(reading, field), typed, by=analyst(), at=NOW)


def test_confirm_all_leaves_what_a_person_corrected():
    reading = make_reading()
    actions.confirm_value(value(reading, "6"), "93.40", by=analyst(), at=NOW)

    actions.confirm_all(reading, 2568, by=analyst(), at=NOW)

    assert value(reading, "6").value == "93.40"
    assert value(reading, "level").value == "ผ่านดี"
    assert not reading.scores.filter(
        fiscal_year=2568, confirmed_at__isnull=True
    ).exists()
    assert not reading.scores.filter(
        fiscal_year=2567, confirmed_at__isnull=False
    ).exists()


def test_a_year_the_file_does_not_have_is_refused():
    with pytest.raises(actions.NothingOfYear):
        actions.confirm_all(make_reading(), 2560, by=analyst(), at=NOW)


def test_take_scores_refuses_before_everything_was_looked_at():
    reading = make_reading()
    actions.confirm_value(value(reading, "6"), "93.45", by=analyst(), at=NOW)

    with pytest.raises(actions.NotLookedAt) as refused:
        actions.take_scores(reading, 2568, by=analyst(), at=NOW)

    assert refused.value.facts == {"year": 2568, "count": 11}
    assert not Assessment.objects.exists()


def test_take_scores_makes_a_draft_that_says_where_it_is_from():
    reading = make_reading()

    taken = take_year(reading=reading, confirmed=False)

    assert (taken.state, taken.origin) == (AssessmentState.DRAFT, Origin.REPORT)
    assert (taken.announced_total, taken.announced_level) == (
        Decimal("94.70"),
        "ผ่านดี",
    )
    points = {row.number: row.points for row in taken.indicators.all()}
    assert len(points) == 10
    assert points[6] == Decimal("93.45")
    reading.refresh_from_db()
    assert reading.state == ReadingState.TAKEN
    assert value(reading, "6").assessment == taken


def test_the_other_year_is_taken_after_the_first():
    reading = make_reading()

    years = [take_year(year, reading=reading).fiscal_year for year in (2568, 2567)]

    assert years == [2568, 2567]


def test_a_value_that_was_taken_over_is_not_changed_here():
    reading = make_reading()
    take_year(reading=reading)

    with pytest.raises(actions.AlreadyTaken):
        actions.confirm_value(value(reading, "6"), "90", by=analyst(), at=NOW)


def test_a_result_that_is_there_is_never_overwritten():
    take_year()
    other = make_reading(report_text().replace("93.45", "93.50"))
    actions.confirm_all(other, 2568, by=analyst(), at=NOW)

    with pytest.raises(YearExists):
        actions.take_scores(other, 2568, by=analyst(), at=NOW)

    there = Assessment.objects.get(fiscal_year=2568)
    [difference] = queries.differences(there, queries.scores_of(other, 2568))
    assert (difference.field, difference.there, difference.read) == (
        "6",
        "93.45",
        "93.50",
    )
    other.refresh_from_db()
    assert other.state == ReadingState.READ


def test_discard_forgets_what_was_read():
    reading = actions.discard(make_reading(), by=analyst(), at=NOW)

    assert reading.state == ReadingState.DISCARDED
    assert (reading.content, reading.lines) == ({}, [])
    assert not reading.scores.exists()
    assert not files.of(reading)
    assert not queries.visible_to(analyst()).exists()


def test_what_was_taken_over_is_not_discarded():
    reading = make_reading()
    take_year(reading=reading)

    with pytest.raises(InvalidMove):
        actions.discard(reading, by=analyst(), at=NOW)


def test_every_deed_is_refused_to_an_officer():
    reading, officer = make_reading(), make_user(role=Role.OFFICER)
    waiting = actions.read_later(
        make_file(report_text(office="อบต.อื่น")), by=analyst(), at=NOW
    )
    deeds = [
        lambda: actions.read_later(make_file(by=officer), by=officer, at=NOW),
        lambda: actions.finish(waiting, by=officer, at=NOW),
        lambda: actions.confirm_value(value(reading, "6"), "1", by=officer, at=NOW),
        lambda: actions.confirm_typed(reading, 2568, {}, by=officer, at=NOW),
        lambda: actions.confirm_all(reading, 2568, by=officer, at=NOW),
        lambda: actions.take_scores(reading, 2568, by=officer, at=NOW),
        lambda: actions.open_text(reading, by=officer, at=NOW),
        lambda: actions.discard(reading, by=officer, at=NOW),
    ]

    for deed in deeds:
        with pytest.raises(PermissionDenied):
            deed()


def test_only_those_who_answer_for_the_year_open_the_file():
    reading = make_reading()

    may = {
        role: queries.can_open_file(make_user(role=role), reading.pk) for role in Role
    }

    assert {role for role, yes in may.items() if yes} == queries.OPENS_FILES
