"""The tenants, and the base of every row that belongs to one of them."""

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.records.versions import Versioned


class OfficeType(models.TextChoices):
    """The kinds of local government; titles and law names hang on it."""

    SUBDISTRICT = "subdistrict", _("Subdistrict administrative organisation")
    TOWNSHIP = "township", _("Subdistrict municipality")
    TOWN = "town", _("Town municipality")
    CITY = "city", _("City municipality")
    PROVINCE = "province", _("Provincial administrative organisation")


class Organisation(Versioned):
    """A local government that runs its own registers: one tenant."""

    type = models.CharField(_("type"), max_length=20, choices=OfficeType)
    name_th = models.CharField(_("name in Thai"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200)
    dla_code = models.CharField(_("code at the DLA"), max_length=20, blank=True)
    cgd_code = models.CharField(_("code at the CGD"), max_length=20, blank=True)
    egp_code = models.CharField(_("code in e-GP"), max_length=20, blank=True)
    tambon = models.CharField(_("subdistrict"), max_length=100, blank=True)
    amphoe = models.CharField(_("district"), max_length=100, blank=True)
    province = models.CharField(_("province"), max_length=100, blank=True)
    postcode = models.CharField(_("postcode"), max_length=5, blank=True)
    address_th = models.CharField(_("address in Thai"), max_length=300, blank=True)
    address_en = models.CharField(_("address in English"), max_length=300, blank=True)
    phones = models.CharField(_("telephone"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    latitude = models.DecimalField(
        _("latitude"), max_digits=9, decimal_places=6, null=True, blank=True
    )
    longitude = models.DecimalField(
        _("longitude"), max_digits=9, decimal_places=6, null=True, blank=True
    )
    colour = models.CharField(
        _("colour"),
        max_length=7,
        default="#0b5563",
        validators=[RegexValidator(r"^#[0-9a-f]{6}$")],
    )
    letter_code = models.CharField(_("document code"), max_length=40, blank=True)
    is_demonstration = models.BooleanField(_("invented"), default=False)

    personal: frozenset[str] = frozenset()

    class Meta:
        verbose_name = _("office")

    def __str__(self) -> str:
        return self.name_en if get_language() == "en" else self.name_th


class HostName(models.Model):
    """An address in the browser and the office it belongs to; read before the tenant is known."""

    host = models.CharField(max_length=253, unique=True)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="hosts"
    )

    personal: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return self.host


class OwnedByOrganisation(models.Model):
    """Base of every row that belongs to exactly one office."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+"
    )

    personal: frozenset[str] = frozenset()

    class Meta:
        abstract = True


class FormerName(OwnedByOrganisation):
    """What the office was called, and was, before: names and types change."""

    type = models.CharField(_("type"), max_length=20, choices=OfficeType)
    name_th = models.CharField(_("name in Thai"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200)
    valid_from = models.DateField(_("from"), null=True, blank=True)
    valid_to = models.DateField(_("to"))
    basis = models.CharField(_("announcement"), max_length=300, blank=True)

    def __str__(self) -> str:
        return self.name_th


class Division(OwnedByOrganisation, Versioned):
    """A division or a section inside one: งานพัสดุ stands under กองคลัง."""

    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("part of"),
    )
    code = models.SlugField(_("short code"), max_length=40)
    name_th = models.CharField(_("name in Thai"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200)
    phone = models.CharField(_("telephone"), max_length=60, blank=True)
    letter_code = models.CharField(_("document code"), max_length=40, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("division")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "code"],
                name="organisations_division_code",
                violation_error_message=_("Another division has this short code."),
            )
        ]

    def __str__(self) -> str:
        return self.name_en if get_language() == "en" else self.name_th

    def get_absolute_url(self) -> str:
        """Return the page on which an administrator keeps this division."""
        return reverse("office:division", args=[self.pk])


class Closure(OwnedByOrganisation):
    """A day this office is closed beside the public holidays, or opens despite one."""

    day = models.DateField(_("day"))
    reason_th = models.CharField(_("reason in Thai"), max_length=200)
    reason_en = models.CharField(_("reason in English"), max_length=200, blank=True)
    is_open = models.BooleanField(_("open after all"), default=False)

    class Meta:
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "day"],
                name="organisations_closure_day",
                violation_error_message=_("This day is entered already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d} {self.reason_th}"


class WorkingHours(OwnedByOrganisation):
    """When the office is open on a day of the week (0 is Monday)."""

    weekday = models.PositiveSmallIntegerField(_("day of the week"))
    opens = models.TimeField(_("opens"))
    closes = models.TimeField(_("closes"))

    class Meta:
        ordering = ["weekday", "opens"]
        constraints = [
            models.CheckConstraint(
                name="organisations_hours_weekday",
                condition=models.Q(weekday__lte=6),
            ),
            models.CheckConstraint(
                name="organisations_hours_order",
                condition=models.Q(opens__lt=models.F("closes")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.weekday} {self.opens:%H:%M}–{self.closes:%H:%M}"
