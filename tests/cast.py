"""Alice owns, Bob is her colleague, Charlie is from another office and must see nothing.

A factory that makes an office also settles in it: from then on the test runs in that
office's name, as every request, task and command does. For another office's rows use
``with tenancy.acting_for(other.pk)``; the factories below do so by themselves.
"""

from datetime import UTC, date, datetime
from itertools import count

from django.db import connection
from django.test import Client

from prongsai.foundations.accounts.models import (
    ActingAppointment,
    ActingKind,
    Post,
    Role,
    User,
)
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import (
    Division,
    HostName,
    OfficeType,
    Organisation,
)

NOW = datetime(2025, 11, 20, 2, 0, tzinfo=UTC)
"""20 November 2568, nine in the morning in Bangkok; fiscal year 2569."""

TODAY = date(2025, 11, 20)
PASSWORD = "ทดสอบรหัสผ่าน-2569"
_numbers = count(1)


def settle(office: Organisation | None) -> None:
    """Run the rest of the test in the name of an office."""
    tenancy._current.set(None if office is None else office.pk)
    if connection.vendor == "postgresql":
        tenancy.tell_database(None if office is None else office.pk)


def make_office(**fields) -> Organisation:
    """Make an office with a host name; settle in it when the test is in none yet."""
    n = next(_numbers)
    office = Organisation.objects.create(
        **{
            "type": OfficeType.SUBDISTRICT,
            "name_th": f"องค์การบริหารส่วนตำบลทดสอบที่ {n}",
            "name_en": f"Test Subdistrict {n}",
            "letter_code": "ทส 00001",
            "is_demonstration": True,
        }
        | fields
    )
    HostName.objects.create(host=f"office{office.pk}.localhost", organisation=office)
    if tenancy.current() is None:
        settle(office)
    return office


def current_office() -> Organisation:
    """The office the test has settled in; a new one when there is none."""
    pk = tenancy.current()
    return make_office() if pk is None else Organisation.objects.get(pk=pk)


def make_division(*, office=None, **fields) -> Division:
    office = office or current_office()
    n = next(_numbers)
    with tenancy.acting_for(office.pk):
        return Division.objects.create(
            organisation=office,
            **{"code": f"d{n}", "name_th": f"กองทดสอบ {n}", "name_en": f"Division {n}"}
            | fields,
        )


def make_user(*, role=Role.OFFICER, office=None, division=None, **fields) -> User:
    """Make a person with one post; ``role=None`` makes one without any."""
    office = office or (division.organisation if division else current_office())
    n = next(_numbers)
    with tenancy.acting_for(office.pk):
        user = User(
            organisation=office,
            **{
                "username": f"person{n}",
                "email": f"person{n}@example.org",
                "prefix": "นาย",
                "first_name": f"ทดลอง{n}",
                "last_name": "สมมติ",
            }
            | fields,
        )
        user.set_password(PASSWORD)
        user.save()
        if role is not None:
            give_post(user, role=role, division=division)
    return user


def give_post(user, *, role, division=None, starts_on=date(2020, 10, 1), ends_on=None):
    return Post.objects.create(
        organisation=user.organisation,
        user=user,
        role=role,
        division=division,
        title_th=f"ตำแหน่ง{Role(role).value}",
        starts_on=starts_on,
        ends_on=ends_on,
    )


def make_acting(user, *, role, division=None, **fields) -> ActingAppointment:
    return ActingAppointment.objects.create(
        organisation=user.organisation,
        user=user,
        role=role,
        division=division,
        **{
            "kind": ActingKind.ACTING,
            "title_th": f"ตำแหน่ง{Role(role).value}",
            "order_number": "12/2569",
            "order_date": date(2025, 10, 1),
            "starts_on": date(2025, 10, 1),
            "ends_on": date(2026, 9, 30),
        }
        | fields,
    )


def client_of(user: User | None, *, office=None) -> Client:
    """A browser at the office's own host, signed in as ``user``."""
    office = office or (user.organisation if user else current_office())
    client = Client(headers={"host": f"office{office.pk}.localhost"})
    if user is not None:
        with tenancy.acting_for(office.pk):
            client.force_login(user)
    return client
