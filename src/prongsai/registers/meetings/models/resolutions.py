"""What a meeting resolved, who does it by when, and what became of it."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import Division, OwnedByOrganisation
from prongsai.foundations.records.constraints import one_of, together
from prongsai.foundations.records.versions import Versioned
from prongsai.registers.meetings.models.meetings import AgendaItem, Meeting
from prongsai.registers.meetings.states import RESOLUTION, ResolutionState


class Resolution(OwnedByOrganisation, Versioned):
    """One resolution; one accountable person where something is to be done."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="resolutions"
    )
    item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, related_name="resolutions"
    )
    place = models.PositiveSmallIntegerField(_("number in the meeting"))
    text = models.TextField(_("resolution"))
    division = models.ForeignKey(
        Division, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("responsible division"),
    )  # fmt: skip
    accountable = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("accountable person"),
        help_text=_("Empty where nothing is to be done."),
    )  # fmt: skip
    due_on = models.DateField(_("due on"), null=True, blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=ResolutionState, default=RESOLUTION.start
    )
    done_on = models.DateField(_("carried out on"), null=True)
    note = models.CharField(_("what was done, or why not"), max_length=500, blank=True)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset({"accountable", "settled_by"})

    class Meta:
        verbose_name = _("resolution")
        ordering = ["meeting", "place"]
        constraints = [
            one_of("state", ResolutionState.values),
            together("settled_at", "settled_by"),
            models.CheckConstraint(
                name="meetings_resolution_owned_while_open",
                condition=~Q(state=ResolutionState.OPEN)
                | Q(accountable__isnull=False, due_on__isnull=False),
            ),
            models.CheckConstraint(
                name="meetings_resolution_done_on_a_day",
                condition=Q(state=ResolutionState.DONE, done_on__isnull=False)
                | ~Q(state=ResolutionState.DONE) & Q(done_on__isnull=True),
            ),
            models.CheckConstraint(
                name="meetings_resolution_dropped_with_reason",
                condition=~Q(state=ResolutionState.DROPPED) | ~Q(note=""),
            ),
        ]
        indexes = [models.Index(fields=["organisation", "state", "due_on"])]

    def __str__(self) -> str:
        return self.text[:120]

    def get_absolute_url(self) -> str:
        return reverse("meetings:resolution", args=[self.pk])

    def is_overdue(self, *, on: date) -> bool:
        """Whether it should be done by a day and is not."""
        is_open = self.state == ResolutionState.OPEN
        return is_open and self.due_on is not None and self.due_on < on
