"""The empty sheet in which people and terms are written down."""

import io
from collections.abc import Iterable

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from prongsai.registers.directory.imports.columns import REQUIRED, headings
from prongsai.registers.directory.models import Seat


def template_file(seats: Iterable[Seat]) -> bytes:
    """Return a workbook to fill in: the headings, and the positions there are."""
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError(sheet)
    sheet.title = _("People and terms")
    for n, heading in enumerate(headings().values(), 1):
        mark = " *" if heading.key in REQUIRED else ""
        cell = sheet.cell(row=1, column=n, value=f"{heading}{mark}")
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True)
        sheet.column_dimensions[get_column_letter(n)].width = 22
    sheet.freeze_panes = "A2"
    help_sheet = book.create_sheet(_("How to fill it in"))
    for n, line in enumerate(_help_lines(seats), 1):
        # Always a text: a title that begins with = must not compute.
        help_sheet.cell(row=n, column=1, value=line).data_type = "s"
    help_sheet.column_dimensions["A"].width = 70
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _help_lines(seats: Iterable[Seat]) -> list[str]:
    return [
        _("Columns with * must be filled in; the others may stay empty."),
        _("Dates: 8 ต.ค. 2568, 8/10/2568 or a real date. Thai digits are fine."),
        "",
        _("Positions, written exactly like this:"),
        *(seat.title_th for seat in seats),
    ]
