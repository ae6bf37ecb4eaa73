"""``manage verify_audit``: recompute every chain; 0 when whole, 1 when not."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from prongsai.foundations.audit.queries import noted
from prongsai.foundations.audit.saying import say_outcome, say_problem
from prongsai.foundations.audit.verifying import Noted, Report, verify
from prongsai.foundations.organisations import queries, tenancy
from prongsai.foundations.organisations.models import Organisation
from prongsai.ita.words.catalogue import Language, say

DAMAGED, UNUSABLE = 1, 2


class Command(BaseCommand):
    """Verifies the history of one office or of all."""

    help = "Recompute the chained history: changed, missing, moved or added lines."
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name the options."""
        parser.add_argument("--office", default="all", metavar="HOST|all")
        parser.add_argument("--lang", choices=["th", "en"], default="th")
        parser.add_argument("--json", action="store_true")
        parser.add_argument(
            "--expect",
            metavar="NUMBER:DIGEST",
            default="",
            help="an end of the chain that was noted earlier, for one office",
        )

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401, ARG002  # Django's
        """Verify, say what was found, and leave with the right number."""
        language: Language = "en" if options["lang"] == "en" else "th"
        offices = list(_offices(options["office"], language))
        expected = _expected(options["expect"], offices, language)
        found = [(office, _verified(office, expected)) for office in offices]
        write = self._as_json if options["json"] else self._in_words
        write(found, language)
        if not all(report.is_intact for _, report in found):
            sys.exit(DAMAGED)

    def _in_words(
        self, found: list[tuple[Organisation, Report]], language: Language
    ) -> None:
        for office, report in found:
            name = office.name_en if language == "en" else office.name_th
            self.stdout.write(say_outcome(report, language, office=name))
            for problem in report.problems:
                self.stdout.write(f"  {say_problem(asdict(problem), language)}")
            if report.untold:
                self.stdout.write(
                    f"  {say('audit.untold', language, more=report.untold)}"
                )

    def _as_json(
        self, found: list[tuple[Organisation, Report]], language: Language
    ) -> None:
        rows = [
            {
                "office": office.pk,
                "name": office.name_en if language == "en" else office.name_th,
                "intact": report.is_intact,
                **asdict(report),
            }
            for office, report in found
        ]
        self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2))


def _offices(name: str, language: Language) -> Iterator[Organisation]:
    """Every office that is asked for."""
    if name == "all":
        yield from Organisation.objects.order_by("pk")
        return
    hosts = Organisation.objects.filter(hosts__host=name.lower())
    office = hosts.first() or queries.office_of_host(name)
    if office is None:
        raise CommandError(
            say("audit.no-office", language, host=name), returncode=UNUSABLE
        )
    yield office


def _expected(
    text: str, offices: list[Organisation], language: Language
) -> list[Noted]:
    if not text:
        return []
    number, _, digest = text.partition(":")
    if not number.isdecimal() or not digest or len(offices) != 1:
        raise CommandError(say("audit.bad-expectation", language), returncode=UNUSABLE)
    return [Noted(number=int(number), digest=digest.lower())]


def _verified(office: Organisation, expected: list[Noted]) -> Report:
    with tenancy.acting_for(office.pk):
        return verify(noted=[*noted(), *expected])
