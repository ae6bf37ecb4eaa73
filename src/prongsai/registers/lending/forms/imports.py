"""The form that takes a file of assets and says at once when it is none."""

from django.utils.timezone import localdate

from prongsai.foundations.files.forms import SheetField
from prongsai.registers.lending.imports.columns import limits
from prongsai.registers.lending.models.imports import AssetImport
from prongsai.ui.forms import Form


class ImportForm(Form):
    """A CSV or XLSX file; the cleaned value is its table, not yet saved."""

    file = SheetField(AssetImport, limits=lambda: limits(on=localdate()))
