"""The annual check: who was appointed, what was to be found, what was found."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import Division, OwnedByOrganisation
from prongsai.foundations.records.constraints import one_of, together
from prongsai.foundations.records.versions import Versioned
from prongsai.registers.lending.models.assets import Asset
from prongsai.registers.lending.states.assets import Condition
from prongsai.registers.lending.states.checks import CHECK, CheckState


class StockCheck(OwnedByOrganisation):
    """The check of what the office owns at the end of one fiscal year."""

    fiscal_year = models.PositiveSmallIntegerField(_("fiscal year"))
    state = models.CharField(
        _("state"), max_length=12, choices=CheckState, default=CHECK.start
    )
    order_number = models.CharField(_("number of the order"), max_length=100)
    order_date = models.DateField(_("date of the order"))
    starts_on = models.DateField(_("begins on"))
    due_on = models.DateField(_("report due on"))
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField(null=True)
    started_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    reported_at = models.DateTimeField(null=True)
    reported_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decision_number = models.CharField(
        _("number of the memo"), max_length=100, blank=True
    )
    told_on = models.DateField(_("copy to the Audit Office sent on"), null=True)
    told_letter = models.CharField(
        _("number of the letter"), max_length=100, blank=True
    )
    told_recorded_at = models.DateTimeField(null=True)
    told_recorded_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    remark = models.CharField(_("remark"), max_length=500, blank=True)

    personal = frozenset(
        {"opened_by", "started_by", "reported_by", "decided_by", "told_recorded_by"}
    )

    class Meta:
        verbose_name = _("annual check")
        ordering = ["-fiscal_year", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "fiscal_year"],
                condition=~Q(state=CheckState.CANCELLED),
                name="lending_stockcheck_once_a_year",
            ),
            together("started_at", "started_by"),
            together("reported_at", "reported_by"),
            together("decided_at", "decided_by"),
            together("told_on", "told_recorded_at", "told_recorded_by"),
            one_of("state", CheckState.values),
        ]

    def __str__(self) -> str:
        return _("Annual check of fiscal year %(year)s") % {"year": self.fiscal_year}

    def get_absolute_url(self) -> str:
        return reverse("lending:stock_check", args=[self.pk])

    def is_late(self, day: date) -> bool:
        """Whether the report is still owed after its due day."""
        owed = self.state in {CheckState.APPOINTED, CheckState.COUNTING}
        return owed and day > self.due_on


class CheckMember(OwnedByOrganisation):
    """Someone the order appoints; never a supply officer (ข้อ 213)."""

    stock_check = models.ForeignKey(
        StockCheck, on_delete=models.PROTECT, related_name="members"
    )
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    is_chair = models.BooleanField(_("chair"), default=False)

    personal = frozenset({"user"})

    class Meta:
        verbose_name = _("member of the committee")
        ordering = ["-is_chair", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["stock_check", "user"], name="lending_checkmember_once"
            ),
            models.UniqueConstraint(
                fields=["stock_check"],
                condition=Q(is_chair=True),
                name="lending_checkmember_one_chair",
            ),
        ]

    def __str__(self) -> str:
        return str(self.user)


class CheckItem(Versioned, OwnedByOrganisation):
    """One line of the frozen list: what should be there, and what was found.

    Not counted yet where ``found`` is empty; not found where it is 0.
    """

    stock_check = models.ForeignKey(
        StockCheck, on_delete=models.PROTECT, related_name="items"
    )
    asset = models.ForeignKey(Asset, on_delete=models.PROTECT, related_name="counts")
    code = models.CharField(_("asset code"), max_length=60)
    name_th = models.CharField(_("name in Thai"), max_length=200)
    expected = models.PositiveIntegerField(_("should be there"))
    expected_place = models.CharField(_("place"), max_length=200, blank=True)
    expected_condition = models.CharField(
        _("condition"), max_length=12, choices=Condition
    )
    division = models.ForeignKey(Division, on_delete=models.PROTECT, related_name="+")
    found = models.PositiveIntegerField(_("found"), null=True)
    condition = models.CharField(
        _("condition"), max_length=12, choices=Condition, blank=True
    )
    place = models.CharField(_("place"), max_length=200, blank=True)
    note = models.CharField(_("note"), max_length=500, blank=True)
    counted_at = models.DateTimeField(null=True)
    counted_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset({"counted_by"})

    class Meta:
        verbose_name = _("line of the count")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["stock_check", "asset"], name="lending_checkitem_once"
            ),
            together("found", "counted_at", "counted_by"),
            models.CheckConstraint(
                name="lending_checkitem_condition",
                condition=~Q(condition="") | Q(found__isnull=True) | Q(found=0),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name_th}"

    @property
    def lacking(self) -> int:
        """How many were not found; none before anybody looked."""
        return 0 if self.found is None else max(self.expected - self.found, 0)


class Surplus(OwnedByOrganisation):
    """Something the committee found that no line of the list describes."""

    stock_check = models.ForeignKey(
        StockCheck, on_delete=models.PROTECT, related_name="surplus"
    )
    description = models.CharField(_("what it is"), max_length=300)
    quantity = models.PositiveIntegerField(_("quantity"), default=1)
    place = models.CharField(_("place"), max_length=200)
    condition = models.CharField(_("condition"), max_length=12, choices=Condition)
    note = models.CharField(_("note"), max_length=500, blank=True)
    found_at = models.DateTimeField()
    found_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    personal = frozenset({"found_by"})

    class Meta:
        verbose_name = _("surplus")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="lending_surplus_quantity", condition=Q(quantity__gte=1)
            )
        ]

    def __str__(self) -> str:
        return self.description
