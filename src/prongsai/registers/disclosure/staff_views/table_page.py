"""What stands on the page that shows a spreadsheet before it is taken over."""

from django.utils.translation import gettext as _

from prongsai.foundations.files.sheet_problems import SHOWN, problems_table
from prongsai.registers.disclosure.forms.parts import TableForm, part_as_shown
from prongsai.registers.disclosure.models import TableUpload
from prongsai.registers.disclosure.queries.tables import Read
from prongsai.registers.disclosure.staff_views import choosing
from prongsai.registers.disclosure.staff_views.finding import item_trail
from prongsai.registers.disclosure.states import PartKind
from prongsai.ui.tables import Column, Row, Table

_FIRST = 20


def initial_of(received: TableUpload, *, key: str) -> dict[str, object]:
    """Return what the form begins with: the part it is for, else the element asked."""
    if received.part is not None:
        return part_as_shown(received.part)
    return choosing.initial_of(received.item, PartKind.TABLE, key=key)


def table_context(
    received: TableUpload, read: Read, form: TableForm
) -> dict[str, object]:
    """Return everything the template shows."""
    return {
        "received": received,
        "item": received.item,
        "read": read,
        "form": form,
        "problems": problems_table(read.problems, column=_("Column")),
        "more": max(len(read.problems) - SHOWN, 0),
        "shown": _first_rows(read),
        "trail": item_trail(received.item, (received.file_name, "")),
    }


def _first_rows(read: Read) -> Table:
    heads = read.table.get("columns", [])
    rows = read.table.get("rows", [])
    return Table(
        _("The first rows"),
        columns=[Column(f"c{n}", head or "–") for n, head in enumerate(heads)],
        rows=[Row(cells=[str(cell) for cell in row]) for row in rows[:_FIRST]],
    )
