"""The columns of the register of numbers."""

from django.utils.translation import gettext_lazy as _

from prongsai.foundations.numbering.kinds import label_of
from prongsai.foundations.numbering.models import Number
from prongsai.ui.tables import Cell, Column


def _number(row: Number) -> Cell:
    return Cell(str(row), href=row.get_absolute_url(), value=row.number)


def _kind(row: Number) -> str:
    return label_of(row.kind)


def _state(row: Number) -> Cell:
    if row.voided_at is None:
        return Cell(str(_("in force")), tone="ok")
    return Cell(str(_("void")), tone="warn")


COLUMNS = (
    Column("number", _("Running number"), value=_number, sort="year number"),
    Column("year", _("Year"), value=lambda row: str(row.year), shown=False),
    Column("kind", _("Series"), value=_kind, sort="kind year number"),
    Column("given_at", _("Given on"), sort="given_at"),
    Column("given_by", _("Given by")),
    Column("state", _("State"), value=_state, sort="voided_at"),
    Column("void_reason", _("Reason")),
)
