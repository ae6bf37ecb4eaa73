"""What the office owns: groups, assets and the history of each."""

from decimal import Decimal

from django.db import models
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import Division, OwnedByOrganisation
from prongsai.foundations.records.constraints import one_of
from prongsai.foundations.records.versions import Versioned
from prongsai.registers.lending.states.assets import (
    ASSET,
    AcquiredHow,
    AssetKind,
    AssetState,
    Condition,
    EventKind,
    Fund,
)


class AssetGroup(OwnedByOrganisation):
    """A group of assets, perhaps inside another: computers stand under office equipment."""

    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("part of"),
    )
    code = models.CharField(_("group code"), max_length=40)
    name_th = models.CharField(_("name in Thai"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    useful_life = models.PositiveSmallIntegerField(
        _("useful life in years"), null=True, blank=True
    )

    class Meta:
        verbose_name = _("asset group")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "code"], name="lending_assetgroup_code"
            ),
            models.CheckConstraint(
                name="lending_assetgroup_life",
                condition=models.Q(useful_life__isnull=True)
                | models.Q(useful_life__range=(1, 100)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def name(self) -> str:
        """The name in the reader's language, Thai where there is no English one."""
        return _name(self)


class Asset(Versioned, OwnedByOrganisation):
    """One thing with a code of its own, or one lot of like things under one code."""

    code = models.CharField(_("asset code"), max_length=60)
    name_th = models.CharField(_("name in Thai"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    brand = models.CharField(_("brand"), max_length=100, blank=True)
    model_name = models.CharField(_("model"), max_length=100, blank=True)
    serial = models.CharField(_("serial number"), max_length=100, blank=True)
    group = models.ForeignKey(
        AssetGroup,
        on_delete=models.PROTECT,
        related_name="assets",
        verbose_name=_("asset group"),
    )
    kind = models.CharField(
        _("kind"), max_length=12, choices=AssetKind, default=AssetKind.DURABLE
    )
    quantity = models.PositiveIntegerField(_("quantity"), default=1)
    missing = models.PositiveIntegerField(_("of these missing"), default=0)
    unit = models.CharField(_("unit"), max_length=40)

    acquired_how = models.CharField(
        _("acquired how"), max_length=12, choices=AcquiredHow, blank=True
    )
    acquired_on = models.DateField(_("acquired on"), null=True, blank=True)
    unit_price = models.DecimalField(
        _("price each"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    document_number = models.CharField(_("document number"), max_length=100, blank=True)
    fund = models.CharField(_("paid from"), max_length=12, choices=Fund, blank=True)
    useful_life = models.PositiveSmallIntegerField(
        _("useful life in years"), null=True, blank=True
    )

    division = models.ForeignKey(
        Division,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("responsible division"),
    )
    place = models.CharField(_("place"), max_length=200, blank=True)
    keeper = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("responsible person"),
    )
    condition = models.CharField(
        _("condition"), max_length=12, choices=Condition, default=Condition.USABLE
    )
    state = models.CharField(
        _("state"), max_length=12, choices=AssetState, default=ASSET.start
    )
    internal_borrowable = models.BooleanField(_("staff may borrow it"), default=True)
    public_borrowable = models.BooleanField(
        _("residents and agencies may borrow it"), default=False
    )
    notes = models.TextField(_("notes"), max_length=2000, blank=True)

    personal = frozenset({"keeper"})

    class Meta:
        verbose_name = _("asset")
        ordering = ["code"]
        indexes = [
            models.Index(fields=["organisation", "state"]),
            models.Index(fields=["organisation", "name_th"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "code"], name="lending_asset_code"
            ),
            models.CheckConstraint(
                name="lending_asset_quantity",
                condition=models.Q(quantity__gte=1)
                | models.Q(kind=AssetKind.CONSUMABLE),
            ),
            models.CheckConstraint(
                name="lending_asset_missing",
                condition=models.Q(missing__lte=models.F("quantity")),
            ),
            models.CheckConstraint(
                name="lending_asset_price",
                condition=models.Q(unit_price__isnull=True)
                | models.Q(unit_price__gte=0),
            ),
            models.CheckConstraint(
                name="lending_asset_life",
                condition=models.Q(useful_life__isnull=True)
                | models.Q(useful_life__range=(1, 100)),
            ),
            one_of("kind", AssetKind.values),
            one_of("state", AssetState.values),
            one_of("condition", Condition.values),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    def get_absolute_url(self) -> str:
        return reverse("lending:asset", args=[self.pk])

    @property
    def name(self) -> str:
        """The name in the reader's language, Thai where there is no English one."""
        return _name(self)

    @property
    def is_lot(self) -> bool:
        """Whether several like things stand under this code."""
        return self.quantity > 1

    @property
    def present(self) -> int:
        """How many there are to use or to lend; missing ones stay in the register."""
        return self.quantity - self.missing

    @property
    def price(self) -> Decimal | None:
        """The price of the whole lot."""
        return None if self.unit_price is None else self.unit_price * self.quantity

    @property
    def life(self) -> int | None:
        """The useful life in years: its own, else that of its group."""
        return self.useful_life or self.group.useful_life


class AssetEvent(OwnedByOrganisation):
    """One line in the history of an asset; never changed once it is written.

    ``changes`` holds ``{field: [old, new]}`` of a correction, as texts; the person who
    keeps the asset is named there by key only.
    """

    asset = models.ForeignKey(Asset, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=20, choices=EventKind)
    happened_on = models.DateField(_("on"))
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )
    from_division = models.ForeignKey(
        Division, on_delete=models.PROTECT, null=True, related_name="+"
    )
    to_division = models.ForeignKey(
        Division, on_delete=models.PROTECT, null=True, related_name="+"
    )
    from_place = models.CharField(max_length=200, blank=True)
    to_place = models.CharField(max_length=200, blank=True)
    from_condition = models.CharField(max_length=12, choices=Condition, blank=True)
    to_condition = models.CharField(max_length=12, choices=Condition, blank=True)
    quantity = models.PositiveIntegerField(null=True)
    cost = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    reference = models.CharField(max_length=100, blank=True)
    note = models.CharField(max_length=500, blank=True)
    changes = models.JSONField(default=dict)

    personal = frozenset({"recorded_by"})

    class Meta:
        verbose_name = _("line of an asset's history")
        ordering = ["happened_on", "pk"]
        constraints = [one_of("kind", EventKind.values)]

    def __str__(self) -> str:
        return f"{self.happened_on:%Y-%m-%d} {self.get_kind_display()}"


def _name(thing: AssetGroup | Asset) -> str:
    english = thing.name_en if get_language() == "en" else ""
    return english or thing.name_th
