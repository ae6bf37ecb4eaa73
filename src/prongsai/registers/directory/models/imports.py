"""Files of people and terms that were read and wait for a yes."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.files.received_sheets import ReceivedSheet
from prongsai.foundations.records.constraints import together


class TermImport(ReceivedSheet):
    """A file of people and their terms; its cells are emptied once they are taken over."""

    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset({"uploaded_by", "confirmed_by", "table"})

    class Meta:
        verbose_name = _("file of people and terms")
        ordering = ["-pk"]
        constraints = [together("confirmed_at", "confirmed_by")]

    def get_absolute_url(self) -> str:
        return reverse("directory:import", args=[self.pk])
