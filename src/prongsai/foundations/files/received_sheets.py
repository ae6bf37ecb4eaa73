"""The table of a sheet that was uploaded, read, and waits for a yes."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.accounts.models import User
from prongsai.foundations.files.sheets import Sheet
from prongsai.foundations.organisations.models import OwnedByOrganisation


class ReceivedSheet(OwnedByOrganisation):
    """The cells of one uploaded file; emptied once they are taken over.

    ``table`` is a list of rows, the headings first: the number in the file, then texts.
    """

    file_name = models.CharField(_("file"), max_length=255)
    sha256 = models.CharField(max_length=64)
    table = models.JSONField(default=list)
    rows = models.PositiveIntegerField(_("rows"))
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.file_name

    @classmethod
    def holding(cls, sheet: Sheet) -> Self:
        """Return a row that holds a sheet, not yet saved."""
        return cls(
            file_name=sheet.name[:255],
            sha256=sheet.sha256,
            table=[[0, *sheet.headings], *([n, *cells] for n, cells in sheet.rows)],
            rows=len(sheet.rows),
        )
