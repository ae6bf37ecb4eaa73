"""``manage restore IN.tar``: check a backup and unpack it into an empty folder."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from prongsai.foundations.files.backup.unpacking import Restored, restore
from prongsai.ita.errors import ItaError
from prongsai.ita.words.catalogue import Language, say, speak

DAMAGED, UNUSABLE = 1, 2


class Command(BaseCommand):
    """Checks every digest, unpacks beside, and puts in place at the end."""

    help = "Check a backup and unpack it; data that are there are never overwritten."
    requires_system_checks: list[str] = []  # Django reads a list
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name the options."""
        parser.add_argument("source", type=Path, metavar="IN.tar")
        parser.add_argument("--into", type=Path, metavar="FOLDER", default=None)
        parser.add_argument(
            "--replace",
            action="store_true",
            help="move the data that are there aside, under another name",
        )
        parser.add_argument("--lang", choices=["th", "en"], default="th")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401, ARG002  # Django's
        """Restore, and say what there is now."""
        language: Language = "en" if options["lang"] == "en" else "th"
        try:
            restored = restore(
                options["source"],
                into=options["into"] or Path(settings.DATA),
                replace=options["replace"],
                at=timezone.now(),
            )
        except ItaError as error:
            sentence = speak(error, language)
            raise CommandError(sentence, returncode=UNUSABLE) from error
        self._tell(restored, language)
        if not restored.is_whole:
            sys.exit(DAMAGED)

    def _tell(self, restored: Restored, language: Language) -> None:
        facts: dict[str, object] = {
            "folder": restored.folder,
            "files": len(restored.manifest.entries),
            "made_at": restored.manifest.made_at,
        }
        self.stdout.write(say("backup.restored", language, **facts))
        if restored.aside:
            self.stdout.write(say("backup.aside", language, folder=restored.aside))
        if restored.pending:
            self.stdout.write(
                say("backup.pending", language, count=len(restored.pending))
            )
        elif restored.is_whole:
            self.stdout.write(say("backup.history-whole", language))
        else:
            self.stdout.write(say("backup.history-damaged", language))
            self.stdout.write(restored.said)
