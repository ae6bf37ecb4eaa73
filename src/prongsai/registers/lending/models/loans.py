"""A loan and its lines: who borrows what, for what, from when to when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import Division, OwnedByOrganisation
from prongsai.foundations.records.constraints import one_of, together
from prongsai.registers.lending.models.assets import Asset
from prongsai.registers.lending.models.loan_choices import (
    HARMED,
    OUTSIDERS,
    Benefit,
    BorrowerKind,
    Channel,
    IdKind,
    ItemCondition,
)
from prongsai.registers.lending.states.loans import LOAN, LoanState

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


def somebody(label: StrPromise) -> models.ForeignKey[User | None, User | None]:
    """Return a column for somebody of this office, or nobody."""
    return models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=label,
    )


class Loan(OwnedByOrganisation):
    """Things of one responsible division, lent to one borrower for a stretch of days."""

    year = models.PositiveSmallIntegerField(_("fiscal year"))
    number = models.PositiveIntegerField(_("number"))
    state = models.CharField(
        _("state"), max_length=20, choices=LoanState, default=LOAN.start
    )
    channel = models.CharField(_("came by"), max_length=10, choices=Channel)
    division = models.ForeignKey(
        Division,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("responsible division"),
    )

    borrower_kind = models.CharField(
        _("who borrows"), max_length=20, choices=BorrowerKind
    )
    borrower = somebody(_("borrower in this office"))
    borrower_division = models.ForeignKey(
        Division,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("for the work of"),
    )
    borrower_name = models.CharField(_("name of the borrower"), max_length=250)
    borrower_position = models.CharField(
        _("position, agency or community"), max_length=200, blank=True
    )
    borrower_address = models.CharField(_("address"), max_length=400, blank=True)
    borrower_phone = models.CharField(_("telephone"), max_length=60, blank=True)
    borrower_email = models.EmailField(_("e-mail"), blank=True)
    id_kind = models.CharField(
        _("kind of identity number"),
        max_length=20,
        choices=IdKind,
        default=IdKind.NONE,
    )
    id_number = models.CharField(_("identity number"), max_length=20, blank=True)
    identity_cleared_at = models.DateTimeField(_("identity cleared"), null=True)

    purpose = models.CharField(_("purpose"), max_length=500)
    benefit = models.CharField(_("serves"), max_length=20, choices=Benefit)
    basis = models.CharField(
        _("local rule or announcement it rests on"), max_length=300, blank=True
    )
    urgency = models.CharField(
        _("why it is urgent and cannot be got elsewhere"), max_length=500, blank=True
    )
    has_consumables = models.BooleanField(_("with consumables"))
    place = models.CharField(_("place of use"), max_length=300)
    on_premises = models.BooleanField(_("used on the premises of the office"))
    starts_on = models.DateField(_("from"))
    due_on = models.DateField(_("due back"))

    requested_by = somebody(_("entered by"))
    requested_at = models.DateTimeField(_("requested"))
    secret_digest = models.CharField(max_length=64, blank=True, editable=False)
    checked_by = somebody(_("stock checked by"))
    checked_at = models.DateTimeField(_("stock checked"), null=True)
    check_note = models.CharField(_("note of the check"), max_length=500, blank=True)
    leaves_enough = models.BooleanField(
        _("enough is left for the work of this office"), default=False
    )
    handed_by = somebody(_("handed over by"))
    handed_at = models.DateTimeField(_("handed over"), null=True)
    handed_to = models.CharField(_("received by"), max_length=250, blank=True)
    returned_at = models.DateTimeField(_("everything back"), null=True)
    closed_by = somebody(_("closed by"))
    closed_at = models.DateTimeField(_("closed on"), null=True)
    cancelled_by = somebody(_("cancelled by"))
    cancelled_at = models.DateTimeField(_("cancelled"), null=True)
    cancel_reason = models.CharField(
        _("reason for cancelling"), max_length=300, blank=True
    )

    personal = frozenset(
        {
            "borrower", "borrower_name", "borrower_position", "borrower_address",
            "borrower_phone", "borrower_email", "id_number", "handed_to",
            "requested_by", "checked_by", "handed_by", "closed_by", "cancelled_by",
        }
    )  # fmt: skip

    class Meta:
        verbose_name = _("loan")
        ordering = ["-year", "-number"]
        indexes = [
            models.Index(fields=["organisation", "state", "due_on"]),
            models.Index(fields=["organisation", "division", "state"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "year", "number"], name="lending_loan_number"
            ),
            one_of("state", LoanState.values),
            one_of("borrower_kind", BorrowerKind.values),
            together("checked_at", "checked_by"),
            together("handed_at", "handed_by"),
            together("closed_at", "closed_by"),
            models.CheckConstraint(
                name="lending_loan_dates",
                condition=models.Q(due_on__gte=models.F("starts_on")),
            ),
            models.CheckConstraint(
                name="lending_loan_not_private",  # ข้อ 207
                condition=~models.Q(benefit=Benefit.PRIVATE),
            ),
            models.CheckConstraint(
                name="lending_loan_internal_borrower",
                condition=models.Q(borrower_kind=BorrowerKind.INTERNAL)
                ^ models.Q(borrower__isnull=True),
            ),
            models.CheckConstraint(
                name="lending_loan_outsiders_basis",
                condition=~models.Q(borrower_kind__in=OUTSIDERS) | ~models.Q(basis=""),
            ),
            models.CheckConstraint(
                name="lending_loan_identity",
                condition=~models.Q(id_kind=IdKind.NONE) | models.Q(id_number=""),
            ),
        ]

    def __str__(self) -> str:
        return f"บย. {self.number}/{self.year}"

    def get_absolute_url(self) -> str:
        return reverse("lending:loan", args=[self.pk])

    def is_overdue(self, *, on: date) -> bool:
        """Whether something should be back by now and is not."""
        return self.state == LoanState.HANDED_OVER and self.due_on < on

    @property
    def is_internal(self) -> bool:
        """Whether it stays inside the office."""
        return self.borrower_kind == BorrowerKind.INTERNAL


class LoanLine(OwnedByOrganisation):
    """One asset of a loan: how many were asked for, allowed, handed over, given back."""

    loan = models.ForeignKey(Loan, on_delete=models.CASCADE, related_name="lines")
    asset = models.ForeignKey(
        Asset,
        on_delete=models.PROTECT,
        related_name="loan_lines",
        verbose_name=_("asset"),
    )
    asked = models.PositiveIntegerField(_("quantity asked for"))
    approved = models.PositiveIntegerField(_("approved"), null=True)
    handed = models.PositiveIntegerField(_("handed over"), default=0)
    back = models.PositiveIntegerField(_("back or accounted for"), default=0)
    condition_out = models.CharField(
        _("condition at hand-over"),
        max_length=20,
        choices=ItemCondition,
        blank=True,
    )
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("line of a loan")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["loan", "asset"], name="lending_loanline_asset_once"
            ),
            models.CheckConstraint(
                name="lending_loanline_asked", condition=models.Q(asked__gte=1)
            ),
            models.CheckConstraint(
                name="lending_loanline_approved",
                condition=models.Q(approved__isnull=True)
                | models.Q(approved__lte=models.F("asked")),
            ),
            models.CheckConstraint(
                name="lending_loanline_handed",
                condition=models.Q(handed=0)
                | models.Q(handed__lte=models.F("approved")),
            ),
            models.CheckConstraint(
                name="lending_loanline_back",
                condition=models.Q(back__lte=models.F("handed")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asset} x {self.asked}"

    @property
    def outstanding(self) -> int:
        """How many are still with the borrower."""
        return self.handed - self.back


class ReturnedItem(OwnedByOrganisation):
    """Some items of one line that came back on one day in one condition."""

    line = models.ForeignKey(LoanLine, on_delete=models.CASCADE, related_name="returns")
    quantity = models.PositiveIntegerField(_("quantity"))
    condition = models.CharField(
        _("condition at return"), max_length=20, choices=ItemCondition
    )
    note = models.CharField(_("note"), max_length=300, blank=True)
    brought_by = models.CharField(_("brought back by"), max_length=250)
    received_by = somebody(_("received by"))
    received_at = models.DateTimeField(_("received on"))

    personal = frozenset({"brought_by", "received_by"})

    class Meta:
        verbose_name = _("returned item")
        ordering = ["received_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="lending_returneditem_some", condition=models.Q(quantity__gte=1)
            ),
            one_of("condition", ItemCondition.values),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} x {self.condition}"

    @property
    def is_harmed(self) -> bool:
        """Whether these items must be made good."""
        return self.condition in HARMED
