"""The steps of a measure, each with one accountable person and a due date."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import Division, OwnedByOrganisation
from prongsai.foundations.records.constraints import together
from prongsai.foundations.records.versions import Versioned
from prongsai.registers.measures.models.plans import Measure


class Step(OwnedByOrganisation, Versioned):
    """One step, or a point under a step (``parent``). ``marker`` is its number as printed.

    "All divisions" is never an owner: it becomes one step for each division. ``origin``
    says where it came from, as the number of a resolution.
    """

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="steps")
    parent = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="points"
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    marker = models.CharField(_("number"), max_length=20, blank=True)
    text = models.TextField(_("step"))
    division = models.ForeignKey(
        Division, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("division"),
    )  # fmt: skip
    accountable = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("accountable person"),
    )  # fmt: skip
    due_on = models.DateField(_("due"), null=True, blank=True)
    origin = models.CharField(_("comes from"), max_length=300, blank=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    note = models.TextField(_("what was done"), blank=True)

    personal = frozenset({"accountable", "done_by"})

    class Meta:
        verbose_name = _("step of a measure")
        ordering = ["measure", "order", "pk"]
        constraints = [
            together("done_on", "done_at", "done_by"),
            models.CheckConstraint(
                name="measures_step_not_its_own_parent",
                condition=Q(parent__isnull=True) | ~Q(parent=models.F("pk")),
            ),
        ]

    def __str__(self) -> str:
        return self.text[:120]

    def get_absolute_url(self) -> str:
        return reverse("measures:measure", args=[self.measure_id]) + f"#step-{self.pk}"

    def is_late(self, day: date) -> bool:
        """Whether it was due before a day and is not done."""
        return self.done_on is None and self.due_on is not None and self.due_on < day
