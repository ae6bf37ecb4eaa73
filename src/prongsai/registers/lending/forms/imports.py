"""The form that takes a file of assets and says at once when it is none."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from prongsai.foundations.files.errors import FileRefused
from prongsai.ita.words.catalogue import speak
from prongsai.registers.lending.imports.reading import TableRefused, read
from prongsai.registers.lending.models.imports import AssetImport
from prongsai.ui.forms import Form


class ImportForm(Form):
    """A CSV or XLSX file; the cleaned value is its table, not yet saved."""

    file = forms.FileField(
        label=_("File (.xlsx or .csv)"),
        help_text=_("Nothing is written before you have seen what it would do."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )

    def clean_file(self) -> AssetImport:
        """Read the file, or say what is wrong with it."""
        upload: Any = self.cleaned_data["file"]
        try:
            table = read(upload, name=upload.name, on=localdate())
        except (FileRefused, TableRefused) as error:
            said = speak(error, "en" if get_language() == "en" else "th")
            raise ValidationError(said, code=error.code) from error
        lines = [[0, *table.headings], *([n, *cells] for n, cells in table.rows)]
        return AssetImport(
            file_name=upload.name[:255],
            sha256=table.sha256,
            table=lines,
            rows=len(table.rows),
        )
