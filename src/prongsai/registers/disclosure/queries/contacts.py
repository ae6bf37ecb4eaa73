"""Telephone numbers and addresses that are the office's own and stand in public on purpose."""

import hashlib
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

from prongsai.foundations.organisations import queries as organisations
from prongsai.foundations.organisations.reading import once
from prongsai.ita.disclosure.files import VERSION

Contacts = Callable[[], frozenset[str]]


def official() -> frozenset[str]:
    """Return what is official in the current office: its own, its divisions', registers'."""
    return once("disclosure.contacts", lambda: frozenset(filter(None, _official())))


def rules_digest(contacts: frozenset[str]) -> str:
    """Return what tells whether a file was looked at with the same contacts as now."""
    whole = "\n".join([str(VERSION), *sorted(contacts)])
    return hashlib.sha256(whole.encode()).hexdigest()


@cache
def sources() -> tuple[Contacts, ...]:
    """Return what registers offer: ``CONTACTS`` of their ``disclosures.py``."""
    found = []
    for config in apps.get_app_configs():
        name = f"{config.name}.disclosures"
        if config.name.startswith("prongsai.") and find_spec(name):
            offered = getattr(import_module(name), "CONTACTS", None)
            if offered is not None:
                found.append(offered)
    return tuple(found)


def _official() -> Iterator[str]:
    office = organisations.current_office()
    yield from (office.phones, office.address_th, office.address_en)
    yield from organisations.divisions().values_list("phone", flat=True)
    for contacts in sources():
        yield from contacts()
