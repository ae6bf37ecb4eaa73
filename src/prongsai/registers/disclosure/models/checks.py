"""What the self-check found of an item, and what a stranger met at its addresses."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import OwnedByOrganisation
from prongsai.foundations.publications.models import Version
from prongsai.foundations.records.constraints import one_of
from prongsai.registers.disclosure.models.items import Item
from prongsai.registers.disclosure.states import VisitOutcome


class Check(OwnedByOrganisation):
    """One self-check of an item, kept: the newest counts, the others are its history.

    ``of_version`` is the public version that was checked, none for a draft. ``elements``
    is a list of ``{key, met}``, ``findings`` a list of ``{code, key, place, facts,
    severity, confidence}``; their sentences come from the words of the library.
    """

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="checks")
    of_version = models.ForeignKey(
        Version, on_delete=models.PROTECT, null=True, related_name="+"
    )
    framework_revision = models.PositiveSmallIntegerField(_("revision"))
    is_complete = models.BooleanField(_("complete"))
    elements = models.JSONField(_("elements"), default=list)
    findings = models.JSONField(_("findings"), default=list)
    checked_at = models.DateTimeField(_("checked"))
    checked_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset({"checked_by", "findings"})

    class Meta:
        verbose_name = _("self-check")
        ordering = ["item", "-checked_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.item.code} {self.checked_at:%Y-%m-%d}"


class FileReading(OwnedByOrganisation):
    """What was seen in a file with certain bytes, looked at once.

    ``seen`` says which kinds of personal data stand where, never the data; ``blanks``
    which columns of its sheets have blank cells. ``rules`` is
    the digest of what counted as the office's own when it was looked at: when that
    changes, the file is looked at again.
    """

    sha256 = models.CharField(_("digest"), max_length=64)
    kind = models.CharField(_("format"), max_length=10)
    rules = models.CharField(max_length=64)
    opens = models.BooleanField(_("can be opened"), null=True)
    has_text = models.BooleanField(_("has text"), null=True)
    trouble = models.CharField(max_length=20, blank=True)
    seen = models.JSONField(default=list)
    blanks = models.JSONField(default=list)
    read_at = models.DateTimeField(_("looked at"))

    class Meta:
        verbose_name = _("file looked at")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "sha256", "kind"],
                name="disclosure_file_read_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.sha256[:12]}.{self.kind}"


class Visit(OwnedByOrganisation):
    """One visit of an address as a stranger; never changed, never removed.

    ``expected`` is the digest of what was published there, ``digest`` of what came back;
    both empty for addresses of others.
    """

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="visits")
    url = models.CharField(_("address"), max_length=600)
    is_own = models.BooleanField(_("on our own website"))
    outcome = models.CharField(_("outcome"), max_length=10, choices=VisitOutcome)
    status = models.PositiveSmallIntegerField(_("status"), null=True)
    expected = models.CharField(_("digest expected"), max_length=64, blank=True)
    digest = models.CharField(_("digest"), max_length=64, blank=True)
    milliseconds = models.PositiveIntegerField(_("milliseconds"), null=True)
    detail = models.CharField(_("detail"), max_length=300, blank=True)
    visited_at = models.DateTimeField(_("visited"))

    class Meta:
        verbose_name = _("visit of the watcher")
        ordering = ["-visited_at", "-pk"]
        indexes = [
            models.Index(
                fields=["item", "url", "-visited_at"], name="disclosure_visit_newest"
            )
        ]
        constraints = [one_of("outcome", VisitOutcome.values)]

    def __str__(self) -> str:
        return f"{self.url} {self.outcome}"
