"""What happened to a thing, moment by moment, for the timeline."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise


@dataclass(frozen=True, kw_only=True)
class Moment:
    """One thing that happened: when, what, more about it, and who did it."""

    at: datetime | date
    title: str | Promise
    text: str | Promise = ""
    who: str | Promise = ""
