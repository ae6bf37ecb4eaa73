"""What happened to the result of a year, line by line, with what stood there before."""

from django.db import models
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import OwnedByOrganisation
from prongsai.foundations.records.constraints import one_of
from prongsai.registers.assessments.models.results import Assessment


class EventKind(TextChoices):
    """What was done to a result."""

    ENTERED = "entered", pgettext_lazy("result event", "Entered")
    CHANGED = "changed", pgettext_lazy("result event", "Corrected")
    CONFIRMED = "confirmed", pgettext_lazy("result event", "Confirmed")
    REOPENED = "reopened", pgettext_lazy("result event", "Opened again")


class AssessmentEvent(OwnedByOrganisation):
    """One line of the history of a result.

    ``changes`` maps a field, an indicator's number or an item's code to what stood
    there before and what stands there since, both as texts.
    """

    assessment = models.ForeignKey(
        Assessment, on_delete=models.CASCADE, related_name="events"
    )
    kind = models.CharField(_("what happened"), max_length=10, choices=EventKind)
    reason = models.CharField(_("reason"), max_length=1000, blank=True)
    changes = models.JSONField(default=dict)
    happened_at = models.DateTimeField()
    happened_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    personal = frozenset({"happened_by", "reason"})

    class Meta:
        verbose_name = _("event of a result")
        ordering = ["pk"]
        constraints = [one_of("kind", EventKind.values)]

    def __str__(self) -> str:
        return str(EventKind(self.kind).label)
