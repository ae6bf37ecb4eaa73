"""Spreadsheets that were read for an item and wait for a yes."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.files.received_sheets import ReceivedSheet
from prongsai.foundations.records.constraints import together
from prongsai.registers.disclosure.models.items import Item, Part


class TableUpload(ReceivedSheet):
    """A table for an item, or a newer one for a part; emptied once it is taken over."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    part = models.ForeignKey(
        Part, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    taken_at = models.DateTimeField(null=True)
    taken_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset({"uploaded_by", "taken_by", "table"})

    class Meta:
        verbose_name = _("table of an item")
        ordering = ["-pk"]
        constraints = [together("taken_at", "taken_by")]

    def get_absolute_url(self) -> str:
        return reverse("disclosure:table", args=[self.pk])
