"""Memos in lists: which ones, in which columns; and what the pages need of them."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

import django_filters
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals import actions, differences, queries
from prongsai.foundations.approvals.differences import Difference
from prongsai.foundations.approvals.forms import AnswerForm
from prongsai.foundations.approvals.models import Memo, Revision
from prongsai.foundations.approvals.states import MemoState, Task
from prongsai.ui.listing import Filters, FiscalYearFilter
from prongsai.ui.tables import Cell, Column
from prongsai.ui.tabs import Tab

MINE, SENT = "mine", "sent"


class MemoFilters(Filters):
    """How memos are narrowed."""

    search_in = ("title", "reference", "to")
    state = django_filters.ChoiceFilter(
        label=gettext_lazy("State"), choices=MemoState.choices
    )
    year = FiscalYearFilter(field_name="drafted_at")

    class Meta(Filters.Meta):
        model = Memo
        fields: list[str] = []


@dataclass(frozen=True, kw_only=True)
class Version:
    """One frozen content and how it differs from the one before."""

    revision: Revision
    changed: list[Difference]


def columns() -> list[Column]:
    """Return what a list of memos tells."""
    return [
        Column("title", pgettext("memo", "Subject"), sort="title"),
        Column(
            "reference", pgettext("memo", "Number"), sort="number__year number__number"
        ),
        Column("dated", pgettext("memo", "Date"), sort="dated"),
        Column("division", pgettext("memo", "From"), sort="division__order"),
        Column("state", pgettext("memo", "State"), sort="state", value=_state),
        Column("drafted_at", pgettext("memo", "Drafted"), sort="drafted_at"),
    ]


def _state(memo: Memo) -> Cell:
    return Cell(str(memo.get_state_display()), tone=memo.tone)  # type: ignore[arg-type]  # one of the tones, see states


def chosen(
    visible: QuerySet[Memo], show: str, user: User, *, on: date
) -> QuerySet[Memo]:
    """Return what waits for me, what I sent, or everything I may see."""
    if show == MINE:
        waiting = queries.waiting_for(user, on)
        keys = [memo.pk for memo in (*waiting.to_act, *waiting.returned)]
        return visible.filter(pk__in=keys)
    if show == SENT:
        return visible.filter(Q(drafted_by=user))
    return visible


def tabs(show: str) -> list[Tab]:
    """Return the three lists."""
    here = reverse("approvals:memos")
    return [
        Tab(label=_("All I may see"), href=here, current=show not in {MINE, SENT}),
        Tab(
            label=pgettext("memo", "Waiting for me"),
            href=f"{here}?show={MINE}",
            current=show == MINE,
        ),
        Tab(label=_("Written by me"), href=f"{here}?show={SENT}", current=show == SENT),
    ]


def give_answer(memo: Memo, form: AnswerForm, *, by: User, at: datetime) -> Memo:
    """Do what the pressed button says."""
    data = form.cleaned_data
    if form.deed == "return":
        reason = data["opinion"]
        return actions.return_(memo, reason=reason, seen=form.seen, by=by, at=at)
    if form.step.task == Task.DECIDE:
        return actions.decide(memo, form.ruling, seen=form.seen, by=by, at=at)
    return actions.endorse(
        memo,
        opinion=data["opinion"],
        no_interest=data["no_interest"],
        seen=form.seen,
        by=by,
        at=at,
    )


def versions_of(memo: Memo) -> list[Version]:
    """Return every frozen content with what changed in it, the latest first."""
    revisions = queries.revisions_of(memo)
    found = [
        Version(
            revision=now,
            changed=differences.differences(before.content, now.content),
        )
        for before, now in pairwise(revisions)
    ]
    return [*reversed(found), *(Version(revision=r, changed=[]) for r in revisions[:1])]


def named(memo: Memo, ending: str) -> dict[str, str]:
    """Return the header that names a file after the memo."""
    number = memo.number.number if memo.number is not None else memo.pk
    return {"Content-Disposition": f'inline; filename="memo-{number}.{ending}"'}
