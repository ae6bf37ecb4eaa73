"""My work: what waits for a person, section by section; each register adds its own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.registers.assessments.queries import work as assessments
from prongsai.registers.disclosure.queries import work as disclosure
from prongsai.registers.lending.queries import asset_work as assets
from prongsai.registers.lending.queries import work as lending
from prongsai.registers.measures.queries import work as measures
from prongsai.registers.meetings.queries import work as meetings
from prongsai.registers.reports.queries import work as reports
from prongsai.sites.staff import waiting
from prongsai.ui.worklist import WorkItem


@dataclass(frozen=True)
class Section:
    """A heading and the things under it; ``rows`` finds them for a person on a day."""

    title: str | Promise
    rows: Callable[[User, date], Sequence[WorkItem]]


@dataclass(frozen=True, kw_only=True)
class FilledSection:
    """A section with what it holds today."""

    title: str
    rows: Sequence[WorkItem]


SECTIONS: list[Section] = [
    Section(_("Loans that wait for my decision"), lending.to_decide),
    Section(_("Loans to check, hand over or take back"), lending.to_handle),
    Section(_("Things I have borrowed"), lending.borrowed),
    Section(_("Annual check of the assets"), assets.running_checks),
    Section(_("Letters to the Audit Office"), assets.letters_to_write),
    Section(_("Results that wait to be confirmed"), assessments.to_confirm),
    Section(_("My steps in the measures"), measures.steps_due),
    Section(_("Parts my division is to submit"), measures.parts_to_submit),
    Section(_("Parts of divisions to accept"), measures.parts_to_accept),
    Section(_("Measures reported as done, to close"), measures.measures_to_close),
    Section(_("Reports that wait for me"), reports.waiting),
    Section(_("Public disclosure"), disclosure.items_due),
    Section(_("Circulars to acknowledge"), meetings.circulars),
    Section(_("My meetings"), meetings.meetings),
    Section(_("My resolutions"), meetings.resolutions),
    Section(_("Memos that wait for you"), waiting.memos),
]
"""In the order of the page: what is due first, then what waits, then what came back."""


def sections_of(user: User, *, on: date) -> list[FilledSection]:
    """Return the sections that hold something for a person on a day."""
    found = (
        FilledSection(title=str(section.title), rows=section.rows(user, on))
        for section in SECTIONS
    )
    return [section for section in found if section.rows]
