"""Framework files that an office installed, each a revision of its year."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import OwnedByOrganisation
from prongsai.foundations.records.constraints import one_of, together


class InstallState(models.TextChoices):
    """Where an installed framework stands."""

    PROPOSED = "proposed", pgettext_lazy("framework", "Being compared")
    IN_FORCE = "in_force", pgettext_lazy("framework", "In force")
    REPLACED = "replaced", pgettext_lazy("framework", "Replaced")
    REJECTED = "rejected", pgettext_lazy("framework", "Not taken over")


class InstalledFramework(OwnedByOrganisation):
    """A framework file of one fiscal year, validated, with its source; never edited."""

    year = models.PositiveSmallIntegerField(_("fiscal year"))
    revision = models.PositiveSmallIntegerField(_("revision"))
    text = models.TextField(_("framework file"))
    digest = models.CharField(_("digest"), max_length=64)
    source = models.TextField(_("source of the correction"))
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=InstallState,
        default=InstallState.PROPOSED,
    )
    proposed_at = models.DateTimeField(_("installed"))
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(_("decided"), null=True)
    decided_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset({"proposed_by", "decided_by"})

    class Meta:
        verbose_name = _("installed framework")
        ordering = ["-year", "-revision", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "year"],
                condition=Q(state=InstallState.IN_FORCE),
                name="frameworks_one_in_force",
            ),
            models.UniqueConstraint(
                fields=["organisation", "year"],
                condition=Q(state=InstallState.PROPOSED),
                name="frameworks_one_proposed",
            ),
            models.CheckConstraint(
                name="frameworks_with_source", condition=~Q(source="")
            ),
            together("decided_at", "decided_by"),
            one_of("state", InstallState.values),
        ]

    def __str__(self) -> str:
        return f"{self.year} r{self.revision}"

    def get_absolute_url(self) -> str:
        return reverse("frameworks:installed", args=[self.pk])
