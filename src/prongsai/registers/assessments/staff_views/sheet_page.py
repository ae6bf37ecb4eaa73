"""What stands on the page that shows a sheet before it is entered."""

from datetime import date

from django.utils.translation import gettext as _

from prongsai.foundations.files.sheet_problems import SHOWN, problems_table
from prongsai.registers.assessments.actions.results import Values
from prongsai.registers.assessments.imports.result_sheets import Checked, check
from prongsai.registers.assessments.models import ResultSheet
from prongsai.registers.assessments.staff_views.results_finding import results_trail
from prongsai.registers.assessments.staff_views.results_tables import NOTHING, points
from prongsai.ui.tables import Cell, Column, Row, Table


def sheet_context(sheet: ResultSheet, *, on: date) -> dict[str, object]:
    """Return everything the template shows."""
    is_over = sheet.taken_at is not None
    checked = Checked() if is_over else check(sheet, on=on)
    return {
        "sheet": sheet,
        "checked": checked,
        "is_over": is_over,
        "problems": problems_table(checked.problems, column=_("Column or year")),
        "more": max(len(checked.problems) - SHOWN, 0),
        "years": _years(checked),
        "trail": results_trail((sheet.file_name, "")),
    }


def _years(checked: Checked) -> Table:
    columns = [
        Column("year", _("Fiscal year")),
        Column("total", _("Total as announced"), numeric=True),
        Column("level", _("Level as announced")),
        Column("indicators", _("Points of the indicators")),
        Column("items", _("Items and parts"), numeric=True),
        Column("does", _("What is done")),
    ]
    rows = [Row(cells=_cells(one, checked)) for one in checked.values]
    return Table(_("Years in the file"), columns=columns, rows=rows)


def _cells(values: Values, checked: Checked) -> list[str | Cell]:
    replaces = values.fiscal_year in checked.standing
    return [
        str(values.fiscal_year),
        points(values.total),
        values.level or NOTHING,
        " · ".join(f"{value:.2f}" for _number, value in sorted(values.points.items())),
        str(len(values.items)),
        Cell(_("writes over the draft"), tone="warn")
        if replaces
        else Cell(_("new draft"), tone="info"),
    ]
