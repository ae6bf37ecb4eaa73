"""Results for tests: what was announced for a year, entered through the actions."""

from decimal import Decimal

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import holders
from prongsai.registers.assessments.actions import results
from prongsai.registers.assessments.actions.results import Values
from prongsai.registers.assessments.models import Assessment
from prongsai.registers.assessments.states import Origin
from tests.cast import NOW, TODAY, make_user

POINTS = (
    "92.10", "88.40", "90.75", "85.20", "86.30",
    "91.00", "84.15", "82.60", "95.50", "87.50",
)  # fmt: skip
"""An ordinary year: 88.94 in total, the EIT at 85.92."""


def the_analyst() -> User:
    """The analyst of the office the test has settled in; a new one when needed."""
    found = holders(Role.ANALYST, on=TODAY)
    return found[0].user if found else make_user(role=Role.ANALYST)


def make_values(year=2568, points=POINTS, **fields) -> Values:
    """What was announced; ``points`` are the ten in order, or a mapping by number."""
    by_number = points if isinstance(points, dict) else dict(enumerate(points, 1))
    facts = {"total": None, "level": "", "origin": Origin.FORM} | fields
    return Values(
        fiscal_year=year,
        points={number: Decimal(value) for number, value in by_number.items()},
        **facts,
    )


def make_result(
    year=2568, points=POINTS, *, confirmed=True, by=None, at=NOW, **fields
) -> Assessment:
    """Enter the result of a year, and confirm it unless told otherwise."""
    by = by or the_analyst()
    entered = results.enter(make_values(year, points, **fields), by=by, at=at)
    return results.confirm(entered, by=by, at=at) if confirmed else entered
