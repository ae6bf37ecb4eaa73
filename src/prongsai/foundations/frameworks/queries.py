"""Which framework holds: the one an office installed, or the one that is shipped.

Registers ask here, never the library's loader: a correction counts everywhere at once.
"""

from functools import lru_cache

from django.db.models import QuerySet

from prongsai.foundations.accounts.models import User
from prongsai.foundations.frameworks.models import InstalledFramework, InstallState
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.reading import once
from prongsai.ita.errors import UnknownYear, YearTooEarly
from prongsai.ita.frameworks import loader
from prongsai.ita.frameworks.model import Framework


def visible_to(user: User) -> QuerySet[InstalledFramework]:
    """Return what the office of a person installed."""
    return InstalledFramework.objects.filter(organisation=user.organisation_id)


def available() -> tuple[int, ...]:
    """Return the fiscal years that have a framework here, oldest first."""
    return tuple(sorted({*loader.available(), *_in_force()}))


def load(year: int) -> Framework:
    """Return the framework that holds for a fiscal year in the current office.

    Raises what ``prongsai.ita.frameworks.loader.load`` raises.
    """
    found = _in_force().get(year)
    return loader.load(year) if found is None else parsed(*found)


def holding(year: int) -> Framework | None:
    """Return the framework that holds for a year; None where there is none."""
    try:
        return load(year)
    except (UnknownYear, YearTooEarly):
        return None


def before(year: int) -> Framework | None:
    """Return the newest framework of an earlier year, to compare a new year with."""
    earlier = [one for one in available() if one < year]
    return load(earlier[-1]) if earlier else None


def digest_of(year: int) -> str:
    """Return what tells the framework of a year from another; empty for a shipped one."""
    return _in_force().get(year, ("", ""))[0]


def in_force(year: int) -> InstalledFramework | None:
    """Return the installed framework that holds for a year, if one does."""
    return InstalledFramework.objects.filter(
        organisation=tenancy.required(), year=year, state=InstallState.IN_FORCE
    ).first()


@lru_cache(maxsize=64)
def parsed(digest: str, text: str) -> Framework:
    """Return an installed text as a framework; the same text is read once."""
    return loader.parse(text, f"{digest[:12]}.toml")


def _in_force() -> dict[int, tuple[str, str]]:
    office = tenancy.current()
    if office is None:
        return {}
    return once("frameworks.in-force", lambda: _ask(office))


def _ask(office: int) -> dict[int, tuple[str, str]]:
    rows = InstalledFramework.objects.filter(
        organisation=office, state=InstallState.IN_FORCE
    )
    return {
        year: (d, text) for year, d, text in rows.values_list("year", "digest", "text")
    }
