"""What the foundations put on a person's home page."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals import queries as approvals
from prongsai.ui.worklist import WorkItem


def memos(user: User, on: date) -> list[WorkItem]:
    """Return the memos that wait for a person: to answer, to correct, to confirm."""
    return list(_memos(user, on))


def _memos(user: User, on: date) -> Iterator[WorkItem]:
    waiting = approvals.waiting_for(user, on)
    for memo in waiting.to_act:
        yield WorkItem(
            label=str(memo),
            href=memo.get_absolute_url(),
            note=str(memo.division),
            badge=_("waits for your opinion"),
            tone="info",
        )
    for memo in waiting.returned:
        yield WorkItem(
            label=str(memo),
            href=memo.get_absolute_url(),
            badge=memo.get_state_display(),
            tone="warn",
        )
    for paper in waiting.to_confirm:
        yield WorkItem(
            label=str(paper.memo),
            href=reverse("approvals:paper", args=[paper.pk]),
            badge=_("compare with the signed paper"),
            tone="info",
        )
