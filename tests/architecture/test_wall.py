"""The wall between offices, tried at every address of the site.

Charlie works for another office and holds every role there. With Alice's keys in her
hands she asks, at her own office's address, for every page in every way a browser can.
She must get 404 wherever a key is in the address, must read nothing that is Alice's,
and must change nothing. An address that nobody has written a case for fails.
"""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.urls import reverse

import tests.strangers
from prongsai.foundations.accounts.models import Role
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Organisation, OwnedByOrganisation
from tests.addresses import addresses
from tests.cast import client_of, give_post, make_office, make_user, settle

pytestmark = pytest.mark.django_db

METHODS = ("get", "head", "post", "put", "patch", "delete", "options")


@dataclass
class Case:
    """How to ask for something of Alice's, and what of hers must not be read."""

    kwargs: dict[str, Any] = field(default_factory=dict)
    data: dict[str, Any] = field(default_factory=dict)
    secrets: list[str] = field(default_factory=list)


def cases() -> dict[str, Callable[[Organisation], dict[str, Any]]]:
    """Every case of every application, from ``tests/strangers``."""
    found: dict[str, Callable[[Organisation], dict[str, Any]]] = {}
    for module in pkgutil.iter_modules(tests.strangers.__path__):
        found |= importlib.import_module(f"tests.strangers.{module.name}").CASES
    return found


ADDRESSES = addresses()
CASES = cases()


def test_every_address_has_a_name_and_a_strangers_case():
    assert set(ADDRESSES) == set(CASES)


def charlie(office: Organisation) -> Client:
    """A browser of Charlie's, who holds every role in her own office."""
    person = make_user(role=None, office=office, username="charlie")
    with tenancy.acting_for(office.pk):
        for role in Role:
            give_post(person, role=role)
    return client_of(person)


def rows_of(office: Organisation) -> dict[str, list[Any]]:
    """Everything an office has in the database, row by row."""
    with tenancy.acting_for(office.pk):
        return {
            model._meta.label: list(
                model._base_manager.filter(organisation=office).order_by("pk").values()
            )
            for model in apps.get_models()
            if issubclass(model, OwnedByOrganisation)
        }


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(set(ADDRESSES) & set(CASES)))
def test_a_stranger_finds_nothing_and_changes_nothing(name):
    alices = make_office(name_th="สำนักงานของอลิซ", name_en="Office of Alice")
    with tenancy.acting_for(alices.pk):
        case = Case(**CASES[name](alices))
    other = make_office(name_th="สำนักงานอื่น", name_en="Another office")
    client = charlie(other)
    settle(None)
    before = rows_of(alices)
    address = reverse(name, kwargs=case.kwargs)

    answers = {
        method: getattr(client, method)(
            address, case.data if method in {"get", "post"} else ""
        )
        for method in METHODS
    }

    if case.kwargs:
        assert {a.status_code for a in answers.values()} <= {404, 405}
        assert 404 in {a.status_code for a in answers.values()}
    for answer in answers.values():
        body = b"".join(answer) if answer.streaming else answer.content
        heads = str(dict(answer.headers)).encode()
        for secret in [*case.secrets, str(alices)]:
            assert secret.encode() not in body + heads
    assert rows_of(alices) == before


postgresql = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="row-level security is PostgreSQL's"
)


@postgresql
@pytest.mark.parametrize(
    "model",
    [m for m in apps.get_models() if issubclass(m, OwnedByOrganisation)],
    ids=lambda m: m._meta.label,
)
def test_the_database_itself_walls_every_owned_table(model):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relrowsecurity AND relforcerowsecurity, "
            "(SELECT count(*) FROM pg_policy WHERE polrelid = c.oid) "
            "FROM pg_class c WHERE relname = %s",
            [model._meta.db_table],
        )
        assert cursor.fetchone() == (True, 1)
