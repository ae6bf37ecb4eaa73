"""Signed on paper: one person records what stands on it, a second one confirms."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from prongsai.foundations.accounts.models import User
from prongsai.foundations.accounts.queries import Capacity
from prongsai.foundations.approvals import permissions, rounds, telling, turns
from prongsai.foundations.approvals.actions.acting import answer, check_ruling
from prongsai.foundations.approvals.models import Memo, PaperRecord, Step
from prongsai.foundations.approvals.refusals import (
    InterestUndeclared,
    NoCapacity,
    NotImpartial,
    PaperDated,
    PaperSettled,
    PaperWaiting,
    ReasonMissing,
)
from prongsai.foundations.approvals.statements import Paper, Reasons, Ruling
from prongsai.foundations.approvals.states import Decision, Task
from prongsai.foundations.audit import actions as audit
from prongsai.foundations.files import actions as files
from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.organisations import tenancy


@transaction.atomic
def record_paper(
    memo: Memo, paper: Paper, *, scan: StoredFile, by: User, at: datetime
) -> PaperRecord:
    """Note what was signed on the printed memo, and keep the scan under its digest."""
    memo = rounds.locked(memo)
    step = rounds.whose_turn(memo, None)
    if not permissions.can_record_paper(by, memo, on=localdate(at)):
        raise PermissionDenied
    if PaperRecord.objects.filter(step=step, rejected_at__isnull=True).exists():
        raise PaperWaiting
    _check(step, paper, at=at)
    record = _record(step, paper)
    record.digest, record.scan_sha256 = rounds.unchanged(memo, None), scan.sha256
    record.recorded_by, record.recorded_at = by, at
    record.save()
    files.claim([scan], owner=record, by=by, at=at)
    audit.record("approvals.paper_recorded", on=memo, by=by, at=at, step=step.order)
    telling.tell_second_pair(record, by=by, at=at)
    return record


@transaction.atomic
def confirm_paper(record: PaperRecord, *, by: User, at: datetime) -> Memo:
    """Compare with the scan and let the decision on paper count."""
    memo, record = _locked(record)
    if not permissions.can_confirm_paper(by, record, on=localdate(at)):
        raise PermissionDenied
    if not record.is_open:
        raise PaperSettled
    step = rounds.whose_turn(memo, None)
    if step.pk != record.step_id:
        raise PaperSettled
    capacity = _capacity(step, record.signer, record)
    if rounds.unchanged(memo, None) != record.digest:
        raise PaperSettled
    record.confirmed_by, record.confirmed_at = by, at
    record.save(update_fields=["confirmed_by", "confirmed_at"])
    step.digest, step.on_paper = record.digest, True
    audit.record("approvals.paper_confirmed", on=memo, by=by, at=at, step=step.order)
    return answer(memo, _ruling(record), capacity=capacity, by=by, at=at)


@transaction.atomic
def reject_paper(record: PaperRecord, *, reason: str, by: User, at: datetime) -> None:
    """Say that the record is not what stands on the paper; it can be recorded again."""
    memo, record = _locked(record)
    mine = record.recorded_by_id == by.pk
    if not mine and not permissions.can_confirm_paper(by, record, on=localdate(at)):
        raise PermissionDenied
    if not record.is_open:
        raise PaperSettled
    if not reason.strip():
        raise ReasonMissing
    record.rejected_by, record.rejected_at = by, at
    record.rejected_reason = reason.strip()
    record.save(update_fields=["rejected_by", "rejected_at", "rejected_reason"])
    audit.record("approvals.paper_rejected", on=memo, by=by, at=at)
    telling.tell(
        [record.recorded_by], "approvals.paper-rejected", memo=memo, by=by, at=at
    )


def _locked(record: PaperRecord) -> tuple[Memo, PaperRecord]:
    """Lock the memo first, then the record: the order every deed keeps."""
    memo = rounds.locked(record.memo)
    found = PaperRecord.objects.select_for_update().get(
        organisation=tenancy.required(), pk=record.pk
    )
    found.memo = memo
    return memo, found


def _check(step: Step, paper: Paper, *, at: datetime) -> None:
    submitted = step.memo.submitted_at
    day = paper.signed_on
    if submitted is None or not localdate(submitted) <= day <= localdate(at):
        raise PaperDated
    if paper.signer.pk in turns.barred(step.memo):
        raise NotImpartial
    if turns.capacity_of(paper.signer, step, on=day) is None:
        raise NoCapacity
    if not paper.ruling.no_interest:
        raise InterestUndeclared
    if step.task == Task.DECIDE:
        check_ruling(paper.ruling)


def _capacity(step: Step, signer: User, record: PaperRecord) -> Capacity:
    found = turns.capacity_of(signer, step, on=record.signed_on)
    if found is None:
        raise NoCapacity
    return found


def _record(step: Step, paper: Paper) -> PaperRecord:
    ruling, decides = paper.ruling, step.task == Task.DECIDE
    reasons = ruling.reasons if decides else None
    return PaperRecord(
        organisation_id=step.organisation_id,
        memo=step.memo,
        step=step,
        proposer_id=step.proposer_id,
        signer=paper.signer,
        signed_on=paper.signed_on,
        decisions=[d.value for d in Decision if d in ruling.decisions and decides],
        opinion=ruling.opinion.strip(),
        assigned_division=ruling.division,
        reason_facts="" if reasons is None else reasons.facts.strip(),
        reason_law="" if reasons is None else reasons.law.strip(),
        reason_considerations="" if reasons is None else reasons.considerations.strip(),
        hearing="" if reasons is None else reasons.hearing,
        hearing_note="" if reasons is None else reasons.hearing_note.strip(),
    )


def _ruling(record: PaperRecord) -> Ruling:
    return Ruling(
        decisions=[Decision(value) for value in record.decisions],
        opinion=record.opinion,
        no_interest=True,
        division=record.assigned_division,
        reasons=Reasons(
            facts=record.reason_facts,
            law=record.reason_law,
            considerations=record.reason_considerations,
            hearing=record.hearing,
            hearing_note=record.hearing_note,
        ),
    )
