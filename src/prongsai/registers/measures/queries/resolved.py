"""Resolutions of meetings that a measure can take over as steps."""

from prongsai.foundations.accounts.models import User
from prongsai.foundations.evidence import sources
from prongsai.foundations.evidence.sources import Choice

RESOLUTION = "meetings.resolution"
"""The kind of record, as the register of meetings offers it; it may not be installed."""


def resolutions(user: User) -> list[Choice]:
    """Return the resolutions a person may name, the newest first."""
    return [
        choice
        for source in sources.known()
        if source.name == RESOLUTION
        for choice in source.choices(user)
    ]


def resolution(user: User, pk: int) -> Choice | None:
    """Return one of them."""
    return next((one for one in resolutions(user) if one.pk == pk), None)
