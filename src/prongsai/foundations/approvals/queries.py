"""Every way to read memos and chains; what waits for whom; what still holds."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from prongsai.foundations.accounts import queries as accounts
from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import Capacity
from prongsai.foundations.approvals import permissions, turns
from prongsai.foundations.approvals.contents import content_of, digest_of
from prongsai.foundations.approvals.models import (
    ChainTemplate,
    InterestDeclaration,
    Memo,
    PaperRecord,
    Revision,
    Step,
)
from prongsai.foundations.approvals.states import (
    OPEN,
    PASSED,
    MemoState,
    Secrecy,
    StepState,
)
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.queries import with_sections
from prongsai.foundations.organisations.reading import once


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """What lies before one person: to answer, to correct, to confirm."""

    to_act: list[Memo] = field(default_factory=list)
    returned: list[Memo] = field(default_factory=list)
    to_confirm: list[PaperRecord] = field(default_factory=list)

    @property
    def count(self) -> int:
        """Return how many things wait."""
        return len(self.to_act) + len(self.returned) + len(self.to_confirm)


@dataclass(frozen=True, kw_only=True)
class Vacancy:
    """A post nobody holds or acts for, and how many memos wait for it."""

    role: Role
    division: str
    memos: int


def memos() -> QuerySet[Memo]:
    """Return the memos of the current office."""
    return Memo.objects.filter(organisation=tenancy.required()).select_related(
        "drafted_by", "division", "division__organisation", "chain", "number", "step"
    )


def chains() -> QuerySet[ChainTemplate]:
    """Return the chains of the current office, the default first."""
    return ChainTemplate.objects.filter(
        organisation=tenancy.required()
    ).prefetch_related("steps__division")


def visible_to(user: User, *, on: date) -> QuerySet[Memo]:
    """Return what a person may see.

    Their own; what their step of a chain asks of them or once did; unless it is secret,
    what their division sends and, for the leaders, everything that was submitted.
    Auditors see that a memo exists, in the log only.
    """
    mine = Q(drafted_by=user) | Q(Exists(_asked_of(user, on=on)))
    everyday = Q(secrecy=Secrecy.NORMAL)
    held = accounts.capacities(user, on=on)
    for found in held:
        if found.role not in permissions.WRITERS:
            continue
        if found.role in turns.LEADERS:
            mine |= everyday & ~Q(state=MemoState.DRAFT)
        elif found.division is not None:
            mine |= everyday & Q(division__in=with_sections(found.division))
    return memos().filter(mine)


def waiting_for(user: User, today: date) -> Waiting:
    """Return what waits for a person's opinion, correction or second look."""
    roles = _roles(user, on=today)
    turn = memos().filter(state__in=OPEN).exclude(drafted_by=user)
    asked = Exists(Step.objects.filter(roles, pk=OuterRef("step_id")))
    declared = Exists(
        InterestDeclaration.objects.filter(memo=OuterRef("pk"), declared_by=user)
    )
    rows = turn.filter(asked).exclude(declared)
    return Waiting(
        to_act=[m for m in rows if _is_mine(m, user, on=today)],
        returned=list(
            memos().filter(
                drafted_by=user, state__in=[MemoState.RETURNED, MemoState.VOIDED]
            )
        ),
        to_confirm=list(
            open_papers()
            .filter(_second_pair(user, on=today))
            .exclude(proposer=user)
            .exclude(recorded_by=user)
            .filter(memo__in=visible_to(user, on=today).values("pk"))
        ),
    )


def open_papers() -> QuerySet[PaperRecord]:
    """Return decisions on paper that wait for a second person."""
    return PaperRecord.objects.filter(
        organisation=tenancy.required(),
        confirmed_at__isnull=True,
        rejected_at__isnull=True,
        step__state=StepState.WAITING,
    ).select_related("memo", "memo__division", "step", "signer", "recorded_by")


def papers_of(memo: Memo) -> QuerySet[PaperRecord]:
    """Return every decision on paper recorded for a memo."""
    return PaperRecord.objects.filter(
        organisation=memo.organisation_id, memo=memo
    ).select_related("step", "signer", "recorded_by", "confirmed_by", "rejected_by")


def papers_visible_to(user: User, *, on: date) -> QuerySet[PaperRecord]:
    """Return the decisions on paper of the memos a person may see."""
    seen = visible_to(user, on=on).values("pk")
    return PaperRecord.objects.filter(
        organisation=tenancy.required(), memo__in=seen
    ).select_related("memo", "memo__division", "step", "signer", "recorded_by")


def steps_of(memo: Memo) -> list[Step]:
    """Return the steps of the current round in their order."""
    return [step for step in all_steps(memo) if step.round == memo.round]


def all_steps(memo: Memo) -> list[Step]:
    """Return the steps of every round."""
    rows = Step.objects.filter(organisation=memo.organisation_id, memo=memo)
    found = once(
        ("steps", memo.pk),
        lambda: list(
            rows.select_related(
                "acted_by",
                "division",
                "assigned_to",
                "assigned_by",
                "assigned_division",
            )
        ),
    )
    for step in found:
        step.memo = memo
    return found


