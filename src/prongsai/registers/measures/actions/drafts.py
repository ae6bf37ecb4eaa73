"""What people say a measure and its steps shall be; rows are written from these."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import Division


@dataclass(frozen=True, kw_only=True)
class Draft:
    """Everything the plan says of a measure; only the title is needed to begin with.

    The ``…_text(s)``, ``aspect_number``, ``aspect_title`` and ``reference`` are what an
    imported report printed, word for word. With an ``aspect_number`` the title of the
    aspect is taken as printed, even when it is empty; without one the framework names it.
    """

    title: str
    analysis: str = ""
    aspect: int | None = None
    aspect_number: str = ""
    aspect_title: str = ""
    indicators: tuple[int, ...] = ()
    indicator_text: str = ""
    baseline: Decimal | None = None
    target: Decimal | None = None
    unit: str = ""
    figure_key: str = ""
    output_expected: str = ""
    outcome_expected: str = ""
    budget: Decimal | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    period_text: str = ""
    division: Division | None = None
    responsible_texts: tuple[str, ...] = ()
    accountable: User | None = None
    reference: str = ""
    standard: str = ""


@dataclass(frozen=True, kw_only=True)
class StepDraft:
    """One step as it shall be; ``points`` stand under it and follow its owner."""

    text: str
    marker: str = ""
    division: Division | None = None
    accountable: User | None = None
    due_on: date | None = None
    origin: str = ""
    points: tuple["StepDraft", ...] = ()
