"""What happened, kept for good. No keys to other tables: a deletion must not erase it."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import OwnedByOrganisation


class Event(OwnedByOrganisation):
    """One line of history: who did what to which thing, when, chained to the line before."""

    number = models.PositiveBigIntegerField()
    verb = models.CharField(max_length=80)
    target = models.CharField(max_length=100)
    actor = models.CharField(max_length=150, blank=True)
    at = models.DateTimeField()
    facts = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    personal = frozenset({"actor"})

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "number"], name="audit_event_number"
            )
        ]
        indexes = [models.Index(fields=["organisation", "target"])]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.verb} {self.target}"


class ChainHead(OwnedByOrganisation):
    """Where an office's chain ends: the row that is locked to add one, and to see a cut."""

    number = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, default="0" * 64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation"], name="audit_chainhead_one")
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id}: {self.number}"


class Verification(OwnedByOrganisation):
    """One recomputation of the chain: who asked, what was found, and where the chain ended.

    The end is a note for later verifications: a chain that was rewritten as a whole is
    still not the chain that was noted.
    """

    asked_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    asked_at = models.DateTimeField(_("asked for"))
    finished_at = models.DateTimeField(_("finished"), null=True)
    lines = models.PositiveBigIntegerField(_("lines"), default=0)
    number = models.PositiveBigIntegerField(_("last line"), default=0)
    digest = models.CharField(_("digest of the last line"), max_length=64, blank=True)
    problems = models.JSONField(default=list)
    untold = models.PositiveIntegerField(default=0)

    personal = frozenset({"asked_by"})

    class Meta:
        verbose_name = _("verification")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.asked_at:%Y-%m-%d %H:%M} {self.number}"

    def get_absolute_url(self) -> str:
        """Return the page of what was found."""
        return reverse("audit:verification", args=[self.pk])

    @property
    def is_intact(self) -> bool:
        """Whether it is finished and found nothing."""
        return self.finished_at is not None and not self.problems
