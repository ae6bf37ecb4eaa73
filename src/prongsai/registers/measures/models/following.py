"""Following up: what was said in a round, what went back a state, who was reminded."""

from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import OwnedByOrganisation
from prongsai.foundations.records.constraints import one_of
from prongsai.registers.measures.models.plans import Measure
from prongsai.registers.measures.states import MeasureState


class Round(models.TextChoices):
    """Which round of the fiscal year."""

    MONTH = "month", pgettext_lazy("follow-up", "Month")
    QUARTER = "quarter", pgettext_lazy("follow-up", "Quarter")
    HALF = "half", pgettext_lazy("follow-up", "6 months")
    YEAR = "year", pgettext_lazy("follow-up", "12 months")


class FollowUp(OwnedByOrganisation):
    """What was said of a measure in one round; a later word replaces an earlier by date.

    ``ends_on`` is the last day of the round: 31 March is the 6-month round.
    """

    measure = models.ForeignKey(
        Measure, on_delete=models.CASCADE, related_name="follow_ups"
    )
    round = models.CharField(_("round"), max_length=8, choices=Round)
    ends_on = models.DateField(_("up to"))
    progress = models.DecimalField(_("progress (%)"), max_digits=5, decimal_places=2)
    done = models.TextField(_("what was done"), blank=True)
    obstacle = models.TextField(_("what stands in the way"), blank=True)
    next = models.TextField(_("what comes next"), blank=True)
    said_at = models.DateTimeField(_("said"))
    said_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    personal = frozenset({"said_by"})

    class Meta:
        verbose_name = _("follow-up of a measure")
        ordering = ["-ends_on", "-pk"]
        constraints = [
            one_of("round", Round.values),
            models.CheckConstraint(
                name="measures_followup_progress_in_range",
                condition=Q(progress__gte=Decimal(0), progress__lte=Decimal(100)),
            ),
        ]
        indexes = [models.Index(fields=["measure", "ends_on"])]

    def __str__(self) -> str:
        return f"{self.ends_on:%Y-%m-%d}: {self.progress} %"


class Setback(OwnedByOrganisation):
    """A measure that went back a state: a person sent it, or its evidence had expired.

    ``sent_by`` is empty when the house lowered it by itself.
    """

    measure = models.ForeignKey(
        Measure, on_delete=models.CASCADE, related_name="setbacks"
    )
    old = models.CharField(_("from"), max_length=10, choices=MeasureState)
    new = models.CharField(_("to"), max_length=10, choices=MeasureState)
    reason = models.TextField(_("reason"), blank=True)
    sent_at = models.DateTimeField(_("sent back"))
    sent_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset({"sent_by"})

    class Meta:
        verbose_name = _("measure sent back")
        ordering = ["-sent_at", "-pk"]
        constraints = [
            one_of("old", MeasureState.values),
            one_of("new", MeasureState.values),
            models.CheckConstraint(
                name="measures_setback_person_gives_reason",
                condition=Q(sent_by__isnull=True) | ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"


class Reminder(OwnedByOrganisation):
    """That somebody was told of something on a day, so that nobody is told it twice.

    ``about`` names a row as ``step:12``; ``due_on`` is the day it was due when it was
    said, so a new date is announced again.
    """

    code = models.CharField(max_length=60)
    about = models.CharField(max_length=60)
    receiver = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    due_on = models.DateField()
    told_at = models.DateTimeField()

    personal = frozenset({"receiver"})

    class Meta:
        verbose_name = _("reminder of a measure")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "code", "about", "receiver", "due_on"],
                name="measures_reminder_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.about}"
