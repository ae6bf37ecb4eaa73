"""What the office does and how it is reached: duties, channels, and the sketch map."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import Division, OwnedByOrganisation
from prongsai.foundations.records.constraints import one_of, together
from prongsai.foundations.records.versions import Versioned
from prongsai.registers.directory.models.seats import Seat


class ChannelKind(models.TextChoices):
    """By what means somebody reaches the office."""

    PHONE = "phone", pgettext_lazy("channel", "Telephone")
    FAX = "fax", pgettext_lazy("channel", "Fax")
    EMAIL = "email", pgettext_lazy("channel", "E-mail")
    LINE = "line", pgettext_lazy("channel", "LINE Official Account")
    FACEBOOK = "facebook", pgettext_lazy("channel", "Facebook page")
    MESSENGER = "messenger", pgettext_lazy("channel", "Messenger")
    BOARD = "board", pgettext_lazy("channel", "Web board")
    CHAT = "chat", pgettext_lazy("channel", "Chat on the website")
    OTHER = "other", pgettext_lazy("channel", "Other channel")


ONLINE = frozenset(
    {
        ChannelKind.LINE, ChannelKind.MESSENGER, ChannelKind.BOARD, ChannelKind.CHAT,
        ChannelKind.FACEBOOK, ChannelKind.OTHER,
    }
)  # fmt: skip
"""Kinds by which somebody can ask and be answered on the web; a telephone is none."""


class Entry(OwnedByOrganisation, Versioned):
    """Base of what is listed: kept in an order, taken out but never deleted."""

    order = models.PositiveSmallIntegerField(_("order"), default=0)
    retired_at = models.DateTimeField(_("taken out"), null=True)
    retired_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset({"retired_by"})
    code = ""

    class Meta:
        abstract = True
        ordering = ["order", "pk"]

    def get_absolute_url(self) -> str:
        """Return where it is corrected."""
        return reverse(f"directory:{self.code}", args=[self.pk])


class Duty(Entry):
    """A piece of work, the division or position that does it, and words to find it by."""

    division = models.ForeignKey(
        Division,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("division"),
    )
    seat = models.ForeignKey(
        Seat,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="duties",
        verbose_name=pgettext_lazy("directory", "position"),
    )
    title_th = models.CharField(_("duty in Thai"), max_length=200)
    title_en = models.CharField(_("duty in English"), max_length=200, blank=True)
    text_th = models.TextField(_("what is done, in Thai"), blank=True)
    text_en = models.TextField(_("what is done, in English"), blank=True)
    keywords = models.CharField(
        _("words people search by"),
        max_length=500,
        blank=True,
        help_text=_("In residents' words, separated by commas."),
    )
    phone = models.CharField(_("telephone"), max_length=60, blank=True)

    personal = frozenset({"retired_by", "phone"})
    code = "duty"

    class Meta(Entry.Meta):
        verbose_name = pgettext_lazy("directory", "duty")
        constraints = [
            together("retired_at", "retired_by"),
            models.CheckConstraint(
                name="directory_duty_has_an_owner",
                condition=Q(division__isnull=False) | Q(seat__isnull=False),
                violation_error_message=_("Choose the division or the position."),
            ),
        ]

    def __str__(self) -> str:
        english = self.title_en if get_language() == "en" else ""
        return english or self.title_th


class Channel(Entry):
    """One way to reach the office; a two-way one answers questions."""

    kind = models.CharField(_("kind of channel"), max_length=20, choices=ChannelKind)
    label_th = models.CharField(_("name in Thai"), max_length=200)
    label_en = models.CharField(_("name in English"), max_length=200, blank=True)
    value = models.CharField(
        _("number, address or account"), max_length=200, blank=True
    )
    url = models.URLField(_("link"), blank=True)
    is_two_way = models.BooleanField(
        _("two-way"),
        default=False,
        help_text=_("Somebody asks here and is answered here."),
    )

    code = "channel"

    class Meta(Entry.Meta):
        verbose_name = pgettext_lazy("directory", "channel")
        constraints = [
            together("retired_at", "retired_by"),
            one_of("kind", ChannelKind.values),
            models.CheckConstraint(
                name="directory_channel_leads_somewhere",
                condition=~Q(value="") | ~Q(url=""),
                violation_error_message=_("Write a number or address, or a link."),
            ),
        ]

    def __str__(self) -> str:
        english = self.label_en if get_language() == "en" else ""
        return english or self.label_th


class Landmark(Entry):
    """A place people know, for the sketch map."""

    name_th = models.CharField(_("name in Thai"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    latitude = models.DecimalField(_("latitude"), max_digits=9, decimal_places=6)
    longitude = models.DecimalField(_("longitude"), max_digits=9, decimal_places=6)

    code = "landmark"

    class Meta(Entry.Meta):
        verbose_name = pgettext_lazy("directory", "landmark")
        constraints = [
            together("retired_at", "retired_by"),
            models.CheckConstraint(
                name="directory_landmark_on_earth",
                condition=Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                violation_error_message=_("There is no such place on earth."),
            ),
        ]

    def __str__(self) -> str:
        english = self.name_en if get_language() == "en" else ""
        return english or self.name_th


class Road(Entry):
    """A road on the sketch map: ``points`` are pairs of latitude and longitude as texts."""

    name_th = models.CharField(_("name in Thai"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    points = models.JSONField(pgettext_lazy("road", "points"))

    code = "road"

    class Meta(Entry.Meta):
        verbose_name = pgettext_lazy("directory", "road")
        constraints = [together("retired_at", "retired_by")]

    def __str__(self) -> str:
        english = self.name_en if get_language() == "en" else ""
        return english or self.name_th
