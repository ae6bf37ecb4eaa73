"""``manage make_office``: an office in an empty installation, or one more in a large one."""

import argparse
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from prongsai.foundations.administration.actions import divisions
from prongsai.foundations.administration.actions import office as actions
from prongsai.foundations.administration.management.asking import answer, say
from prongsai.foundations.organisations import queries, tenancy
from prongsai.foundations.organisations.models import OfficeType


class Command(BaseCommand):
    """Makes an office with its usual hours and divisions."""

    help = "Make an office with its usual hours and divisions."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Name the options; what is missing is asked for."""
        parser.add_argument("--type", help=", ".join(OfficeType.values))
        parser.add_argument("--name-th")
        parser.add_argument("--name-en")
        parser.add_argument(
            "--host", default="", help="host name; not needed while it is the only one"
        )
        parser.add_argument("--no-divisions", action="store_true")

    @transaction.atomic
    def handle(self, **options: Any) -> None:  # noqa: ANN401  # Django's
        """Make it."""
        host, now = options["host"].strip().lower(), timezone.now()
        if not host and queries.any_office():
            message = "--host is needed for a second office / ต้องระบุ --host"
            raise CommandError(message)
        if host and queries.host_is_taken(host):
            message = f"{host} is taken already / {host} มีหน่วยงานใช้แล้ว"
            raise CommandError(message)
        values = {
            "type": answer(options["type"], f"Type ({_kinds()})", check=_is_kind),
            "name_th": answer(options["name_th"], "Name in Thai / ชื่อภาษาไทย"),
            "name_en": answer(options["name_en"], "Name in English"),
        }
        office = actions.found(values, host=host, by=None, at=now)
        if not options["no_divisions"]:
            with tenancy.acting_for(office.pk):
                divisions.add_usual(office, by=None, at=now)
        say(
            self.stdout,
            f"{office.name_th} · {office.name_en} ({office.pk})",
            "Next / ต่อไป: prongsai manage make_administrator",
        )


def _kinds() -> str:
    return ", ".join(OfficeType.values)


def _is_kind(text: str) -> None:
    if text not in OfficeType.values:
        message = f"one of {_kinds()}"
        raise ValidationError(message)
