"""What the registers are given to make their part of the invented office."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Protocol
from zoneinfo import ZoneInfo

from django.conf import settings

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import Division, Organisation

Progress = Callable[[str, int, int], None]
"""Told what is being made, how much is done, and of how much."""


class Cast(Protocol):
    """The invented office: people by user name, divisions by code."""

    @property
    def office(self) -> Organisation:
        """The office itself."""

    @property
    def people(self) -> Mapping[str, User]:
        """Everybody who works there."""

    @property
    def divisions(self) -> Mapping[str, Division]:
        """Its divisions."""


def hour_of(day: date, hour: int = 10, minute: int = 0) -> datetime:
    """Return an hour of a day as the clocks of the office show it."""
    zone = ZoneInfo(settings.TIME_ZONE)
    return datetime.combine(day, time(hour, minute), tzinfo=zone)
