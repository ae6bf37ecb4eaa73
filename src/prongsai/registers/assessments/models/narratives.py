"""What the office says of each indicator, each sentence with the figures it rests on."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import OwnedByOrganisation
from prongsai.foundations.records.constraints import together
from prongsai.foundations.records.versions import Versioned
from prongsai.registers.assessments.models.results import Assessment


class Narrative(OwnedByOrganisation, Versioned):
    """The analysis of one indicator; of the whole where ``number`` is 0.

    ``sentences`` is a list of ``{"text": …, "figures": {"2568.6": "96.33", …}}``: the
    figures a sentence was drafted from, with the values they had then. A sentence a
    person wrote stands in no such list.
    """

    WHOLE = 0

    assessment = models.ForeignKey(
        Assessment, on_delete=models.CASCADE, related_name="narratives"
    )
    number = models.PositiveSmallIntegerField(_("indicator"))
    text = models.TextField(_("analysis"))
    sentences = models.JSONField(default=list)
    drafted_at = models.DateTimeField(_("drafted"))
    drafted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    edited_at = models.DateTimeField(_("edited"), null=True)
    edited_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset({"drafted_by", "edited_by"})

    class Meta:
        verbose_name = _("analysis of an indicator")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "number"], name="assessments_narrative_once"
            ),
            together("edited_at", "edited_by"),
        ]

    def __str__(self) -> str:
        return self.text[:60]
