"""``manage make_administrator``: the first person of an office, and the link to begin with."""

import argparse
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from prongsai.foundations.accounts import invitations
from prongsai.foundations.accounts.models import Role, User
from prongsai.foundations.accounts.queries import person_called
from prongsai.foundations.administration.actions import people, posts
from prongsai.foundations.administration.forms.people import USER_NAME
from prongsai.foundations.administration.management.asking import answer, say
from prongsai.foundations.organisations import queries, tenancy
from prongsai.foundations.organisations.models import Organisation


class Command(BaseCommand):
    """Adds an administrator and prints the invitation link."""

    help = "Add an administrator to an office and print the invitation link."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Name the options; what is missing is asked for."""
        parser.add_argument("--host", default="", help="host name of the office")
        parser.add_argument("--username")
        parser.add_argument("--first-name")
        parser.add_argument("--last-name")
        parser.add_argument("--email", default="")
        parser.add_argument(
            "--address", default="http://127.0.0.1:8000", help="where the site answers"
        )

    def handle(self, **options: Any) -> None:  # noqa: ANN401  # Django's
        """Add the person, give the post, print the link."""
        office = _office(options["host"])
        with tenancy.acting_for(office.pk):
            person = _add(options)
            link = invitations.link_for(person, at=timezone.now())
        say(
            self.stdout,
            f"{office.name_th}: {person}",
            "Open this link within seven days to set the password / "
            "เปิดลิงก์นี้ภายในเจ็ดวันเพื่อตั้งรหัสผ่าน:",
            options["address"].rstrip("/") + link,
        )


@transaction.atomic
def _add(options: dict[str, Any]) -> User:
    now = timezone.now()
    values = {
        "username": answer(
            options["username"], "User name / ชื่อผู้ใช้", check=_is_free_name
        ),
        "first_name": answer(options["first_name"], "First name / ชื่อ"),
        "last_name": answer(options["last_name"], "Last name / นามสกุล"),
        "email": options["email"]
        and answer(options["email"], "E-mail", check=_is_email),
    }
    person = people.invite(values, by=None, at=now)
    duty = posts.Duty(
        role=Role.ADMINISTRATOR,
        title_th="ผู้ดูแลระบบ",
        title_en="Administrator",
        starts_on=timezone.localdate(now),
    )
    posts.give(person, duty, by=None, at=now)
    return person


def _office(host: str) -> Organisation:
    found = queries.office_of_host(host)
    if found is None:
        message = (
            "No office by that host name; make one with make_office, or name it with "
            "--host / ไม่พบหน่วยงาน ให้สร้างด้วย make_office หรือระบุ --host"
        )
        raise CommandError(message)
    return found


def _is_free_name(text: str) -> None:
    USER_NAME(text)
    if person_called(text) is not None:
        message = f"{text} is taken already / มีผู้ใช้ชื่อนี้แล้ว"
        raise ValidationError(message)


def _is_email(text: str) -> None:
    validate_email(text)
    if person_called(text) is not None:
        message = f"{text} is taken already / มีผู้ใช้อีเมลนี้แล้ว"
        raise ValidationError(message)
