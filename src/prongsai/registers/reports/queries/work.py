"""Reports that wait for something from a person, for the home page of the back office."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.registers.reports import permissions
from prongsai.registers.reports.models import Report
from prongsai.registers.reports.queries import checking
from prongsai.registers.reports.queries.composing import compose
from prongsai.registers.reports.queries.reports import visible_to
from prongsai.registers.reports.states import ReportState
from prongsai.ui.worklist import WorkItem

_MOST_CHECKED = 4
"""Each draft is composed and checked to tell whether errors keep it back."""


def waiting(user: User, on: date) -> list[WorkItem]:
    """Approved reports to publish; for the clerk drafts whose errors keep them back."""
    return [*_to_publish(user, on), *_to_override(user, on)]


def _to_publish(user: User, on: date) -> Iterator[WorkItem]:
    if not permissions.can_publish(user, on):
        return
    for report in visible_to(user).filter(state=ReportState.APPROVED):
        yield WorkItem(
            label=report.title,
            href=report.get_absolute_url(),
            badge=_("approved: to be published"),
            tone="info",
        )


def _to_override(user: User, on: date) -> Iterator[WorkItem]:
    if not permissions.can_override(user, on):
        return
    drafts = visible_to(user).filter(state=ReportState.DRAFT, cut_off__lte=on)
    for report in drafts[:_MOST_CHECKED]:
        if _is_kept_back(report):
            yield WorkItem(
                label=report.title,
                href=report.get_absolute_url(),
                badge=_("errors keep it from being submitted"),
                tone="warn",
            )


def _is_kept_back(report: Report) -> bool:
    errors = checking.errors_in(checking.flaws_of(compose(report).content))
    return bool(errors) and checking.override_for(report, errors) is None
