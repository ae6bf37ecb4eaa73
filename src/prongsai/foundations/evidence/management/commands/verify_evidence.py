"""``manage verify_evidence``: proves figures and evidence again and says what differs."""

import sys
from argparse import ArgumentParser

from django.core.management.base import BaseCommand
from django.utils import timezone

from prongsai.foundations.evidence import verifying
from prongsai.foundations.evidence.verifying import Proof, Proved
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.organisations.models import Organisation
from prongsai.ita.words.catalogue import Language, say

SAME, CHANGED, UNUSABLE = 0, 1, 2
"""Exit codes: all is the same; something is not, or could not be proved; nothing found."""


class Command(BaseCommand):
    """Verifies stored figures and evidence: of all, one office, one row, one document."""

    help = (
        "Run every stored figure again and prove all evidence, or those of one row "
        "(--owner) or one published document (--publication); exit 0 when all are the "
        "same, 1 when not."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Offer ``--owner``, ``--publication``, ``--office`` and ``--lang``."""
        which = parser.add_mutually_exclusive_group()
        which.add_argument(
            "--owner", default="", help="one row, such as measures.measure:12"
        )
        which.add_argument(
            "--publication", default="", help="address of a published document"
        )
        parser.add_argument(
            "--office", default="", help="key or host name of an office"
        )
        parser.add_argument("--lang", choices=["th", "en"], default="th")

    def handle(
        self,
        *,
        owner: str,
        publication: str,
        office: str,
        lang: Language,
        **_options: object,
    ) -> None:
        """Verify, one line each, and leave with the exit code."""
        offices = _offices(office)
        if not offices:
            self._leave(say("evidence.no-office", lang, office=office))
        found = {pk: _proofs(pk, owner, publication) for pk in offices}
        known = {pk: proofs for pk, proofs in found.items() if proofs is not None}
        if not known and owner:
            self._leave(say("evidence.no-owner", lang, owner=owner))
        if not known:
            self._leave(say("evidence.no-publication", lang, address=publication))
        proved = [
            self._prove(proof, pk, lang)
            for pk, proofs in known.items()
            for proof in proofs
        ]
        same = sum(one.is_same for one in proved)
        self.stdout.write(say("evidence.proved", lang, same=same, all=len(proved)))
        if same != len(proved):
            sys.exit(CHANGED)

    def _prove(self, proof: Proof, office: int, lang: Language) -> Proved:
        with tenancy.acting_for(office):
            proved = proof(timezone.now())
        self.stdout.write(_sentence(proved, office, lang))
        return proved

    def _leave(self, sentence: str) -> None:
        self.stderr.write(sentence)
        sys.exit(UNUSABLE)


def _proofs(office: int, owner: str, publication: str) -> list[Proof] | None:
    with tenancy.acting_for(office):
        if publication:
            return verifying.of_publication(publication.strip("/"))
        if not owner:
            return verifying.of_office()
        kind, _colon, pk = owner.rpartition(":")
        if not pk.isascii() or not pk.isdigit():
            return None
        return verifying.of_owner(kind, int(pk))


def _offices(office: str) -> list[int]:
    rows = Organisation.objects.order_by("pk")
    if office.isascii() and office.isdigit():
        rows = rows.filter(pk=int(office))
    elif office:
        rows = rows.filter(hosts__host=office.lower())
    return list(rows.values_list("pk", flat=True))


def _sentence(proved: Proved, office: int, lang: Language) -> str:
    label = proved.label_en if lang == "en" else proved.label_th
    verdict = proved.verdict
    if verdict is None or verdict.is_same:
        return say(
            f"evidence.line.{proved.what}",
            lang,
            office=office,
            pk=proved.pk,
            label=label,
            state=say(f"evidence.state.{proved.state}", lang),
        )
    facts = {
        "office": office,
        "pk": proved.pk,
        "key": verdict.stored.key,
        "label": label,
    }
    then, now = verdict.then, verdict.now
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
