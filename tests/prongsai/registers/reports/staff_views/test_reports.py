"""The pages of reports: opened by the right person, refused to the wrong one, done once."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from prongsai.foundations.approvals.models import Memo
from prongsai.registers.measures.models import Measure
from prongsai.registers.measures.states import MeasureState
from prongsai.registers.reports.actions import passing, writing
from prongsai.registers.reports.models import Override, Passage, Report
from prongsai.registers.reports.queries.work import waiting
from prongsai.registers.reports.states import ReportKind, ReportState
from tests import following, planning
from tests.cast import NOW, TODAY, client_of, make_office, make_user
from tests.reporting import approved, flawed, fresh, make_desk, published

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def desk():
    make_office()
    return make_desk()


def at(name, report, **more):
    return reverse(f"reports:{name}", kwargs={"pk": report.pk, **more})


def test_everybody_reads_the_list_and_a_report(desk):
    client = client_of(make_user())

    assert client.get(reverse("reports:reports")).status_code == 200
    page = client.get(at("report", desk.report)).content.decode()
    assert desk.report.title in page
    assert following.OUTPUT in page
    assert at("submit", desk.report) not in page


def test_the_analyst_begins_a_report_from_the_list():
    make_office()
    field = following.make_field()
    client = client_of(field.analyst)
    link = f"{reverse('reports:begin')}?year=2569&amp;kind=plan"
    assert link in client.get(reverse("reports:reports")).content.decode()

    client.post(
        reverse("reports:begin"),
        {"fiscal_year": "๒๕๖๙", "kind": "plan", "cut_off": "20/11/2568"},
    )

    assert Report.objects.get().kind == ReportKind.PLAN


def test_a_finding_leads_to_its_place_in_the_preview(desk):
    flawed(desk)

    page = client_of(desk.clerk).get(at("report", desk.report)).content.decode()

    anchor = f"measure.{desk.field.measure.pk}.outcome"
    assert f'href="#{anchor}"' in page
    assert f'id="{anchor}"' in page
    assert at("override", desk.report) in page
    assert at("submit", desk.report) not in page


def test_a_text_is_written_and_restored(desk):
    client = client_of(desk.analyst)
    place = at("text", desk.report, key="closing")
    assert client.get(place).status_code == 200

    client.post(place, {"text": "ปิดท้าย ๓ เรื่อง", "version": "1"})
    assert Passage.objects.get().text == "ปิดท้าย ๓ เรื่อง"
    late = client.post(place, {"text": "ช้าไป", "version": "1"})
    assert late.status_code == 409
    client.post(at("restore", desk.report, key="closing"))

    assert not Passage.objects.exists()


def test_title_and_day_are_changed(desk):
    client = client_of(desk.analyst)
    assert client.get(at("cover", desk.report)).status_code == 200

    client.post(
        at("cover", desk.report),
        {"title": "ชื่อใหม่", "cut_off": "1/11/2568", "version": "1"},
    )

    assert fresh(desk).title == "ชื่อใหม่"


def test_the_clerk_allows_errors_and_the_analyst_submits(desk):
    report = flawed(desk)
    form = client_of(desk.clerk).get(at("override", report)).content.decode()
    assert "exactly these" in form or "เฉพาะ" in form

    client_of(desk.clerk).post(at("override", report), {"reason": "รอวันที่"})
    answer = client_of(desk.analyst).post(at("submit", report))

    assert Override.objects.count() == 1
    assert answer["Location"] == Memo.objects.latest("pk").get_absolute_url()
    assert fresh(desk).state == ReportState.SUBMITTED


def test_errors_that_stand_are_told_and_nothing_is_frozen(desk):
    report = flawed(desk)

    answer = client_of(desk.analyst).post(at("submit", report))

    assert answer.status_code == 409
    assert fresh(desk).state == ReportState.DRAFT


def test_figures_are_run_and_a_report_is_taken_back(desk):
    client = client_of(desk.analyst)
    assert client.post(at("run_figures", desk.report)).status_code == 302
    client.post(at("submit", desk.report))

    client.post(at("take_back", desk.report))

    assert fresh(desk).state == ReportState.DRAFT


def test_an_approved_report_is_published_with_its_files(desk):
    approved(desk)
    client = client_of(desk.analyst)
    assert client.get(at("publish", desk.report)).status_code == 200

    answer = client.post(at("publish", desk.report))

    report = fresh(desk)
    assert report.published is not None
    assert answer["Location"] == report.published.get_absolute_url()
    public = client_of(None).get(report.published.get_absolute_url())
    assert public.status_code == 200
    assert report.digest in public.content.decode()
    assert {f.name for f in report.published.files.all()} == {
        "report.pdf", "report.docx",
    }  # fmt: skip


def test_the_public_page_speaks_both_languages_and_names_no_person(desk):
    version = published(desk)
    client = client_of(None)

    thai = client.get(version.get_absolute_url()).content.decode()
    client.cookies["django_language"] = "en"
    english = client.get(version.get_absolute_url()).content.decode()

    assert desk.report.title in thai
    assert "Result of the measures" in english
    for page in (thai, english):
        assert desk.field.team.division.name_th in page
        assert desk.alice.first_name not in page


def test_a_correction_asks_what_changed(desk):
    published(desk)
    passing.take_back(desk.report, by=desk.analyst, at=NOW)
    writing.write(desk.report, "closing", "แก้แล้ว", by=desk.analyst, at=NOW)
    approved(desk)
    client = client_of(desk.analyst)

    empty = client.post(at("publish", desk.report), {"note_th": "", "note_en": ""})
    client.post(at("publish", desk.report), {"note_th": "แก้", "note_en": "fix"})

    assert empty.status_code == 422
    assert fresh(desk).state == ReportState.PUBLISHED


@pytest.mark.parametrize("form", ["pdf", "docx", "html", "json"])
def test_a_report_is_downloaded_in_every_form(desk, form):
    answer = client_of(desk.alice).get(at("paper", desk.report, form=form))

    assert answer.status_code == 200
    assert f"2569-year.{form}" in answer["Content-Disposition"]


def test_an_approved_copy_is_checked_by_anybody(desk):
    report = approved(desk)
    copy = client_of(desk.alice).get(at("paper", report, form="html")).content.decode()
    address = reverse("reports_public:check", args=[report.digest])
    assert address in copy

    known = client_of(None).get(address)
    unknown = client_of(None).get(reverse("reports_public:check", args=["0" * 64]))

    assert (known.status_code, unknown.status_code) == (200, 404)
    assert report.decision_number in known.content.decode()


def test_the_json_is_the_report_for_other_programs(desk):
    answer = client_of(desk.alice).get(at("paper", desk.report, form="json"))

    assert json.loads(answer.content)["schema"] == "prongsai-report/1"


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("cover", {}), ("override", {}), ("publish", {}), ("text", {"key": "closing"}),
    ],
)  # fmt: skip
def test_pages_of_writers_are_refused_to_others(desk, name, more):
    assert client_of(desk.alice).get(at(name, desk.report, **more)).status_code == 403


def test_begin_is_refused_to_others(desk):
    assert client_of(desk.alice).get(reverse("reports:begin")).status_code == 403


def test_a_place_that_is_not_there_is_not_found(desk):
    place = at("text", desk.report, key="measure.99999.output")

    assert client_of(desk.analyst).get(place).status_code == 404


def test_the_page_of_a_report_asks_no_more_for_more_measures():
    make_office()
    desk = make_desk(measures=2)
    client = client_of(desk.analyst)
    client.get(at("report", desk.report))
    few = asked(client, desk.report)
    for n in range(8):
        made = planning.make_measure(
            desk.field.plan, team=desk.field.team, title=f"เรื่องที่ {n}"
        )
        Measure.objects.filter(pk=made.pk).update(state=MeasureState.APPROVED)

    assert asked(client, desk.report) == few


def test_records_that_move_under_a_frozen_report_are_told(desk):
    passing.submit(desk.report, by=desk.analyst, at=NOW)
    client = client_of(desk.analyst)
    told = "ข้อมูลเปลี่ยนไปหลังจากตรึงรายงาน", "have changed since this was frozen"
    before = client.get(at("report", desk.report)).content.decode()

    following.line(desk.field, text="แจกแผ่นพับ 300 แผ่น")

    after = client.get(at("report", desk.report)).content.decode()
    assert not any(words in before for words in told)
    assert any(words in after for words in told)


def asked(client, report) -> int:
    with CaptureQueriesContext(connection) as questions:
        assert client.get(at("report", report)).status_code == 200
    return len(questions)


def test_home_says_what_waits_for_whom(desk):
    report = flawed(desk)

    assert [item.href for item in waiting(desk.clerk, TODAY)] == [
        report.get_absolute_url()
    ]
    assert waiting(desk.alice, TODAY) == []


def test_home_says_what_is_to_be_published(desk):
    approved(desk)

    assert len(waiting(desk.analyst, TODAY)) == 1