def revisions_of(memo: Memo) -> list[Revision]:
    """Return every frozen content, the oldest first."""
    return list(
        Revision.objects.filter(
            organisation=memo.organisation_id, memo=memo
        ).select_related("made_by")
    )


def interests_of(memo: Memo) -> list[InterestDeclaration]:
    """Return who declared an interest."""
    return list(
        InterestDeclaration.objects.filter(
            organisation=memo.organisation_id, memo=memo
        ).select_related("declared_by", "step")
    )


def is_valid(memo: Memo) -> bool:
    """Whether what was said of a memo still holds for its content as it is now.

    Recomputed: every step that counts is bound to the digest of the words, the
    enclosures and the subject of this very moment.
    """
    if memo.state not in {*OPEN, MemoState.DECIDED, MemoState.REFUSED}:
        return False
    now = digest_of(content_of(memo))
    said = [step for step in steps_of(memo) if step.digest]
    return now == _submitted_digest(memo) and all(s.digest == now for s in said)


def is_approved(memo: Memo) -> bool:
    """Whether it is decided, by a full chain of impartial people, and still holds."""
    steps = steps_of(memo)
    return (
        memo.state == MemoState.DECIDED
        and bool(steps)
        and all(step.state in PASSED for step in steps)
        and steps[-1].state == StepState.DECIDED
        and all(step.acted_by_id != memo.drafted_by_id for step in steps)
        and is_valid(memo)
    )


def changed_since_submission(memo: Memo) -> bool:
    """Whether the content is no longer what was submitted."""
    if memo.state not in {*OPEN, MemoState.DECIDED, MemoState.REFUSED}:
        return False
    return digest_of(content_of(memo)) != _submitted_digest(memo)


def about(label: str, pk: int) -> QuerySet[Memo]:
    """Return the memos about one row of a register."""
    return memos().filter(subject_label=label.lower(), subject_pk=pk)


def by_digest(memo: Memo, digest: str) -> Revision | None:
    """Return the revision a printed digest begins with."""
    rows = Revision.objects.filter(organisation=memo.organisation_id, memo=memo)
    return rows.filter(digest__startswith=digest).last()


def passable(memo: Memo, *, on: date) -> list[Capacity]:
    """Return to whom a step can be passed on, its present holder and oneself included."""
    return [] if memo.step is None else turns.eligible(memo.step, on=on)


def vacancies(*, on: date) -> list[Vacancy]:
    """Return the posts memos wait for; no word of what the memos are about."""
    waiting = Counter(
        (Role(memo.step.role), str(memo.step.division or ""))
        for memo in memos().filter(state__in=OPEN).select_related("step__division")
        if memo.step is not None and permissions.is_stuck(memo.step, on=on)
    )
    return [
        Vacancy(role=role, division=division, memos=count)
        for (role, division), count in waiting.items()
    ]


def last_seen(memo: Memo, user: User) -> Revision | None:
    """Return the content a person last gave an answer to, if any."""
    mine = [s for s in all_steps(memo) if s.acted_by_id == user.pk and s.digest]
    if not mine:
        return None
    return next((r for r in revisions_of(memo) if r.digest == mine[-1].digest), None)


def _submitted_digest(memo: Memo) -> str:
    rows = Revision.objects.filter(organisation=memo.organisation_id, memo=memo)
    return rows.order_by("-number").values_list("digest", flat=True)[0]


def _asked_of(user: User, *, on: date) -> QuerySet[Step]:
    rows = Step.objects.filter(organisation=tenancy.required(), memo=OuterRef("pk"))
    personally = Q(acted_by=user) | Q(assigned_to=user)
    return rows.filter(personally | _roles(user, on=on))


def _is_mine(memo: Memo, user: User, *, on: date) -> bool:
    """Whether a step of my role is mine: passed on to somebody, only while they cannot."""
    if memo.step is None or memo.step.assigned_to_id in {None, user.pk}:
        return True
    return permissions.can_act(user, memo, on=on)


def _second_pair(user: User, *, on: date) -> Q:
    """Match the papers a person may look at: see ``permissions.can_confirm_paper``."""
    found = Q(pk__in=[])
    for held in accounts.capacities(user, on=on):
        if held.role not in permissions.SECOND_PAIR:
            continue
        if held.division is None:
            return Q()
        found |= Q(memo__division__in=with_sections(held.division))
    return found


def _roles(user: User, *, on: date) -> Q:
    """Match the steps a person's capacities answer to; nothing when there are none."""
    found = Q(pk__in=[])
    for held in accounts.capacities(user, on=on):
        role = Q(role=held.role)
        if held.division is not None:
            inside = Q(division__in=with_sections(held.division))
            role &= inside | Q(division__isnull=True)
        found |= role
    return found
