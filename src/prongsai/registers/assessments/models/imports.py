"""Sheets of results that were read and wait for a yes."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.files.received_sheets import ReceivedSheet
from prongsai.foundations.records.constraints import together


class ResultSheet(ReceivedSheet):
    """A sheet of results; its cells are emptied once they are entered."""

    taken_at = models.DateTimeField(null=True)
    taken_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset({"uploaded_by", "taken_by", "table"})

    class Meta:
        verbose_name = _("sheet of results")
        ordering = ["-pk"]
        constraints = [together("taken_at", "taken_by")]

    def get_absolute_url(self) -> str:
        return reverse("assessments:sheet", args=[self.pk])
