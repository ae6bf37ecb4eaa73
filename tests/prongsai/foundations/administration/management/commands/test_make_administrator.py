"""From an empty installation to the first person, by two commands."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import capacity
from prongsai.foundations.audit.models import Event
from prongsai.foundations.organisations import queries, tenancy
from prongsai.foundations.organisations.models import Organisation
from tests.cast import make_office

pytestmark = pytest.mark.django_db
OFFICE = {
    "type": "township",
    "name_th": "เทศบาลตำบลทดสอบ",
    "name_en": "Test Township",
}
DAO = {"username": "dao", "first_name": "ดาว", "last_name": "สมมติ"}


def run(name: str, **options) -> str:
    out = StringIO()
    call_command(name, stdout=out, **options)
    return out.getvalue()


def test_an_empty_installation_gets_an_office_and_an_administrator():
    run("make_office", **OFFICE)
    said = run("make_administrator", address="https://test.example.org/", **DAO)

    office = Organisation.objects.get()
    link = re.search(r"https://test\.example\.org(/account/invitation/\S+/)", said)
    assert link
    assert Client().get(link.group(1), follow=True).status_code == 200
    with tenancy.acting_for(office.pk):
        dao = User.objects.get()
        assert capacity(dao, Role.ADMINISTRATOR, on=timezone.localdate())
        assert queries.divisions().count() == 8
        assert Event.objects.filter(actor="").count() == Event.objects.count()


def test_a_second_office_needs_a_host_name_of_its_own():
    run("make_office", host="one.example.org", **OFFICE)

    with pytest.raises(CommandError, match="--host"):
        run("make_office", **OFFICE)
    with pytest.raises(CommandError, match="taken"):
        run("make_office", host="ONE.example.org", **OFFICE)

    run("make_office", host="two.example.org", no_divisions=True, **OFFICE)
    assert Organisation.objects.count() == 2


@pytest.mark.parametrize(
    ("option", "value"), [("type", "kingdom"), ("name_th", " "), ("name_en", "")]
)
def test_an_office_that_makes_no_sense_is_not_made(option, value):
    with pytest.raises(CommandError):
        run("make_office", **OFFICE | {option: value})

    assert not Organisation.objects.exists()


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("username", "ดาว"),
        ("username", "TAKEN"),
        ("first_name", ""),
        ("email", "dao"),
        ("email", "taken@example.org"),
        ("host", "elsewhere.example.org"),
    ],
)
def test_an_administrator_that_makes_no_sense_is_not_made(option, value):
    first = make_office()
    make_office()
    with tenancy.acting_for(first.pk):
        host = queries.host_names()[0]
    run(
        "make_administrator",
        host=host,
        **DAO | {"username": "taken", "email": "taken@example.org"},
    )

    with pytest.raises(CommandError):
        run("make_administrator", **{"host": host} | DAO | {option: value})

    with tenancy.acting_for(first.pk):
        assert User.objects.count() == 1


def test_without_any_office_the_command_says_what_to_do_first():
    with pytest.raises(CommandError, match="make_office"):
        run("make_administrator", **DAO)
