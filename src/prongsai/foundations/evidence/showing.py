"""A stored figure and a verdict as the page shows them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from prongsai.foundations.evidence.actions import Side, Verdict
from prongsai.foundations.evidence.lists import amount, in_full, period_of
from prongsai.foundations.evidence.models import StoredFigure
from prongsai.ui.tables import Column, Row, Table
from prongsai.ui.writing import short_moment

_SHOWN = 16
"""Characters of a digest beside another; whoever wants it whole reads the facts."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What the page of a stored figure says."""

    pk: int
    label: str
    value: str
    facts: list[tuple[str, str]]


def shown(stored: StoredFigure) -> Shown:
    """Return a stored figure with everything that proves it."""
    return Shown(
        pk=stored.pk,
        label=stored.label,
        value=in_full(stored.value, stored.of, stored.unit),
        facts=[
            (_("Value"), in_full(stored.value, stored.of, stored.unit)),
            (_("Period"), period_of(stored)),
            (_("How it is computed"), stored.formula),
            (_("Taken"), short_moment(stored.taken_at)),
            (_("Rows counted"), str(stored.row_count)),
            (_("Digest of the rows (SHA-256)"), stored.rows_digest),
            (_("Key of the figure"), stored.key),
        ],
    )


def sides_of(verdict: Verdict) -> Table | None:
    """Return what a figure was and what it is now, beside each other."""
    if verdict.now is None:
        return None
    then, now = _side(verdict.then), _side(verdict.now)
    labels = (
        _("Value"),
        _("Out of"),
        _("Rows counted"),
        _("Digest of the rows (SHA-256)"),
    )
    return Table(
        _("Then and now"),
        columns=[
            Column("what", _("What")),
            Column("then", _("When it was taken")),
            Column("now", _("Now")),
        ],
        rows=[Row(cells=cells) for cells in zip(labels, then, now, strict=True)],
    )


def _side(side: Side) -> list[str]:
    of = "–" if side.of is None else amount(side.of)
    start = f"{side.rows_digest[:_SHOWN]}…"
    return [amount(side.value), of, str(side.row_count), start]
