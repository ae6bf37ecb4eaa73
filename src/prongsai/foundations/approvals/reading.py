"""Who may open the files of a memo: whoever may see the memo."""

from django.utils import timezone

from prongsai.foundations.accounts.models import User
from prongsai.foundations.approvals import queries


def can_read_enclosure(user: User, pk: int) -> bool:
    """Whether a person may open what is enclosed with a memo."""
    return queries.visible_to(user, on=timezone.localdate()).filter(pk=pk).exists()


def can_read_scan(user: User, pk: int) -> bool:
    """Whether a person may open the scan of a decision on paper."""
    visible = queries.papers_visible_to(user, on=timezone.localdate())
    return visible.filter(pk=pk).exists()
