"""Rows of the lists of work: how urgent, what to press, the file of everything late."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from prongsai.foundations.accounts.http import StaffRequest
from prongsai.foundations.accounts.models import User
from prongsai.registers.measures.forms.following import FinishForm, finish_form
from prongsai.registers.measures.queries import work
from prongsai.registers.measures.queries.work import Due
from prongsai.ui import exporting
from prongsai.ui.tables import Cell, Column, Row, Table, Tone
from prongsai.ui.tabs import Tab
from prongsai.ui.worklist import WorkItem
from prongsai.ui.writing import short_date

EXPORTS = {"csv": exporting.CSV_TYPE, "xlsx": exporting.XLSX_TYPE}


@dataclass(frozen=True, kw_only=True)
class MineRow:
    """One thing a person does: how urgent it is, and the form that finishes a step."""

    due: Due
    kind: str
    words: str
    tone: Tone
    form: FinishForm | None

    @property
    def dialog(self) -> str:
        """The name of its dialog on the page."""
        return f"finish-{self.due.pk}"


def mine_row(due: Due, *, on: date) -> MineRow:
    """Return one thing a person does, with its form when it is a step."""
    is_step = due.kind == "step"
    return MineRow(
        due=due,
        kind=kind_of(due),
        words=urgency(due, on=on),
        tone=due.tone(on),
        form=finish_form(due.pk, on=on, then="mine") if is_step else None,
    )


def to_judge(user: User, *, on: date) -> list[WorkItem]:
    """Return what others submitted or reported and this person looks at."""
    return [*work.parts_to_accept(user, on), *work.measures_to_close(user, on)]


def kind_of(due: Due) -> str:
    """Return what sort of thing is due."""
    return {
        "step": pgettext("kind of work", "Step"),
        "part": pgettext("kind of work", "Part of a division"),
        "measure": pgettext("kind of work", "Measure"),
    }[due.kind]


def urgency(due: Due, *, on: date) -> str:
    """Say in words how much time is left."""
    left = due.days_left(on)
    if left is None:
        return _("no date")
    if left < 0:
        words = ngettext("%(count)d day late", "%(count)d days late", -left)
        return words % {"count": -left}
    if left == 0:
        return _("due today")
    return ngettext("in %(count)d day", "in %(count)d days", left) % {"count": left}


def board_tabs(request: StaffRequest, *, by_state: bool) -> list[Tab]:
    """Return the two ways to look at a board."""
    query = request.GET.copy()
    tabs = []
    for key, label in (("due", _("By due date")), ("state", _("By state"))):
        query["by"] = key
        href = f"{reverse('measures:board')}?{query.urlencode()}"
        tabs.append(Tab(label=label, href=href, current=(key == "state") == by_state))
    return tabs


def late_table(rows: Iterable[Due], *, on: date) -> Table:
    """Return what is late as the page shows it."""
    return Table(
        _("Everything late"),
        columns=[Column(str(n), head) for n, head in enumerate(_heads())],
        rows=[Row(cells=_cells(row, on), href=row.href) for row in rows],
        empty=_("Nothing is late."),
    )


def late_file(rows: Iterable[Due], kind: str, *, on: date) -> HttpResponse:
    """Return what is late as a file."""
    values = [
        [cell.value if isinstance(cell, Cell) and cell.value is not None else str(cell)
         for cell in _cells(row, on)]
        for row in rows
    ]  # fmt: skip
    if kind == "csv":
        content = exporting.as_csv(_heads(), values)
    else:
        content = exporting.as_xlsx(_("Everything late"), _heads(), values)
    return exporting.answer(content, content_type=EXPORTS[kind], name=f"late.{kind}")


def _heads() -> list[str]:
    return [
        _("What"),
        pgettext("kind of work", "Kind"),
        _("Measure"),
        _("Division"),
        _("Accountable person"),
        _("Due"),
        _("Days late"),
    ]


def _cells(row: Due, on: date) -> list[str | Cell]:
    days = row.days_late(on)
    return [
        row.text,
        kind_of(row),
        Cell(str(row.measure), href=row.measure.get_absolute_url()),
        str(row.division or ""),
        str(row.accountable or ""),
        Cell(short_date(row.due_on) if row.due_on else "", value=row.due_on),
        Cell(str(days), tone="bad", value=days),
    ]
