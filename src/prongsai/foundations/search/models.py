"""What can be found: one row for each public page, with its words."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.organisations.models import OwnedByOrganisation


class Kind(models.TextChoices):
    """What a page is about, by the first word of its address."""

    ITA = "ita", _("Public data (ITA)")
    NEWS = "news", _("News")
    PEOPLE = "people", _("People and contact")
    LENDING = "lending", _("Borrowing")
    SERVICE = "service", _("Services")
    OTHER = "other", _("Other documents")


class SearchEntry(OwnedByOrganisation):
    """A public page as search knows it; made anew from what is published at any time."""

    url = models.CharField(_("address of the page"), max_length=300)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    title_th = models.CharField(_("heading in Thai"), max_length=300)
    title_en = models.CharField(_("heading in English"), max_length=300)
    text = models.TextField(_("text"))
    # " word word " : a whole word is found by what it contains, on both engines alike.
    title_words = models.TextField()
    words = models.TextField()
    year = models.PositiveSmallIntegerField(_("fiscal year"))
    on = models.DateField(_("date"))
    at = models.DateTimeField(_("entered"))

    class Meta:
        verbose_name = _("page that can be found")
        ordering = ["-on", "-at", "url"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "url"], name="search_entry_once"
            )
        ]

    def __str__(self) -> str:
        return self.url

    @property
    def title(self) -> str:
        """The title in the language of the reader."""
        return self.title_en if get_language() == "en" else self.title_th
