"""What is promised to whom for which days; no item is ever promised twice."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.organisations.models import OwnedByOrganisation
from prongsai.registers.lending.models.assets import Asset
from prongsai.registers.lending.models.loans import LoanLine


class Reservation(OwnedByOrganisation):
    """A number of items of one asset, promised to one line of a loan.

    ``is_single`` repeats that there is only one such item: for those the database
    itself refuses a second promise for the same days (``promises.py``). For lots the
    action counts while the asset is locked. ``is_out`` marks items that left the
    store: when they are late they block every later day until they are back.
    """

    line = models.OneToOneField(
        LoanLine, on_delete=models.CASCADE, related_name="reservation"
    )
    asset = models.ForeignKey(
        Asset, on_delete=models.PROTECT, related_name="reservations"
    )
    quantity = models.PositiveIntegerField(_("quantity"))
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))
    is_single = models.BooleanField(_("only one exists"))
    is_out = models.BooleanField(_("left the store"), default=False)
    released_at = models.DateTimeField(_("free again"), null=True)

    class Meta:
        verbose_name = _("promise of an asset")
        ordering = ["starts_on", "pk"]
        indexes = [
            models.Index(
                fields=["asset", "starts_on"],
                name="lending_reservation_open",
                condition=models.Q(released_at__isnull=True),
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="lending_reservation_dates",
                condition=models.Q(ends_on__gte=models.F("starts_on")),
            ),
            models.CheckConstraint(
                name="lending_reservation_single",
                condition=models.Q(is_single=False) | models.Q(quantity=1),
            ),
            models.CheckConstraint(
                name="lending_reservation_some", condition=models.Q(quantity__gte=1)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asset_id}: {self.quantity} {self.starts_on}–{self.ends_on}"
