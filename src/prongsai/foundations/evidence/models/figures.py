"""Figures as they were when they were taken: value, period, moment, digest of the rows."""

from django.db import models
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import OwnedByOrganisation


class StoredFigure(OwnedByOrganisation):
    """One figure of one period, with everything needed to prove it later."""

    key = models.CharField(_("named figure"), max_length=100)
    start = models.DateField(_("from"))
    end = models.DateField(_("to"))
    value = models.DecimalField(_("value"), max_digits=15, decimal_places=4)
    of = models.DecimalField(_("out of"), max_digits=15, decimal_places=4, null=True)
    row_count = models.PositiveIntegerField(_("rows"))
    rows_digest = models.CharField(_("digest of the rows"), max_length=64)
    label_th = models.CharField(max_length=300)
    label_en = models.CharField(max_length=300)
    unit_th = models.CharField(max_length=60)
    unit_en = models.CharField(max_length=60)
    formula_th = models.TextField()
    formula_en = models.TextField()
    taken_at = models.DateTimeField(_("taken"))
    taken_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset({"taken_by"})

    class Meta:
        verbose_name = _("stored figure")
        ordering = ["-taken_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="evidence_storedfigure_period",
                condition=models.Q(start__lte=models.F("end")),
            )
        ]
        indexes = [models.Index(fields=["organisation", "key", "start", "end"])]

    def __str__(self) -> str:
        return f"{self.key} {self.start:%Y-%m-%d}–{self.end:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        """Return its page in the back office."""
        return reverse("evidence:stored", args=[self.pk])

    @property
    def label(self) -> str:
        """What it is, as it was called when it was taken."""
        return self.label_en if get_language() == "en" else self.label_th

    @property
    def unit(self) -> str:
        """What it counts."""
        return self.unit_en if get_language() == "en" else self.unit_th

    @property
    def formula(self) -> str:
        """How it is computed, in the words of the time."""
        return self.formula_en if get_language() == "en" else self.formula_th
