"""What happened, kept for good. No keys to other tables: a deletion must not erase it."""

from django.db import models

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
