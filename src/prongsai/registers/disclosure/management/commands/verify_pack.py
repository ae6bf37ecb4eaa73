"""``manage verify_pack``: computes the digests of an evidence pack again."""

import sys
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand

from prongsai.ita.words.catalogue import Language, say
from prongsai.registers.disclosure.documents.pack_reading import NoPack, verify

SAME, CHANGED, UNUSABLE = 0, 1, 2
"""Exit codes: all is as it was; something is not; the file is no pack."""


class Command(BaseCommand):
    """Verifies one evidence pack; it needs no database and no network."""

    help = (
        "Compute every digest of an evidence pack again; exit 0 when all are the "
        "same, 1 when not, 2 when the file is no pack."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask for the file; offer ``--lang``."""
        parser.add_argument("pack", type=Path, help="the ZIP that was made")
        parser.add_argument("--lang", choices=["th", "en"], default="th")

    def handle(self, *, pack: Path, lang: Language, **_options: object) -> None:
        """Verify, one line for each flaw, and leave with the exit code."""
        try:
            found = verify(pack)
        except NoPack:
            self.stderr.write(say("disclosure.pack.unusable", lang, name=pack.name))
            sys.exit(UNUSABLE)
        for flaw in found.flaws:
            self.stdout.write(say(flaw.code, lang, name=flaw.name))
        self.stdout.write(
            say(
                "disclosure.pack.verified",
                lang,
                all=found.count,
                flaws=len(found.flaws),
            )
        )
        if found.flaws:
            sys.exit(CHANGED)
