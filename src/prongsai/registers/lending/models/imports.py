"""Files of assets that were read and wait for a yes."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.organisations.models import OwnedByOrganisation
from prongsai.foundations.records.constraints import together


class AssetImport(OwnedByOrganisation):
    """The cells of one uploaded file; emptied once they are in the register.

    ``table`` is a list of rows, the header first; each a list of texts.
    """

    file_name = models.CharField(_("file"), max_length=255)
    sha256 = models.CharField(max_length=64)
    table = models.JSONField(default=list)
    rows = models.PositiveIntegerField(_("rows"))
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, related_name="+"
    )

    personal = frozenset({"uploaded_by", "confirmed_by", "table"})

    class Meta:
        verbose_name = _("file of assets")
        ordering = ["-pk"]
        constraints = [together("confirmed_at", "confirmed_by")]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("lending:asset_import", args=[self.pk])
