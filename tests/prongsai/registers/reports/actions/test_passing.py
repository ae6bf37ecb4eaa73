"""The gate, the memo and what a decision does to a report: every way through and out."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import translation

from prongsai.foundations.approvals import actions as approvals
from prongsai.foundations.approvals import presenting
from prongsai.foundations.approvals import queries as memos
from prongsai.foundations.approvals.statements import Letter, Ruling
from prongsai.foundations.approvals.states import Decision, MemoState
from prongsai.foundations.records.versions import StalePage
from prongsai.ita.errors import InvalidMove
from prongsai.registers.reports.actions import passing, writing
from prongsai.registers.reports.actions.holding import SUBJECT
from prongsai.registers.reports.actions.refusals import (
    CutOffToCome,
    ErrorsLeft,
    Frozen,
    NothingToOverride,
    NotReady,
    ReasonMissing,
)
from prongsai.registers.reports.models import Override, Report
from prongsai.registers.reports.queries import letter, reports
from prongsai.registers.reports.states import ReportState
from tests import planning
from tests.cast import NOW, make_office
from tests.reporting import (
    approved,
    flawed,
    fresh,
    make_desk,
    memo_of,
    number_line,
    publish,
    published,
    submitted,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def desk():
    make_office()
    return make_desk()


def test_submit_freezes_the_report_and_drafts_its_memo(desk):
    memo = passing.submit(desk.report, by=desk.analyst, at=NOW)

    report = fresh(desk)
    assert report.state == ReportState.SUBMITTED
    assert len(report.digest) == 64
    assert memo.state == MemoState.DRAFT
    assert memo.drafted_by == desk.analyst
    assert report.digest[:16] in memo.facts
    assert "มีมาตรการทั้งหมด 1 มาตรการ" in memo.facts
    assert not memo.law


def test_the_memo_names_the_item_that_asks_for_the_report():
    make_office()
    desk = make_desk(year=2568)

    memo = passing.submit(desk.report, by=desk.analyst, at=NOW)

    assert "o26" in memo.law
    assert "2569" in memo.law


def test_submit_runs_the_figures_up_to_the_cut_off(desk):
    number_line(desk)

    passing.submit(desk.report, by=desk.analyst, at=NOW)

    content = reports.frozen(fresh(desk))
    places = {figure.place.split(".")[2] for figure in content.figures}
    assert places == {"outcome", "evidence"}
    assert {figure.end for figure in content.figures} == {"2025-11-20"}


@pytest.mark.parametrize("who", ["alice", "mayor"])
def test_submit_is_for_the_analyst_and_the_clerk(desk, who):
    with pytest.raises(PermissionDenied):
        passing.submit(desk.report, by=getattr(desk, who), at=NOW)


def test_submit_refuses_what_is_submitted(desk):
    passing.submit(desk.report, by=desk.analyst, at=NOW)

    with pytest.raises(InvalidMove):
        passing.submit(desk.report, by=desk.analyst, at=NOW)


def test_submit_refuses_an_old_page(desk):
    with pytest.raises(StalePage):
        passing.submit(desk.report, version=9, by=desk.analyst, at=NOW)


def test_submit_refuses_a_day_to_come(desk):
    Report.objects.update(cut_off="2026-09-30")

    with pytest.raises(CutOffToCome):
        passing.submit(desk.report, by=desk.analyst, at=NOW)


def test_submit_refuses_when_the_plan_is_no_longer_approved(desk):
    desk.field.plan.state = "draft"
    desk.field.plan.save()

    with pytest.raises(NotReady):
        passing.submit(desk.report, by=desk.analyst, at=NOW)


def test_an_error_keeps_the_report_from_being_submitted(desk):
    report = flawed(desk)

    with pytest.raises(ErrorsLeft) as caught:
        passing.submit(report, by=desk.analyst, at=NOW)

    assert caught.value.facts["count"] == 1
    assert fresh(desk).state == ReportState.DRAFT


def test_the_clerk_overrides_and_the_reason_is_printed(desk):
    report = flawed(desk)

    passing.override(report, reason="รอวันที่จากกองคลัง", by=desk.clerk, at=NOW)
    memo = passing.submit(report, by=desk.analyst, at=NOW)

    [entry] = reports.frozen(fresh(desk)).log
    assert entry.reason == "รอวันที่จากกองคลัง"
    assert len(entry.findings) == 1
    assert "รอวันที่จากกองคลัง" in memo.considerations


def test_an_override_holds_for_exactly_its_findings(desk):
    report = flawed(desk)
    passing.override(report, reason="รอวันที่", by=desk.clerk, at=NOW)
    text = "ประชุมอีกครั้งเมื่อวันที่ มีนาคม 2569"
    writing.write(report, "introduction", text, by=desk.analyst, at=NOW)

    with pytest.raises(ErrorsLeft):
        passing.submit(report, by=desk.analyst, at=NOW)


def test_an_override_of_what_was_corrected_is_not_printed(desk):
    report = flawed(desk)
    passing.override(report, reason="รอวันที่", by=desk.clerk, at=NOW)
    key = f"measure.{desk.field.measure.pk}.outcome"
    writing.restore(report, key, by=desk.analyst, at=NOW)

    memo = passing.submit(report, by=desk.analyst, at=NOW)

    assert reports.frozen(fresh(desk)).log == ()
    assert "รอวันที่" not in memo.considerations


@pytest.mark.parametrize("who", ["analyst", "mayor", "alice"])
def test_only_the_clerk_overrides(desk, who):
    report = flawed(desk)

    with pytest.raises(PermissionDenied):
        passing.override(report, reason="รอ", by=getattr(desk, who), at=NOW)

    assert not Override.objects.exists()


def test_an_override_needs_a_reason_an_error_and_a_draft(desk):
    with pytest.raises(NothingToOverride):
        passing.override(desk.report, reason="รอ", by=desk.clerk, at=NOW)
    report = flawed(desk)
    with pytest.raises(ReasonMissing):
        passing.override(report, reason="  ", by=desk.clerk, at=NOW)
    passing.override(report, reason="รอ", by=desk.clerk, at=NOW)
    passing.submit(report, by=desk.analyst, at=NOW)
    with pytest.raises(Frozen):
        passing.override(report, reason="รอ", by=desk.clerk, at=NOW)


def test_a_yes_approves_with_the_number_of_the_memo(desk):
    report = approved(desk)

    assert report.state == ReportState.APPROVED
    assert report.decided_by == desk.mayor
    assert report.decision_number == memo_of(report).reference


def test_a_no_makes_it_a_draft_again(desk):
    report = approved(desk, planning.NO)

    assert (report.state, report.digest, report.content) == ("draft", "", {})


def test_a_decision_that_is_neither_leaves_it_waiting(desk):
    ruling = Ruling(decisions=[Decision.ACKNOWLEDGED], no_interest=True)

    report = approved(desk, ruling)

    assert report.state == ReportState.SUBMITTED


def test_take_back_voids_what_was_given_and_shows_the_difference(desk):
    approved(desk)

    report = passing.take_back(desk.report, by=desk.analyst, at=NOW)
    text = "ประชุมแล้ว 3 ครั้ง"
    writing.write(report, "introduction", text, by=desk.analyst, at=NOW)
    memo = memo_of(report)
    assert memo.state == MemoState.VOIDED
    again = approvals.submit(
        passing.submit(report, by=desk.analyst, at=NOW), by=desk.analyst, at=NOW
    )

    assert again.pk == memo.pk
    there = memos.memos().get(pk=again.pk)
    with translation.override("en"):
        changed = presenting.since_last(there, desk.field.team.head)
    assert any("introduction" in str(one.label) for one in changed)


def test_take_back_before_a_decision_voids_the_memo_on_its_way(desk):
    memo = submitted(desk)

    passing.take_back(desk.report, by=desk.clerk, at=NOW)

    memo.refresh_from_db()
    assert memo.state == MemoState.VOIDED
    assert fresh(desk).state == ReportState.DRAFT


def test_take_back_refuses_drafts_strangers_and_old_pages(desk):
    with pytest.raises(InvalidMove):
        passing.take_back(desk.report, by=desk.analyst, at=NOW)
    passing.submit(desk.report, by=desk.analyst, at=NOW)
    with pytest.raises(PermissionDenied):
        passing.take_back(desk.report, by=desk.alice, at=NOW)
    with pytest.raises(StalePage):
        passing.take_back(desk.report, version=9, by=desk.analyst, at=NOW)


def test_rewriting_the_decided_memo_makes_the_report_a_draft(desk):
    report = approved(desk)
    memo = memo_of(report)
    parts = letter.memo_parts(report, reports.frozen(report), override=None)

    approvals.edit(memo, Letter(title="อื่น", parts=parts), by=desk.analyst, at=NOW)

    assert fresh(desk).state == ReportState.DRAFT


def test_what_was_published_can_be_corrected(desk):
    first = published(desk)

    report = passing.take_back(desk.report, by=desk.analyst, at=NOW)

    assert report.state == ReportState.DRAFT
    assert report.published == first


def test_another_writer_submits_with_a_memo_of_their_own(desk):
    submitted(desk)
    report = passing.take_back(desk.report, by=desk.clerk, at=NOW)

    memo = passing.submit(report, by=desk.clerk, at=NOW)

    assert memo.drafted_by == desk.clerk
    assert memos.about(SUBJECT, report.pk).count() == 2


def test_a_second_version_follows_the_first(desk):
    published(desk)
    report = passing.take_back(desk.report, by=desk.analyst, at=NOW)
    writing.write(report, "closing", "แก้ไขแล้ว 1 แห่ง", by=desk.analyst, at=NOW)

    again = publish(
        approved(desk), desk, note_th="แก้บทสรุป", note_en="Closing corrected"
    )

    assert again.number == 2
