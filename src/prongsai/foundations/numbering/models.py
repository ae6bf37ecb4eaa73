"""Counters, and every number they ever gave."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import OwnedByOrganisation
from prongsai.foundations.records.constraints import together


class Base(models.TextChoices):
    """When a counter begins again: 1 October (fiscal) or 1 January (documents)."""

    FISCAL = "fiscal", _("Fiscal year")
    CALENDAR = "calendar", _("Calendar year")


class Counter(OwnedByOrganisation):
    """The last number given of one kind in one year; the row that is locked."""

    kind = models.CharField(max_length=60)
    base = models.CharField(max_length=10, choices=Base)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "kind", "year"], name="numbering_counter_one"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.last}/{self.year}"


class Number(OwnedByOrganisation):
    """One number that was given; ``year`` is of the Buddhist era."""

    kind = models.CharField(max_length=60)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    voided_at = models.DateTimeField(null=True)
    voided_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    void_reason = models.CharField(max_length=300, blank=True)

    personal = frozenset({"given_by", "voided_by"})

    class Meta:
        ordering = ["kind", "year", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "kind", "year", "number"],
                name="numbering_number_once",
            ),
            together("voided_at", "voided_by"),
        ]

    def __str__(self) -> str:
        return f"{self.number}/{self.year}"

    def get_absolute_url(self) -> str:
        """Return its page in the register of numbers."""
        return reverse("numbering:number", args=[self.pk])
