"""What waits for a person, for the home page of the back office."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals import queries
from prongsai.foundations.approvals.models import Memo, PaperRecord
from prongsai.foundations.approvals.states import Task
from prongsai.ui.worklist import WorkItem


def rows(user: User, today: date) -> Sequence[WorkItem]:
    """Return what waits for a person's opinion, decision, correction or second look."""
    waiting = queries.waiting_for(user, today)
    return [
        *(_to_answer(memo) for memo in waiting.to_act),
        *(_to_correct(memo) for memo in waiting.returned),
        *(_to_confirm(paper) for paper in waiting.to_confirm),
    ]


def _to_answer(memo: Memo) -> WorkItem:
    decides = memo.step is not None and memo.step.task == Task.DECIDE
    return WorkItem(
        label=memo.title,
        href=reverse("approvals:answer", args=[memo.pk]),
        note=f"{memo.reference} · {memo.division}",
        badge=_("for your decision") if decides else _("for your opinion"),
        tone="info",
    )


def _to_correct(memo: Memo) -> WorkItem:
    return WorkItem(
        label=memo.title,
        href=memo.get_absolute_url(),
        note=memo.reference,
        badge=str(memo.get_state_display()),
        tone="warn",
    )


def _to_confirm(paper: PaperRecord) -> WorkItem:
    return WorkItem(
        label=paper.memo.title,
        href=reverse("approvals:paper", args=[paper.pk]),
        note=paper.memo.reference,
        badge=_("decision on paper: confirm"),
        tone="info",
    )
