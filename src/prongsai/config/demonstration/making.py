"""Makes the whole demonstration, or says why this database is not the place for it."""

from collections.abc import Callable
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from random import Random

from django.apps import apps
from django.db import transaction

from prongsai.config.demonstration.office import Cast, make_office, make_people
from prongsai.config.demonstration.papers import make_papers
from prongsai.foundations.accounts.demonstration import Progress
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Organisation
from prongsai.ita.errors import ItaError
from prongsai.ita.thai.fiscal import first_day, fiscal_year_of

SEED = 2569


class HoldsRealData(ItaError):
    """The database belongs to a real office: ``office``."""

    code = "demo.real-data"


def demonstration() -> Organisation | None:
    """Return the invented office, if this database has one.

    Raises ``HoldsRealData`` when there is an office that is not invented.
    """
    real = Organisation.objects.filter(is_demonstration=False).first()
    if real is not None:
        raise HoldsRealData(office=real.name_th)
    return Organisation.objects.filter(is_demonstration=True).first()


def make(*, today: date, progress: Progress, seed: int = SEED) -> Organisation:
    """Make the office and let every register make its year; all of it or nothing.

    The same seed and day make the same data.
    """
    with transaction.atomic():
        office = make_office()
        with tenancy.acting_for(office.pk):
            since = first_day(fiscal_year_of(today) - 3)
            cast = make_people(office, since=since)
            for register in _registers():
                register(cast, today=today, random=Random(seed), progress=progress)  # noqa: S311  # no secret
            make_papers(cast, today=today)
    return office


def _registers() -> list[Callable[..., None]]:
    """Return ``demo.make`` of every register that has one."""
    return [
        import_module(f"{config.name}.demo").make
        for config in apps.get_app_configs()
        if config.name.startswith("prongsai.registers.")
        and find_spec(f"{config.name}.demo")
    ]


__all__ = ["Cast", "HoldsRealData", "demonstration", "make"]
