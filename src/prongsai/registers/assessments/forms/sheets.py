"""The form that takes a sheet of results and says at once when it is none."""

from prongsai.foundations.files.forms import SheetField
from prongsai.registers.assessments.imports.result_sheets import LIMITS
from prongsai.registers.assessments.models import ResultSheet
from prongsai.ui.forms import Form


class SheetForm(Form):
    """A CSV or XLSX file; the cleaned value is its table, not yet saved."""

    file = SheetField(ResultSheet, limits=lambda: LIMITS)
