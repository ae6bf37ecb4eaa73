"""``manage verify_figures``: runs every stored figure again and says what differs."""

import sys
from argparse import ArgumentParser

from django.core.management.base import BaseCommand
from django.utils import timezone

from prongsai.foundations.evidence import actions, queries
from prongsai.foundations.evidence.actions import Verdict
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Organisation
from prongsai.ita.words.catalogue import Language, say

SAME, CHANGED, UNUSABLE = 0, 1, 2
"""Exit codes: all is the same; something changed or is gone; no such office."""


class Command(BaseCommand):
    """Verifies the stored figures of one office or of all."""

    help = "Run every stored figure again; exit 0 when all are the same, 1 when not."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Offer ``--office`` (its key or host name) and ``--lang``."""
        parser.add_argument(
            "--office", default="", help="key or host name of an office"
        )
        parser.add_argument("--lang", choices=["th", "en"], default="th")

    def handle(self, *, office: str, lang: Language, **_options: object) -> None:
        """Verify and leave with the exit code."""
        offices = _offices(office)
        if not offices:
            self.stderr.write(say("evidence.no-office", lang, office=office))
            sys.exit(UNUSABLE)
        verdicts = [verdict for pk in offices for verdict in self._verify(pk, lang)]
        same = sum(verdict.is_same for verdict in verdicts)
        self.stdout.write(say("evidence.verified", lang, same=same, all=len(verdicts)))
        if same != len(verdicts):
            sys.exit(CHANGED)

    def _verify(self, office: int, lang: Language) -> list[Verdict]:
        with tenancy.acting_for(office):
            found = [
                actions.verify(stored, at=timezone.now()) for stored in queries.stored()
            ]
        for verdict in found:
            if not verdict.is_same:
                self.stdout.write(_sentence(verdict, office, lang))
        return found


def _offices(office: str) -> list[int]:
    rows = Organisation.objects.order_by("pk")
    if office.isascii() and office.isdigit():
        rows = rows.filter(pk=int(office))
    elif office:
        rows = rows.filter(hosts__host=office.lower())
    return list(rows.values_list("pk", flat=True))


def _sentence(verdict: Verdict, office: int, lang: Language) -> str:
    stored, then, now = verdict.stored, verdict.then, verdict.now
    facts = {
        "office": office,
        "pk": stored.pk,
        "key": stored.key,
        "label": stored.label_en if lang == "en" else stored.label_th,
    }
    if now is None:
        return say("evidence.gone", lang, **facts)
    return say(
        "evidence.changed",
        lang,
        **facts,
        old=f"{then.value.normalize():f}",
        new=f"{now.value.normalize():f}",
        old_rows=then.row_count,
        new_rows=now.row_count,
    )
