"""What came of a measure: outputs, and outcomes that are a number before they are prose."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from prongsai.foundations.accounts.models import User
from prongsai.foundations.evidence.models import StoredFigure
from prongsai.foundations.organisations.models import OwnedByOrganisation
from prongsai.foundations.records.constraints import one_of
from prongsai.foundations.records.versions import Versioned
from prongsai.registers.measures.models.plans import Measure


class Kind(models.TextChoices):
    """Which column of the report a line stands in."""

    OUTPUT = "output", pgettext_lazy("measure", "Output")
    OUTCOME = "outcome", pgettext_lazy("measure", "Outcome")


class Line(OwnedByOrganisation, Versioned):
    """One output or outcome, or a point under one (``parent``).

    ``value`` and ``unit`` are the number it states; with ``figure`` it is a stored figure
    of a register and nobody types it.
    """

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="lines")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    parent = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="points"
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    marker = models.CharField(_("number"), max_length=20, blank=True)
    text = models.TextField(_("text"))
    value = models.DecimalField(
        _("value"), max_digits=15, decimal_places=4, null=True, blank=True
    )
    unit = models.CharField(_("unit"), max_length=100, blank=True)
    figure = models.ForeignKey(
        StoredFigure, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("stored figure"),
    )  # fmt: skip
    written_at = models.DateTimeField(_("written"))
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    personal = frozenset({"written_by"})

    class Meta:
        verbose_name = _("output or outcome")
        ordering = ["measure", "kind", "order", "pk"]
        constraints = [one_of("kind", Kind.values)]

    def __str__(self) -> str:
        return self.text[:120]
