"""What stands on the page of lost points: a chart, the indicators, the items."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from prongsai.registers.assessments.models import Assessment
from prongsai.registers.assessments.queries.codes import name_in_language
from prongsai.registers.assessments.queries.weak_points import WeakItem, WeakPoint
from prongsai.registers.assessments.staff_views.results_tables import points, signed
from prongsai.ui import charts
from prongsai.ui.charts import Chart
from prongsai.ui.tables import Column, Row, Table


def chart(assessment: Assessment, lost: Sequence[WeakPoint]) -> Chart:
    """Draw what each indicator cost the total, the dearest first."""
    return charts.bars(
        _("Points of the total that each indicator cost, fiscal year %(year)s")
        % {"year": assessment.fiscal_year},
        labels=[_label(one) for one in lost],
        series={_("Lost of the total"): [one.lost for one in lost]},
        unit=_("points"),
    )


def table(lost: Sequence[WeakPoint]) -> Table:
    """Return the indicators that lost points with the arithmetic behind it."""
    columns = [
        Column("indicator", _("Indicator")),
        Column("instrument", _("Instrument")),
        Column("points", _("Points"), numeric=True),
        Column("short", _("Lacks to 100"), numeric=True),
        Column("weight", _("Weight in the total (%)"), numeric=True),
        Column("lost", _("Lost of the total"), numeric=True),
        Column("change", _("Change from the year before"), numeric=True),
    ]
    rows = [
        Row(
            cells=[
                _label(one),
                one.indicator.instrument.value,
                points(one.points),
                points(one.short),
                points(one.weight),
                points(one.lost),
                signed(one.change),
            ]
        )
        for one in lost
    ]
    return Table(_("Indicators, the dearest first"), columns=columns, rows=rows)


def items_table(weak: Sequence[WeakItem]) -> Table:
    """Return the items that lost points."""
    columns = [
        Column("code", pgettext("assessment", "Item")),
        Column("name", _("What it asks for")),
        Column("points", _("Points"), numeric=True),
        Column("lost", _("Lost of the total"), numeric=True),
    ]
    rows = [
        Row(
            cells=[
                one.code.upper(),
                name_in_language(one.item.th, one.item.en) if one.item else "",
                points(one.points),
                points(one.lost),
            ]
        )
        for one in weak
    ]
    return Table(_("Items that lost points"), columns=columns, rows=rows)


def _label(one: WeakPoint) -> str:
    name = name_in_language(one.indicator.th, one.indicator.en)
    return f"{one.indicator.number}. {name}"
