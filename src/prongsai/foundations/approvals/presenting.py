"""A memo as its page shows it: where it stands, what can be done, what happened."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals import (
    contents,
    differences,
    permissions,
    queries,
    subjects,
    turns,
)
from prongsai.foundations.approvals.captions import caption_of
from prongsai.foundations.approvals.differences import Difference
from prongsai.foundations.approvals.models import Memo, PaperRecord, Revision, Step
from prongsai.foundations.approvals.states import (
    OPEN,
    Decision,
    MemoState,
    Standing,
    StepState,
    Task,
)
from prongsai.ui.steps import Step as Shown
from prongsai.ui.steps import StepState as ShownState
from prongsai.ui.timeline import Moment

Words = str | Promise

_SHOWN: dict[StepState, ShownState] = {
    StepState.ENDORSED: "done",
    StepState.DECIDED: "done",
    StepState.PASSED_UP: "done",
    StepState.SKIPPED_VACANT: "done",
    StepState.REFUSED: "failed",
    StepState.RETURNED: "failed",
    StepState.VOIDED: "failed",
}


@dataclass(frozen=True, kw_only=True)
class Deeds:
    """What this person can do with a memo now."""

    answer: bool = False
    decides: bool = False
    submit: bool = False
    edit: bool = False
    edit_voids: bool = False
    recall: bool = False
    withdraw: bool = False
    delegate: bool = False
    skip: bool = False
    pass_up: bool = False
    void: bool = False
    record_paper: bool = False


@dataclass(frozen=True, kw_only=True)
class Said:
    """One answer: the step, in what right it was given, what it decided in words."""

    step: Step
    title: str
    caption: str
    decisions: str


@dataclass(frozen=True, kw_only=True)
class Page:
    """Everything the page of a memo shows."""

    memo: Memo
    deeds: Deeds
    steps: list[Shown]
    moments: list[Moment]
    changed: list[Difference]
    now_changed: list[Difference]
    enclosures: list[object]
    papers: list[PaperRecord]
    said: list["Said"]
    standing: str = ""
    waiting_for: list[str] = field(default_factory=list)
    subject_url: str = ""
    subject_name: str = ""


def page_of(memo: Memo, user: User, *, on: date) -> Page:
    """Return what a person sees of a memo today."""
    steps = queries.steps_of(memo)
    if memo.step is not None:
        memo.step.memo = memo
    stands = "" if memo.step is None else turns.standing(memo.step, on=on).value
    row = _subject(memo)
    waiting_for = _turn(memo, on=on)
    return Page(
        memo=memo,
        deeds=deeds_of(memo, user, standing=stands, on=on),
        steps=[_shown(memo, step, waiting_for) for step in _line(memo, steps)],
        moments=moments_of(memo),
        changed=since_last(memo, user),
        now_changed=since_submission(memo),
        enclosures=[e.file for e in contents.enclosures_of(memo)],
        papers=list(queries.papers_of(memo)),
        said=[_said(step) for step in steps if step.state in _ANSWERED],
        standing=stands,
        waiting_for=waiting_for,
        subject_url=_address(row),
        subject_name="" if row is None else str(row),
    )


_ANSWERED = frozenset(
    {
        StepState.ENDORSED,
        StepState.DECIDED,
        StepState.REFUSED,
        StepState.RETURNED,
        StepState.VOIDED,
    }
)


def _said(step: Step) -> Said:
    return Said(
        step=step,
        title=step.capacity_title or str(step.get_role_display()),
        caption=" · ".join(caption_of(step)),
        decisions=decisions_in_words(step.decisions),
    )


def deeds_of(memo: Memo, user: User, *, standing: str, on: date) -> Deeds:
    """Return what a person can do now."""
    acts = permissions.can_act(user, memo, on=on)
    gone = queries.changed_since_submission(memo)
    decides = memo.step is not None and memo.step.task == Task.DECIDE
    stuck = standing in {Standing.OWN_REQUEST, Standing.INTEREST} and not decides
    skippable = memo.step is not None and memo.step.may_skip_vacant and not decides
    return Deeds(
        answer=acts and not gone,
        decides=decides,
        submit=permissions.can_submit(user, memo),
        edit=permissions.can_edit(user, memo),
        edit_voids=not memo.is_with_proposer,
        recall=permissions.can_recall(user, memo),
        withdraw=permissions.can_withdraw(user, memo),
        delegate=permissions.can_delegate(user, memo, on=on)
        and len(queries.passable(memo, on=on)) > 1,
        skip=standing == Standing.VACANT
        and skippable
        and permissions.can_skip(user, memo, on=on),
        pass_up=stuck and permissions.can_pass_up(user, memo, on=on),
        void=gone
        and memo.state != MemoState.REFUSED
        and permissions.can_void(user, memo, on=on),
        record_paper=standing == Standing.OPEN
        and not gone
        and permissions.can_record_paper(user, memo, on=on),
    )


def since_last(memo: Memo, user: User) -> list[Difference]:
    """Return what changed since this person last answered, or since the round before."""
    revisions = queries.revisions_of(memo)
    before = queries.last_seen(memo, user) or _round_before(memo, revisions)
    if before is None or not revisions:
        return []
    return differences.differences(before.content, revisions[-1].content)


def since_submission(memo: Memo) -> list[Difference]:
    """Return how the content differs now from what was submitted."""
    if not queries.changed_since_submission(memo):
        return []
    frozen = queries.revisions_of(memo)[-1]
    return differences.differences(frozen.content, contents.content_of(memo))


def moments_of(memo: Memo) -> list[Moment]:
    """Return what happened, the latest first."""
    found = [_revised(r) for r in queries.revisions_of(memo)]
    found += [_acted(s) for s in queries.all_steps(memo) if s.acted_at is not None]
    found += [
        Moment(
            at=one.declared_at,
            title=_("Declared an interest and stepped aside"),
            who=str(one.declared_by),
        )
        for one in queries.interests_of(memo)
    ]
    found += [_recorded(p) for p in queries.papers_of(memo)]
    if memo.withdrawn_at is not None:
        found.append(
            Moment(
                at=memo.withdrawn_at,
                title=pgettext("memo", "Withdrawn"),
                text=memo.withdrawn_reason,
                who=str(memo.withdrawn_by),
            )
        )
    return sorted(found, key=_when, reverse=True)


def decisions_in_words(values: list[str]) -> str:
    """Return decisions as one reads them."""
    return ", ".join(str(Decision(value).label) for value in values)


def _when(moment: Moment) -> datetime:
    if not isinstance(moment.at, datetime):
        raise TypeError(moment)
    return moment.at


def _revised(revision: Revision) -> Moment:
    title = (
        pgettext("memo", "Drafted") if revision.number == 1 else _("Content changed")
    )
    return Moment(
        at=revision.made_at,
        title=title,
        text=_("Version %(number)s, digest %(digest)s")
        % {"number": revision.number, "digest": revision.digest[:12]},
        who="" if revision.made_by is None else str(revision.made_by),
    )


def _acted(step: Step) -> Moment:
    title = str(step.get_state_display())
    if step.decisions:
        title = decisions_in_words(step.decisions)
    if step.state == StepState.VOIDED:
        title = f"{title} ({StepState.VOIDED.label})" if step.decisions else title
    if step.on_paper:
        title = _("%(title)s, on paper") % {"title": title}
    caption = caption_of(step)
    who = f"{step.acted_by} · {' '.join(caption)}" if caption else str(step.acted_by)
    return Moment(at=_moment(step), title=title, text=step.opinion, who=who)


def _moment(step: Step) -> datetime:
    if step.acted_at is None:
        raise ValueError(step)
    return step.acted_at


def _recorded(paper: PaperRecord) -> Moment:
    title = _("Decision on paper recorded, waits for a second person")
    if paper.confirmed_at is not None:
        title = _("Decision on paper recorded and confirmed")
    if paper.rejected_at is not None:
        title = _("Decision on paper recorded but not confirmed")
    return Moment(
        at=paper.recorded_at,
        title=title,
        text=paper.rejected_reason,
        who=str(paper.recorded_by),
    )


def _line(memo: Memo, steps: list[Step]) -> list[Step]:
    """Return the steps of the round; before the first one, those that are planned."""
    if steps:
        return steps
    return [
        Step(
            memo=memo,
            role=plan.role,
            division=plan.division,
            order=plan.order,
            task=Task.ENDORSE,
        )
        for plan in memo.chain.steps.all()
    ]


def _shown(memo: Memo, step: Step, waiting_for: list[str]) -> Shown:
    state: ShownState = _SHOWN.get(StepState(step.state), "next")
    if memo.step_id is not None and step.pk == memo.step_id:
        state = "now"
    label = str(step.get_role_display())
    if step.division is not None:
        label = f"{label} · {step.division}"
    note = "" if step.acted_by is None else str(step.acted_by)
    if step.acted_by is None and state == "now":
        note = ", ".join(waiting_for)
    if step.passed_because:
        note = str(step.get_passed_because_display())
    return Shown(label=label, state=state, note=note)


def _turn(memo: Memo, *, on: date) -> list[str]:
    if memo.step is None:
        return []
    memo.step.memo = memo
    return [str(c.user) for c in turns.candidates(memo.step, on=on)]


def _round_before(memo: Memo, revisions: list[Revision]) -> Revision | None:
    """Return the content of the round before this one, as it was submitted then."""
    if memo.is_with_proposer and memo.state != MemoState.VOIDED:
        return None
    earlier = [
        s.digest for s in queries.all_steps(memo) if s.digest and s.round < memo.round
    ]
    return next((r for r in revisions if earlier and r.digest == earlier[-1]), None)


def _subject(memo: Memo) -> object | None:
    if memo.subject_pk is None:
        return None
    return subjects.row_of(memo.subject_label, memo.subject_pk)


def _address(row: object | None) -> str:
    address = getattr(row, "get_absolute_url", None)
    try:
        return str(address()) if address else ""
    except NoReverseMatch:
        return ""


def waiting_since(memo: Memo) -> date | None:
    """Return the day the present step got its turn."""
    before = [s.acted_at for s in queries.steps_of(memo) if s.acted_at is not None]
    moment = before[-1] if before else memo.submitted_at
    return None if moment is None or memo.state not in OPEN else localdate(moment)


def address_of_check(memo: Memo, digest: str) -> str:
    """Return the path that tells whether a printed memo still holds."""
    return reverse("approvals:check", args=[memo.pk, digest])
