"""What the office itself found of an item of the running year: ours, never the official."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import OwnedByOrganisation
from prongsai.registers.assessments.models.results import LEAST, MOST


class SelfCheck(OwnedByOrganisation):
    """The points an item of the running year would get today, by our own check.

    ``code`` is an OIT item (``o12``) or an indicator (``i7``) that surveys decide.
    """

    fiscal_year = models.PositiveSmallIntegerField(_("fiscal year"))
    code = models.CharField(_("item"), max_length=20)
    points = models.DecimalField(_("points"), max_digits=5, decimal_places=2)
    ground = models.CharField(_("what it rests on"), max_length=300, blank=True)
    checked_at = models.DateTimeField(_("checked"))
    checked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    personal = frozenset({"checked_by"})

    class Meta:
        verbose_name = _("our own check of an item")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "fiscal_year", "code"],
                name="assessments_selfcheck_once",
            ),
            models.CheckConstraint(
                name="assessments_selfcheck_in_range",
                condition=Q(points__gte=LEAST, points__lte=MOST),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fiscal_year} {self.code}: {self.points}"
