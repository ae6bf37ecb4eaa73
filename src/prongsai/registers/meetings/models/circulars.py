"""Circulars: what is told to whom, who opened it and who acknowledged it."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import Division, OwnedByOrganisation
from prongsai.foundations.records.constraints import one_of, together
from prongsai.foundations.records.versions import Versioned
from prongsai.registers.meetings.states import CIRCULAR, CircularState


class Audience(models.TextChoices):
    """Whom a circular is for."""

    EVERYONE = "everyone", pgettext_lazy("circular", "Everyone in the office")
    DIVISIONS = "divisions", pgettext_lazy("circular", "Some divisions")
    PEOPLE = "people", pgettext_lazy("circular", "Some people")


class Circular(OwnedByOrganisation, Versioned):
    """One circular (หนังสือเวียน); its number is given when it is sent."""

    number = models.PositiveIntegerField(_("number"), null=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True)
    state = models.CharField(
        _("state"), max_length=10, choices=CircularState, default=CIRCULAR.start
    )
    subject = models.CharField(_("subject"), max_length=300)
    text = models.TextField(_("text"), help_text=_("Plain paragraphs."))
    audience = models.CharField(
        _("for whom"), max_length=10, choices=Audience, default=Audience.EVERYONE
    )
    asks_acknowledgement = models.BooleanField(_("must be acknowledged"), default=True)
    due_on = models.DateField(_("acknowledge by"), null=True, blank=True)
    drafted_at = models.DateTimeField()
    drafted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(null=True)
    sent_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    withdrawn_because = models.CharField(
        _("why the circular was withdrawn"), max_length=500, blank=True
    )

    personal = frozenset({"drafted_by", "sent_by", "closed_by", "withdrawn_by"})

    class Meta:
        verbose_name = _("circular")
        ordering = ["-year", "-number", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "year", "number"],
                name="meetings_circular_number",
            ),
            one_of("state", CircularState.values),
            one_of("audience", Audience.values),
            together("number", "year", "sent_at", "sent_by"),
            together("closed_at", "closed_by"),
            together("withdrawn_at", "withdrawn_by"),
            models.CheckConstraint(
                name="meetings_circular_withdrawn_with_reason",
                condition=~Q(state=CircularState.WITHDRAWN) | ~Q(withdrawn_because=""),
            ),
        ]

    def __str__(self) -> str:
        if self.number is None:
            return str(_("Circular without a number yet"))
        return _("Circular no. %(number)s/%(year)s") % {
            "number": self.number,
            "year": self.year,
        }

    def get_absolute_url(self) -> str:
        return reverse("meetings:circular", args=[self.pk])

    def is_late(self, *, on: date) -> bool:
        """Whether the day to acknowledge by is over while it is still going round."""
        is_sent = self.state == CircularState.SENT and self.asks_acknowledgement
        return is_sent and self.due_on is not None and self.due_on < on


class CircularTarget(OwnedByOrganisation):
    """A division or a person a circular is for, as its writer chose."""

    circular = models.ForeignKey(
        Circular, on_delete=models.CASCADE, related_name="targets"
    )
    division = models.ForeignKey(
        Division, on_delete=models.PROTECT, null=True, related_name="+"
    )
    person = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset({"person"})

    class Meta:
        verbose_name = _("receiver of a circular")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="meetings_circulartarget_one_of_two",
                condition=Q(division__isnull=False, person__isnull=True)
                | Q(division__isnull=True, person__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return str(self.division or self.person)


class Addressee(OwnedByOrganisation):
    """Someone a circular was sent to, with the division of that day; newcomers are none."""

    circular = models.ForeignKey(
        Circular, on_delete=models.PROTECT, related_name="addressees"
    )
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    division = models.ForeignKey(
        Division, on_delete=models.PROTECT, null=True, related_name="+"
    )
    read_at = models.DateTimeField(pgettext_lazy("circular", "opened"), null=True)
    acknowledged_at = models.DateTimeField(_("acknowledged"), null=True)

    personal = frozenset({"person"})

    class Meta:
        verbose_name = _("addressee of a circular")
        ordering = ["division__order", "person__first_name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["circular", "person"], name="meetings_addressee_once"
            ),
            models.CheckConstraint(
                name="meetings_addressee_read_before_acknowledged",
                condition=Q(acknowledged_at__isnull=True)
                | Q(acknowledged_at__gte=F("read_at")),
            ),
        ]
        indexes = [models.Index(fields=["organisation", "person", "acknowledged_at"])]

    def __str__(self) -> str:
        return str(self.person)

    def acknowledged_by(self, day: date) -> bool:
        """Whether it was acknowledged on or before a day."""
        at = self.acknowledged_at
        return at is not None and localdate(at) <= day
