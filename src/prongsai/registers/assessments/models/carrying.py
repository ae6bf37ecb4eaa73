"""How items of one year continue in the next: proposed by keys, confirmed by a person."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import OwnedByOrganisation
from prongsai.foundations.records.constraints import one_of


class Relation(models.TextChoices):
    """How an item of the new year stands to those of the old."""

    SAME = "same", pgettext_lazy("carry", "The same")
    RENAMED = "renamed", pgettext_lazy("carry", "Other number or name")
    SPLIT = "split", pgettext_lazy("carry", "A part of a former item")
    MERGED = "merged", pgettext_lazy("carry", "Several former items together")
    NEW = "new", pgettext_lazy("carry", "New")
    DROPPED = "dropped", pgettext_lazy("carry", "No longer asked for")


class Carry(OwnedByOrganisation):
    """A person has confirmed how one item continues; split items are never filled.

    ``old`` and ``new`` are lists of item codes of the two years.
    """

    from_year = models.PositiveSmallIntegerField(_("from year"))
    to_year = models.PositiveSmallIntegerField(_("to year"))
    code = models.CharField(_("item"), max_length=20)
    relation = models.CharField(_("relation"), max_length=10, choices=Relation)
    old = models.JSONField(_("items before"), default=list)
    new = models.JSONField(_("items now"), default=list)
    note = models.CharField(_("remark"), max_length=500, blank=True)
    confirmed_at = models.DateTimeField(_("confirmed"))
    confirmed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    personal = frozenset({"confirmed_by"})

    class Meta:
        verbose_name = _("continuation of an item")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "from_year", "to_year", "code"],
                name="assessments_carry_once",
            ),
            one_of("relation", Relation.values),
        ]

    def __str__(self) -> str:
        return f"{self.from_year} → {self.to_year} {self.code}"
