"""Beginning a report and writing in it: nothing is lost, two at the same place are told."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.records.versions import StalePage
from prongsai.registers.reports.actions import passing, writing
from prongsai.registers.reports.actions.refusals import (
    AlreadyBegun,
    Frozen,
    NothingWritten,
    NotReady,
    OutsideYear,
    TextMissing,
    TitleMissing,
    UnknownPlace,
)
from prongsai.registers.reports.actions.writing import UNTOUCHED, Cover
from prongsai.registers.reports.models import Passage
from prongsai.registers.reports.queries.composing import compose
from prongsai.registers.reports.states import ReportKind, ReportState
from tests import following, planning
from tests.cast import NOW, TODAY, make_office
from tests.reporting import YEAR, begun, fresh, make_desk

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

TEXT = "ติดป้ายครบ 5 จุด"


@pytest.fixture
def desk():
    make_office()
    return make_desk()


def test_begin_gives_the_usual_title(desk):
    report = desk.report

    assert report.state == ReportState.DRAFT
    assert report.title.endswith("รอบ 12 เดือน ประจำปีงบประมาณ พ.ศ. 2569")
    assert report.content == {}


@pytest.mark.parametrize("who", ["alice", "mayor"])
def test_begin_is_for_the_analyst_and_the_clerk(desk, who):
    with pytest.raises(PermissionDenied):
        writing.begin(YEAR, ReportKind.HALF, TODAY, by=getattr(desk, who), at=NOW)


def test_begin_refuses_the_same_report_twice(desk):
    with pytest.raises(AlreadyBegun):
        begun(desk.field)


@pytest.mark.parametrize("kind", list(ReportKind))
def test_begin_refuses_what_has_no_records(kind):
    make_office()
    team = planning.make_team()

    with pytest.raises(NotReady):
        writing.begin(YEAR, kind, TODAY, by=team.analyst, at=NOW)


def test_begin_refuses_a_plan_that_is_not_approved():
    make_office()
    team = planning.make_team()
    planning.make_plan(team)

    with pytest.raises(NotReady) as caught:
        writing.begin(YEAR, ReportKind.PLAN, TODAY, by=team.analyst, at=NOW)

    assert caught.value.facts["missing"] == "plan-not-approved"


def test_begin_refuses_a_day_of_another_year():
    make_office()
    field = following.make_field()

    with pytest.raises(OutsideYear):
        begun(field, cut_off=date(2026, 10, 1))


def test_set_cover_changes_title_and_day(desk):
    cover = Cover(title=" รายงานผล ", cut_off=date(2025, 11, 1))

    writing.set_cover(desk.report, cover, version=1, by=desk.clerk, at=NOW)

    report = fresh(desk)
    assert (report.title, report.cut_off, report.version) == (
        "รายงานผล", date(2025, 11, 1), 2,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("cover", "version", "refusal"),
    [
        (Cover(title="x", cut_off=TODAY), 7, StalePage),
        (Cover(title="  ", cut_off=TODAY), 1, TitleMissing),
        (Cover(title="x", cut_off=date(2024, 1, 1)), 1, OutsideYear),
    ],
)
def test_set_cover_refuses_old_pages_and_bad_words(desk, cover, version, refusal):
    with pytest.raises(refusal):
        writing.set_cover(desk.report, cover, version=version, by=desk.analyst, at=NOW)


def test_set_cover_is_for_writers_of_a_draft(desk):
    cover = Cover(title="x", cut_off=TODAY)
    with pytest.raises(PermissionDenied):
        writing.set_cover(desk.report, cover, by=desk.alice, at=NOW)
    passing.submit(desk.report, by=desk.analyst, at=NOW)

    with pytest.raises(Frozen):
        writing.set_cover(desk.report, cover, by=desk.analyst, at=NOW)


def test_write_stands_in_the_report_and_keeps_the_draft(desk):
    key = f"measure.{desk.field.measure.pk}.output"
    before = compose(desk.report).texts[key].draft

    passage = writing.write(desk.report, key, TEXT, by=desk.analyst, at=NOW)

    [measure] = compose(desk.report).content.report.measures
    assert [item.text for item in measure.outputs] == [TEXT]
    assert passage.draft == before == following.OUTPUT


def test_a_change_of_the_records_under_a_written_text_is_told(desk):
    key = f"measure.{desk.field.measure.pk}.output"
    writing.write(desk.report, key, TEXT, by=desk.analyst, at=NOW)
    assert not compose(desk.report).stale

    following.line(desk.field, text="แจกแผ่นพับ 300 แผ่น")

    assert [text.key for text in compose(desk.report).stale] == [key]


def test_of_two_who_write_the_same_text_the_second_is_told(desk):
    writing.write(
        desk.report, "closing", "ก", version=UNTOUCHED, by=desk.analyst, at=NOW
    )

    with pytest.raises(StalePage):
        writing.write(
            desk.report, "closing", "ข", version=UNTOUCHED, by=desk.clerk, at=NOW
        )

    assert Passage.objects.get().text == "ก"


def test_ten_who_write_different_texts_lose_nothing():
    make_office()
    desk = make_desk(measures=10)
    keys = [f"measure.{m.pk}.outcome" for m in desk.field.plan.measures.all()]

    for key in keys:
        writing.write(
            desk.report, key, f"{key} 1", version=UNTOUCHED, by=desk.clerk, at=NOW
        )

    said = [m.outcomes[0].text for m in compose(desk.report).content.report.measures]
    assert said == [f"{key} 1" for key in keys]


@pytest.mark.parametrize(
    ("key", "text", "refusal"),
    [
        ("measure.0.output", TEXT, UnknownPlace),
        ("closing", "  ", TextMissing),
    ],
)
def test_write_refuses_no_text_and_no_place(desk, key, text, refusal):
    with pytest.raises(refusal):
        writing.write(desk.report, key, text, by=desk.analyst, at=NOW)


def test_write_is_for_writers_of_a_draft(desk):
    with pytest.raises(PermissionDenied):
        writing.write(desk.report, "closing", TEXT, by=desk.alice, at=NOW)
    passing.submit(desk.report, by=desk.analyst, at=NOW)

    with pytest.raises(Frozen):
        writing.write(desk.report, "closing", TEXT, by=desk.analyst, at=NOW)


def test_restore_lets_the_draft_stand_again(desk):
    drafted = compose(desk.report).content.closing
    writing.write(desk.report, "closing", TEXT, by=desk.analyst, at=NOW)

    writing.restore(desk.report, "closing", by=desk.analyst, at=NOW)

    assert compose(desk.report).content.closing == drafted


def test_restore_refuses_what_nobody_wrote_strangers_and_frozen(desk):
    with pytest.raises(NothingWritten):
        writing.restore(desk.report, "closing", by=desk.analyst, at=NOW)
    with pytest.raises(PermissionDenied):
        writing.restore(desk.report, "closing", by=desk.mayor, at=NOW)
    passing.submit(desk.report, by=desk.analyst, at=NOW)
    with pytest.raises(Frozen):
        writing.restore(desk.report, "closing", by=desk.analyst, at=NOW)
