"""An old report as the library read it, kept beside the file until a person has checked it."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import OwnedByOrganisation
from prongsai.foundations.records.constraints import one_of, together
from prongsai.foundations.records.versions import Versioned
from prongsai.registers.assessments.models.results import Assessment
from prongsai.registers.assessments.states import READING, ReadingState


class Reading(OwnedByOrganisation, Versioned):
    """One file that was read. ``content`` is the library's report as JSON, never edited.

    The file itself hangs on this row (slot ``report``). ``lines`` is the text the places
    of the values point into, for the page that shows each value beside its place.
    ``problem`` is the code and the facts of the sentence that says why a large file
    could not be read in the background.
    """

    name = models.CharField(_("name of the file"), max_length=200)
    fiscal_year = models.PositiveSmallIntegerField(
        _("fiscal year"), null=True, blank=True
    )
    state = models.CharField(
        _("state"), max_length=10, choices=ReadingState, default=READING.start
    )
    content = models.JSONField(_("what was read"), default=dict)
    lines = models.JSONField(_("the text it was read from"), default=list)
    problem = models.JSONField(_("why it cannot be read"), default=dict)
    read_at = models.DateTimeField(_("read on"))
    read_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    measures_taken_at = models.DateTimeField(null=True)
    measures_taken_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )

    # A memo inside the report names its signers.
    personal = frozenset(
        {"content", "lines", "name", "problem", "read_by", "measures_taken_by"}
    )

    class Meta:
        verbose_name = _("reading of a report")
        ordering = ["-pk"]
        constraints = [
            one_of("state", ReadingState.values),
            together("measures_taken_at", "measures_taken_by"),
        ]
        indexes = [models.Index(fields=["organisation", "-read_at"])]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("assessments:reading", args=[self.pk])


class ReadScore(OwnedByOrganisation):
    """One value read from a file: it counts once a person has confirmed or corrected it.

    ``field`` is ``total``, ``level`` or the number of an indicator; ``printed`` is what
    the library read (Arabic digits), ``place`` the line and letters it stands at, empty
    where it was not found; ``value`` is what the person says it is.
    """

    reading = models.ForeignKey(
        Reading, on_delete=models.CASCADE, related_name="scores"
    )
    fiscal_year = models.PositiveSmallIntegerField(_("fiscal year assessed"))
    field = models.CharField(_("value"), max_length=20)
    printed = models.CharField(_("as printed"), max_length=100, blank=True)
    place = models.CharField(_("where it stands"), max_length=300, blank=True)
    value = models.CharField(_("as confirmed"), max_length=100, blank=True)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    assessment = models.ForeignKey(
        Assessment, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    personal = frozenset({"confirmed_by"})

    class Meta:
        verbose_name = _("value read from a file")
        ordering = ["fiscal_year", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["reading", "fiscal_year", "field"],
                name="assessments_readscore_once",
            ),
            together("confirmed_at", "confirmed_by"),
            models.CheckConstraint(
                name="assessments_readscore_value_is_confirmed",
                condition=Q(value="") | Q(confirmed_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fiscal_year} {self.field}: {self.printed}"
