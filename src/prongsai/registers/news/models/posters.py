"""Posters, leaflets and infographics the office prints and shows."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import OwnedByOrganisation
from prongsai.foundations.records.constraints import one_of, together
from prongsai.foundations.records.versions import Versioned
from prongsai.registers.news.models.poster_contents import Subject


class PosterKind(models.TextChoices):
    """The sheet it is made for."""

    POSTER_A4 = "poster-a4", _("Poster, A4 upright")
    POSTER_A3 = "poster-a3", _("Poster, A3 upright")
    LEAFLET = "leaflet", _("Leaflet, A4 in three panels")
    INFOGRAPHIC = "infographic", _("Picture for screens, 4 to 5")


class PosterDesign(models.TextChoices):
    """How it looks."""

    PLAIN = "plain", _("Plain: white with a rule")
    BAND = "band", _("Band: the colour of the office on top")
    CARD = "card", _("Cards: boxes on a tint")


class Poster(OwnedByOrganisation, Versioned):
    """One sheet: what it says stands in ``data`` as ``poster_contents`` describes."""

    title = models.CharField(_("title"), max_length=150)
    subject = models.CharField(_("subject"), max_length=20, choices=Subject)
    kind = models.CharField(_("sheet"), max_length=20, choices=PosterKind)
    design = models.CharField(_("design"), max_length=20, choices=PosterDesign)
    fiscal_year = models.PositiveSmallIntegerField(_("fiscal year"))
    thai_digits = models.BooleanField(_("Thai digits"), default=True)
    data = models.JSONField(_("contents"), default=dict)
    made_at = models.DateTimeField(_("made"))
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(_("last changed"), null=True)
    changed_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset({"made_by", "changed_by"})

    class Meta:
        verbose_name = _("poster")
        ordering = ["-pk"]
        constraints = [
            one_of("subject", Subject.values),
            one_of("kind", PosterKind.values),
            one_of("design", PosterDesign.values),
            together("changed_at", "changed_by"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the page of this poster."""
        return reverse("news:poster", args=[self.pk])
