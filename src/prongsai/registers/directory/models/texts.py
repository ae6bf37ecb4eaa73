"""What there is once in an office: its powers as a text, and its hours."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.organisations.models import OwnedByOrganisation
from prongsai.foundations.records.versions import Versioned


class Powers(OwnedByOrganisation, Versioned):
    """Duties and powers in the office's own words, and the laws they come from."""

    text_th = models.TextField(_("duties and powers, in Thai"), blank=True)
    text_en = models.TextField(_("duties and powers, in English"), blank=True)
    law = models.TextField(
        _("laws"), blank=True, help_text=_("One law on each line, with its section.")
    )

    class Meta:
        verbose_name = _("duties and powers")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"], name="directory_powers_once"
            )
        ]

    def __str__(self) -> str:
        return self.law


class OfficeHours(OwnedByOrganisation):
    """When the doors are open to the public on a day of the week (0 is Monday)."""

    weekday = models.PositiveSmallIntegerField(_("day of the week"))
    opens = models.TimeField(_("opens"))
    closes = models.TimeField(_("closes"))
    note_th = models.CharField(_("note in Thai"), max_length=200, blank=True)
    note_en = models.CharField(_("note in English"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("office hours")
        ordering = ["weekday", "opens"]
        constraints = [
            models.CheckConstraint(
                name="directory_hours_weekday", condition=Q(weekday__lte=6)
            ),
            models.CheckConstraint(
                name="directory_hours_order", condition=Q(opens__lt=F("closes"))
            ),
            models.UniqueConstraint(
                fields=["organisation", "weekday", "opens"],
                name="directory_hours_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.weekday} {self.opens:%H:%M}–{self.closes:%H:%M}"
