"""Charts as pictures drawn on the server, each with the table of its numbers.

The picture stands inside the page, so it speaks the page's font and the office's colour.
It holds no script, no style sheet and no ``style`` attribute: the content security policy
would drop them. ``painting`` turns what pygal draws into plain attributes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, TypeAlias

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from prongsai.ui import painting
from prongsai.ui.lying_bars import lying
from prongsai.ui.tables import Cell, Column, Row, Table
from prongsai.ui.writing import with_commas

Number: TypeAlias = Decimal | float | int | None
Series: TypeAlias = Mapping[str, Sequence[Number]]
"""Each line or colour of a chart: its name, and one number for each label."""

WIDTH = 640
_ROOM_FOR_LABELS = 56  # letters that fit under standing bars
_MOST_PRINTED = 24
_LEGEND = 44
_MARGINS = {
    "HorizontalBar": {"margin_right": 60},
    "Radar": {"margin_left": 150, "margin_right": 150, "margin_top": 48},
}


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A chart ready to be shown: caption, picture, the same numbers as a table.

    ``tall`` is the same picture for a narrow screen, where there is one.
    """

    caption: str
    svg: SafeString
    table: Table
    tall: SafeString | None = None


@dataclass(frozen=True, kw_only=True)
class _Plan:
    """What is to be drawn, before anybody decided how."""

    caption: str
    labels: Sequence[str]
    series: Series
    unit: str
    alt: str

    @property
    def numbers(self) -> list[Number]:
        return [n for values in self.series.values() for n in values]

    @property
    def is_empty(self) -> bool:
        return all(n is None for n in self.numbers)


def bars(
    caption: str,
    *,
    labels: Sequence[str],
    series: Series,
    unit: str = "",
    alt: str = "",
) -> Chart:
    """Draw bars, one colour for each series; lying bars where the labels are long."""
    plan = _plan(caption, labels=labels, series=series, unit=unit, alt=alt)
    if sum(map(len, plan.labels)) > _ROOM_FOR_LABELS:
        rows = len(plan.labels) * (14 + 22 * len(plan.series))
        chart = _chart(plan, "HorizontalBar", height=90 + rows)
    else:
        chart = _chart(plan, "Bar", height=380)
    return replace(chart, tall=_tall(plan))


def lines(
    caption: str,
    *,
    labels: Sequence[str],
    series: Series,
    unit: str = "",
    alt: str = "",
) -> Chart:
    """Draw lines over time; a missing number leaves a gap."""
    plan = _plan(caption, labels=labels, series=series, unit=unit, alt=alt)
    return _chart(plan, "Line", height=380)


def radar(
    caption: str,
    *,
    labels: Sequence[str],
    series: Series,
    unit: str = "",
    alt: str = "",
) -> Chart:
    """Draw a web; bars instead where it would lie: a number missing, too few corners."""
    plan = _plan(caption, labels=labels, series=series, unit=unit, alt=alt)
    if None in plan.numbers or len(plan.labels) < 3:  # noqa: PLR2004  # corners of a web
        return bars(caption, labels=labels, series=series, unit=unit, alt=alt)
    return _chart(plan, "Radar", height=410)


def dots(
    caption: str,
    *,
    labels: Sequence[str],
    series: Series,
    unit: str = "",
    alt: str = "",
) -> Chart:
    """Draw a dot for each number, larger for more: months across, series down."""
    plan = _plan(caption, labels=labels, series=series, unit=unit, alt=alt)
    return _chart(plan, "Dot", height=80 + 60 * max(len(series), 1))


def sparkline(caption: str, values: Sequence[Number]) -> SafeString:
    """Draw a small line to stand in a row of text; ``caption`` is read aloud."""
    if all(value is None for value in values):
        return SafeString("")
    hidden = ("show_x_labels", "show_y_labels", "show_x_guides", "show_y_guides")
    look: dict[str, Any] = dict.fromkeys(hidden, False)
    look |= {"margin": 2, "show_legend": False, "width": 160, "height": 40}
    svg = painting.draw("Line", labels=[], series={"": _floats(values)}, look=look)
    return painting.named(svg, title=caption, text="")


def _plan(
    caption: str, *, labels: Sequence[str], series: Series, unit: str, alt: str
) -> _Plan:
    """Check that every series has a number for each label."""
    for name, values in series.items():
        if len(values) != len(labels):
            raise ValueError(name, len(values), len(labels))
    return _Plan(
        caption=str(caption),
        labels=[str(label) for label in labels],
        series={str(name): values for name, values in series.items()},
        unit=str(unit),
        alt=str(alt) or _("The numbers stand in the table beside the picture."),
    )


def _chart(plan: _Plan, kind: str, *, height: int) -> Chart:
    return Chart(
        caption=plan.caption, svg=_picture(plan, kind, height), table=_table(plan)
    )


def _picture(plan: _Plan, kind: str, height: int) -> SafeString:
    if plan.is_empty:
        return format_html('<p class="nothing">{}</p>', _("There are no numbers yet."))
    look: dict[str, Any] = {
        "width": WIDTH,
        "height": height + (_LEGEND if len(plan.series) > 1 else 0),
        "show_legend": len(plan.series) > 1,
        "print_values": kind.endswith("Bar") and len(plan.numbers) <= _MOST_PRINTED,
        "include_x_axis": kind.endswith("Bar"),
    } | _MARGINS.get(kind, {})
    order = _order(kind, len(plan.labels))
    svg = painting.draw(
        kind,
        labels=[plan.labels[place] for place in order],
        series={
            name: [_floats(values)[place] for place in order]
            for name, values in plan.series.items()
        },
        look=look,
    )
    return painting.named(svg, title=plan.caption, text=plan.alt)


def _tall(plan: _Plan) -> SafeString | None:
    """Return the bars as they fit on a phone."""
    return lying(
        plan.labels,
        {name: _floats(values) for name, values in plan.series.items()},
        title=plan.caption,
        text=plan.alt,
    )


def _order(kind: str, n: int) -> list[int]:
    """Return the places so that rows read from the top and webs like a clock."""
    if kind == "HorizontalBar":
        return list(range(n))[::-1]
    return [0, *range(n - 1, 0, -1)] if kind == "Radar" else list(range(n))


def _table(plan: _Plan) -> Table:
    unit = f" ({plan.unit})" if plan.unit else ""
    columns = [Column("label", "")]
    columns += [
        Column(f"s{n}", f"{name}{unit}", numeric=True)
        for n, name in enumerate(plan.series, 1)
    ]
    rows = [
        Row(
            cells=[label]
            + [_number_cell(values[place]) for values in plan.series.values()]
        )
        for place, label in enumerate(plan.labels)
    ]
    return Table(plan.caption, columns=columns, rows=rows)


def _number_cell(value: Number) -> Cell:
    if value is None:
        return Cell("–")
    exact = value if isinstance(value, int) else Decimal(str(value))
    return Cell(with_commas(exact), value=exact)


def _floats(values: Sequence[Number]) -> list[float | None]:
    return [None if value is None else float(value) for value in values]
