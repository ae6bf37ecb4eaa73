"""What waits for a person in the results, as the home page lists it."""

from datetime import date

from django.utils.translation import gettext as _

from prongsai.foundations.accounts.models import User
from prongsai.registers.assessments import permissions
from prongsai.registers.assessments.queries import results
from prongsai.ui.worklist import WorkItem


def to_confirm(user: User, on: date) -> list[WorkItem]:
    """Return the results that this person could confirm."""
    if not permissions.can_confirm(user, on=on):
        return []
    return [
        WorkItem(
            label=str(assessment),
            href=assessment.get_absolute_url(),
            note=str(assessment.get_origin_display()),
            badge=_("waits to be confirmed"),
            tone="warn",
        )
        for assessment in results.waiting()
    ]


def has_a_result() -> bool:
    """Whether the office has entered the result of any year."""
    return bool(results.years()) or results.waiting().exists()
