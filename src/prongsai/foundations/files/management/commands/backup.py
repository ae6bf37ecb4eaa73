"""``manage backup OUT.tar``: everything in one file, while the site is running."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from prongsai.foundations.files.backup.packing import backup
from prongsai.foundations.files.rules import MEGABYTE
from prongsai.ita.errors import ItaError
from prongsai.ita.words.catalogue import Language, say, speak

UNUSABLE = 2


class Command(BaseCommand):
    """Packs database and files with digests."""

    help = "Pack the database and all files into one archive with digests."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name the options."""
        parser.add_argument("out", type=Path, metavar="OUT.tar")
        parser.add_argument("--lang", choices=["th", "en"], default="th")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401, ARG002  # Django's
        """Pack, and say what was packed."""
        language: Language = "en" if options["lang"] == "en" else "th"
        try:
            made = backup(options["out"], at=timezone.now())
        except ItaError as error:
            sentence = speak(error, language)
            raise CommandError(sentence, returncode=UNUSABLE) from error
        self.stdout.write(
            say(
                "backup.made",
                language,
                name=options["out"],
                files=len(made.entries),
                size_mb=f"{made.size / MEGABYTE:.1f}",
            )
        )
