"""Through the gate and on its way: override, submit, take back; what a decision does.

What is submitted is frozen with its figures, run again at the cut-off. The memo that
carries it binds the digest; a change makes the report a draft again and voids the memo.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals import actions as approvals
from prongsai.foundations.approvals import queries as memos
from prongsai.foundations.approvals.models import Memo
from prongsai.foundations.approvals.statements import Heading, Letter
from prongsai.foundations.approvals.states import Decision, MemoState, Secrecy, Urgency
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.records.versions import check_version
from prongsai.registers.reports import permissions
from prongsai.registers.reports.actions.holding import (
    SUBJECT,
    hold,
    move,
    must_be_open,
    must_be_ready,
    open_again,
)
from prongsai.registers.reports.actions.refusals import (
    ErrorsLeft,
    NothingToOverride,
    ReasonMissing,
)
from prongsai.registers.reports.actions.running import take
from prongsai.registers.reports.models import Override, Report
from prongsai.registers.reports.queries import checking, contents, letter
from prongsai.registers.reports.queries.composing import compose, logged
from prongsai.registers.reports.queries.contents import Content
from prongsai.registers.reports.states import ReportState

_MOST_SAID = 5


@dataclass(frozen=True, kw_only=True)
class _Checked:
    """A report that may pass the gate, and why where it has errors."""

    content: Content
    override: Override | None


@transaction.atomic
def override(report: Report, *, reason: str, by: User, at: datetime) -> Override:
    """Let a report go on with exactly the errors it has now, and say why."""
    report = hold(report)
    if not permissions.can_override(by, localdate(at)):
        raise PermissionDenied
    must_be_open(report)
    errors = checking.errors_in(checking.flaws_of(compose(report).content))
    if not errors:
        raise NothingToOverride
    if not reason.strip():
        raise ReasonMissing
    given = Override.objects.create(
        organisation_id=report.organisation_id,
        report=report,
        findings=checking.as_findings(errors),
        reason=reason.strip(),
        given_by=by,
        given_at=at,
    )
    audit.record("reports.overridden", on=report, by=by, at=at, findings=len(errors))
    return given


@transaction.atomic
def submit(
    report: Report, *, version: int | None = None, by: User, at: datetime
) -> Memo:
    """Freeze a report with its figures and put it into a memo, which its proposer sends.

    Raises ``ErrorsLeft`` while an error stands that nobody overrode.
    """
    report = hold(report)
    if not permissions.can_write(by, localdate(at)):
        raise PermissionDenied
    move(report, ReportState.SUBMITTED)
    if version is not None:
        check_version(report, version + 1)
    must_be_ready(report.fiscal_year, report.kind)
    take(report, by=by, at=at)
    passed = _through_the_gate(report)
    report.content = contents.to_data(passed.content)
    report.digest = contents.digest_of(report.content)
    report.submitted_at, report.submitted_by = at, by
    report.save()
    memo = _put(report, passed, by=by, at=at)
    audit.record(
        "reports.submitted", on=report, by=by, at=at,
        digest=report.digest, memo=memo.pk, overridden=passed.override is not None,
    )  # fmt: skip
    return memo


@transaction.atomic
def take_back(
    report: Report, *, version: int | None = None, by: User, at: datetime
) -> Report:
    """Open a report again to change it: an opinion or a decision given on it is void.

    What is published stays published until the corrected version takes its place.
    """
    report = hold(report)
    if not permissions.can_write(by, localdate(at)):
        raise PermissionDenied
    if version is not None:
        check_version(report, version)
    before = report.state
    open_again(report)
    approvals.subject_changed(report, by=by, at=at)
    audit.record("reports.taken-back", on=report, by=by, at=at, before=before)
    return report


def content_of(pk: int) -> Mapping[str, object]:
    """Return what a decision about a report is bound to.

    A draft has no digest: it never is what was submitted.
    """
    report = Report.objects.get(organisation=tenancy.required(), pk=pk)
    data = report.content or contents.to_data(compose(report).content)
    return {"digest": report.digest, **data}


@transaction.atomic
def on_decided(pk: int, *, decision: Sequence[str], by: User, at: datetime) -> None:
    """Approve a report, or let it be written anew."""
    report = _locked(pk)
    if Decision.REFUSED in decision:
        open_again(report)
        audit.record("reports.refused", on=report, by=by, at=at)
        return
    if not {Decision.APPROVED, Decision.AGREED} & set(decision):
        return
    move(report, ReportState.APPROVED)
    memo = memos.about(SUBJECT, pk).filter(state=MemoState.DECIDED).first()
    report.decision_number = "" if memo is None else memo.reference
    report.decided_by, report.decided_at = by, at
    report.save()
    audit.record("reports.approved", on=report, by=by, at=at, digest=report.digest)


@transaction.atomic
def on_voided(pk: int, *, by: User | None, at: datetime) -> None:
    """Make a report a draft again because its decision no longer counts."""
    report = _locked(pk)
    if report.state == ReportState.DRAFT:
        return
    open_again(report)
    audit.record("reports.voided", on=report, by=by, at=at)


def _locked(pk: int) -> Report:
    return Report.objects.select_for_update().get(
        organisation=tenancy.required(), pk=pk
    )


def _through_the_gate(report: Report) -> _Checked:
    content = compose(report).content
    errors = checking.errors_in(checking.flaws_of(content))
    given = checking.override_for(report, errors)
    if errors and given is None:
        said = [f"{error.where}: {error.said}" for error in errors[:_MOST_SAID]]
        raise ErrorsLeft(count=len(errors), said=" · ".join(said))
    return _Checked(content=logged(content, given), override=given)


def _put(report: Report, passed: _Checked, *, by: User, at: datetime) -> Memo:
    """Write the memo; one that lies with the same proposer is used again."""
    title = letter.memo_title(report)
    parts = letter.memo_parts(report, passed.content, override=passed.override)
    mine = [memo for memo in memos.about(SUBJECT, report.pk) if _lies_with(memo, by)]
    if not mine:
        return approvals.draft(title=title, parts=parts, subject=report, by=by, at=at)
    memo = mine[0]
    heading = Heading(
        to=memo.to,
        urgency=Urgency(memo.urgency),
        secrecy=Secrecy(memo.secrecy),
        division=memo.division,
        chain=memo.chain,
    )
    letter_ = Letter(title=title, parts=parts, heading=heading)
    return approvals.edit(memo, letter_, by=by, at=at)


def _lies_with(memo: Memo, user: User) -> bool:
    return memo.is_with_proposer and memo.drafted_by_id == user.pk
