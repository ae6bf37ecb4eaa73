"""The memo about a check: drafted with its report, and what its decision carries out."""

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.approvals import actions as approving
from prongsai.foundations.approvals import queries as approvals
from prongsai.foundations.approvals.statements import Parts
from prongsai.foundations.approvals.states import Decision, MemoState
from prongsai.foundations.files import queries as files
from prongsai.registers.lending.actions import checks, counting, memos
from prongsai.registers.lending.models.checks import CheckItem
from prongsai.registers.lending.states.assets import AssetState
from prongsai.registers.lending.states.checks import CheckState
from tests.cast import NOW, make_division, make_office, make_user
from tests.prongsai.foundations.approvals.desk import YES, endorsed, make_desk
from tests.shelf import keeper_of_the_register, make_asset, make_check

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
    b"trailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF"
)


@pytest.fixture
def reported():
    make_office()
    member = make_user(division=make_division())
    opened = make_check(members=(member,))
    checks.start(opened, by=member, at=NOW)
    return checks.report(opened, by=member, at=NOW), member


def drafted(stock_check, *, by):
    return memos.draft_memo(
        stock_check, Parts(facts="ครบ"), title="รายงาน", report=PDF, by=by, at=NOW
    )


def test_the_memo_is_about_the_check_and_encloses_the_report(reported):
    stock_check, member = reported

    memo = drafted(stock_check, by=member)

    assert list(approvals.about(memos.SUBJECT, stock_check.pk)) == [memo]
    assert [file.name for file in files.of(memo)] == ["check-2568.pdf"]


def test_only_the_committee_drafts(reported):
    stock_check, _member = reported

    with pytest.raises(PermissionDenied):
        drafted(stock_check, by=keeper_of_the_register())


def test_a_check_that_is_being_counted_has_nothing_to_report(reported):
    stock_check, member = reported
    checks.send_back(stock_check, remark="นับใหม่", by=member, at=NOW)

    with pytest.raises(memos.NotReported):
        drafted(stock_check, by=member)


@pytest.mark.parametrize(
    "decision", [Decision.APPROVED, Decision.AGREED, Decision.ACKNOWLEDGED]
)
def test_whatever_is_no_refusal_approves_the_report(reported, decision):
    stock_check, _member = reported
    mayor = make_user(role=Role.MAYOR)

    memos.on_decided(stock_check.pk, decision=[decision], by=mayor, at=NOW)

    stock_check.refresh_from_db()
    assert (stock_check.state, stock_check.decided_by) == (CheckState.APPROVED, mayor)


def test_a_refusal_opens_the_count_again(reported):
    stock_check, _member = reported

    memos.on_decided(
        stock_check.pk,
        decision=[Decision.REFUSED],
        by=make_user(role=Role.MAYOR),
        at=NOW,
    )

    stock_check.refresh_from_db()
    assert stock_check.state == CheckState.COUNTING


def test_the_content_of_a_decision_is_that_of_the_check(reported):
    stock_check, _member = reported

    assert memos.content_of(stock_check.pk)["fiscal_year"] == 2568


def test_the_decision_at_the_end_of_the_chain_carries_the_findings_over():
    make_office()
    desk = make_desk()
    asset = make_asset(division=desk.division)
    opened = make_check(members=(desk.officer,))
    checks.start(opened, by=desk.officer, at=NOW)
    counting.mark_rest_missing(opened, by=desk.officer, at=NOW)
    checks.report(opened, by=desk.officer, at=NOW)
    memo = drafted(opened, by=desk.officer)

    memo = approving.submit(memo, by=desk.officer, at=NOW)
    memo = endorsed(memo, desk.head, desk.clerk)
    memo = approving.decide(memo, YES, by=desk.mayor, at=NOW)

    opened.refresh_from_db()
    asset.refresh_from_db()
    assert opened.state == CheckState.APPROVED
    assert opened.decision_number == memo.reference
    assert asset.state == AssetState.FACT_FINDING
    assert approvals.is_approved(memo)


def test_counting_again_after_submission_is_seen_by_the_chain():
    make_office()
    desk = make_desk()
    make_asset(division=desk.division)
    opened = make_check(members=(desk.officer,))
    checks.start(opened, by=desk.officer, at=NOW)
    counting.mark_rest_missing(opened, by=desk.officer, at=NOW)
    checks.report(opened, by=desk.officer, at=NOW)
    memo = approving.submit(drafted(opened, by=desk.officer), by=desk.officer, at=NOW)

    checks.send_back(opened, remark="พบแล้ว", by=desk.officer, at=NOW)
    item = CheckItem.objects.get()
    sighting = counting.Sighting(found=1)
    counting.count(item, sighting, version=2, by=desk.officer, at=NOW)
    checks.report(opened, by=desk.officer, at=NOW)

    memo.refresh_from_db()
    assert memo.state == MemoState.VOIDED
