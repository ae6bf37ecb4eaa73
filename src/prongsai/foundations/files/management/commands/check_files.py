"""``manage check_files``: does every registered file have its bytes; 0 when all, 1 when not."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from prongsai.foundations.files.actions.sweeping import tell_missing
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Organisation
from prongsai.ita.words.catalogue import Language, say

MISSING = 1


class Command(BaseCommand):
    """Looks for the bytes of every file of every office."""

    help = "Say which registered files have lost their content."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name the options."""
        parser.add_argument("--lang", choices=["th", "en"], default="th")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401, ARG002  # Django's
        """Look, note what is gone, and say it office by office."""
        language: Language = "en" if options["lang"] == "en" else "th"
        lost = 0
        for office in Organisation.objects.order_by("pk"):
            with tenancy.acting_for(office.pk):
                missing = tell_missing(at=timezone.now())
            lost += len(missing)
            name = office.name_en if language == "en" else office.name_th
            code = "files.some-missing" if missing else "files.none-missing"
            numbers = ", ".join(map(str, missing))
            self.stdout.write(say(code, language, office=name, numbers=numbers))
        if lost:
            sys.exit(MISSING)
