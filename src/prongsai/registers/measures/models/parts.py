"""What each division brings to a measure: prepared, submitted, returned or accepted."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import Division, OwnedByOrganisation
from prongsai.foundations.records.constraints import one_of, together
from prongsai.foundations.records.versions import Versioned
from prongsai.registers.measures.models.plans import Measure
from prongsai.registers.measures.states import PART, PART_TONES, PartState


class Part(OwnedByOrganisation, Versioned):
    """The part of one division, with one person who answers for it."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="parts")
    division = models.ForeignKey(
        Division, on_delete=models.PROTECT, related_name="+", verbose_name=_("division")
    )
    accountable = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+",
        verbose_name=_("accountable person"),
    )  # fmt: skip
    due_on = models.DateField(_("due"), null=True, blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=PartState, default=PART.start
    )
    text = models.TextField(_("what was done"), blank=True)
    reason = models.TextField(_("why it was returned"), blank=True)
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField(null=True)
    submitted_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset({"accountable", "given_by", "submitted_by", "settled_by"})

    class Meta:
        verbose_name = _("part of a division")
        ordering = ["measure", "division__order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "division"], name="measures_part_once"
            ),
            together("submitted_at", "submitted_by"),
            together("settled_at", "settled_by"),
            one_of("state", PartState.values),
            models.CheckConstraint(
                name="measures_part_returned_with_reason",
                condition=~Q(state=PartState.RETURNED) | ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.division}"

    def get_absolute_url(self) -> str:
        return reverse("measures:part", args=[self.pk])

    @property
    def tone(self) -> str:
        """How its state is coloured."""
        return PART_TONES[PartState(self.state)]
