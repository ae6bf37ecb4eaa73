"""How assets left the register, and whether the Audit Office was told."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import OwnedByOrganisation
from prongsai.foundations.records.constraints import one_of, together
from prongsai.registers.lending.models.assets import Asset
from prongsai.registers.lending.states.assets import DisposalHow


class Disposal(OwnedByOrganisation):
    """One striking-off: all of an asset or some of a lot, by an approved memo."""

    asset = models.ForeignKey(Asset, on_delete=models.PROTECT, related_name="disposals")
    how = models.CharField(_("way of disposal"), max_length=12, choices=DisposalHow)
    quantity = models.PositiveIntegerField(_("quantity"))
    struck_off_on = models.DateField(_("struck off on"))
    memo_number = models.CharField(_("number of the approved memo"), max_length=100)
    memo_date = models.DateField(_("date of the approved memo"))
    note = models.CharField(_("note"), max_length=500, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    told_on = models.DateField(_("Audit Office informed on"), null=True)
    told_letter = models.CharField(
        _("number of the letter"), max_length=100, blank=True
    )
    told_recorded_at = models.DateTimeField(null=True)
    told_recorded_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset({"recorded_by", "told_recorded_by"})

    class Meta:
        verbose_name = _("disposal")
        ordering = ["struck_off_on", "pk"]
        constraints = [
            together("told_on", "told_recorded_at", "told_recorded_by"),
            models.CheckConstraint(
                name="lending_disposal_quantity", condition=models.Q(quantity__gte=1)
            ),
            models.CheckConstraint(
                name="lending_disposal_memo", condition=~models.Q(memo_number="")
            ),
            one_of("how", DisposalHow.values),
        ]

    def __str__(self) -> str:
        return f"{self.get_how_display()} {self.memo_number}"
