"""Row-level security: the database itself keeps the offices apart."""

import subprocess
import sys

import pytest
from allauth.account.models import EmailAddress
from django.core.management.base import CommandError
from django.db import ProgrammingError, connection, transaction

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations import tenancy, wall
from prongsai.foundations.organisations.models import Division, Organisation
from tests.cast import client_of, make_division, make_office, make_user, settle

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        connection.vendor != "postgresql", reason="row-level security is PostgreSQL's"
    ),
]


def test_without_an_office_there_are_no_rows():
    make_division()
    settle(None)

    assert Division.objects.count() == 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM organisations_division")
        assert cursor.fetchone() == (0,)


def test_another_offices_rows_do_not_exist_even_for_raw_sql():
    alices = make_division(office=make_office())
    other = make_office()

    with tenancy.acting_for(other.pk), connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM organisations_division WHERE id = %s", [alices.pk]
        )
        assert cursor.fetchall() == []
        cursor.execute("UPDATE organisations_division SET code = 'x'")
        assert cursor.rowcount == 0


def test_an_insert_for_another_office_is_refused():
    make_office()
    other = make_office()

    with (
        pytest.raises(ProgrammingError, match="row-level security"),
        transaction.atomic(),
    ):
        Division.objects.create(organisation=other, code="x", name_th="x", name_en="x")


def test_a_row_cannot_be_moved_to_another_office():
    division = make_division(office=make_office())
    other = make_office()

    with (
        pytest.raises(ProgrammingError, match="row-level security"),
        transaction.atomic(),
    ):
        Division.objects.filter(pk=division.pk).update(organisation=other)


def test_a_librarys_rows_follow_the_person_they_belong_to():
    alice = make_user()
    EmailAddress.objects.create(user=alice, email=alice.email, verified=True)
    other = make_office()

    with tenancy.acting_for(other.pk), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM account_emailaddress")
        assert cursor.fetchone() == (0,)


def test_a_failed_deed_leaves_the_office_of_before():
    alices, other = make_office(), make_office()
    make_division(office=alices)

    with pytest.raises(RuntimeError), tenancy.acting_for(other.pk):
        raise RuntimeError

    assert tenancy.current() == alices.pk
    assert Division.objects.count() == 1


def test_a_request_leaves_the_office_of_before():
    alices = make_office()
    make_division(office=alices)
    settle(None)

    client_of(None, office=alices).get("/")

    assert Division.objects.count() == 0


def test_a_pooled_connection_carries_nothing_over():
    office = make_office()
    make_division(office=office)
    program = (
        "import django; django.setup()\n"
        "from django.db import connection\n"
        "from prongsai.foundations.organisations import tenancy\n"
        "def setting():\n"
        "    with connection.cursor() as c:\n"
        "        c.execute(\"SELECT current_setting('prongsai.organisation', true)\")\n"
        "        return c.fetchone()[0] or ''\n"
        "with tenancy.acting_for(7):\n"
        "    inside, first = setting(), connection.connection\n"
        "assert connection.connection is first\n"
        "print(repr(inside), repr(setting()))\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == ["'7'", "''"]


def test_every_person_of_an_office_is_one_of_the_walled():
    assert User in set(wall.owned_models())
    assert Organisation not in set(wall.owned_models())


def test_a_role_that_walks_through_walls_is_refused(monkeypatch):
    monkeypatch.setattr(wall, "WALKS_THROUGH", "SELECT true")

    with pytest.raises(CommandError, match="superuser"):
        wall.build(connection)
