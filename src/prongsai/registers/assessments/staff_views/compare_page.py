"""What stands on the page of several years: one table and three charts."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from prongsai.registers.assessments.queries.codes import name_in_language
from prongsai.registers.assessments.queries.comparing import (
    Comparison,
    Year,
    change,
    level_change,
)
from prongsai.registers.assessments.staff_views.results_tables import NOTHING, signed
from prongsai.ui import charts
from prongsai.ui.charts import Chart
from prongsai.ui.tables import Cell, Column, Row, Table, Tone

_TONES: dict[int, Tone] = {1: "ok", 0: "plain", -1: "bad"}


def table(laid: Comparison) -> Table:
    """Return every indicator, the total and the level, with the change to each year."""
    columns = [Column("what", _("Indicator"))]
    for n, year in enumerate(laid.years):
        columns.append(Column(f"y{year.number}", str(year.number), numeric=True))
        if n:
            label = _("Change to %(year)s") % {"year": year.number}
            columns.append(Column(f"c{year.number}", label, numeric=True))
    rows = [
        Row(
            cells=[
                f"{one.number}. {name_in_language(one.th, one.en)}",
                *_numbers([year.points.get(one.number) for year in laid.years]),
            ]
        )
        for one in laid.indicators
    ]
    totals = _numbers([year.total for year in laid.years])
    rows.append(Row(cells=[_("Total"), *totals]))
    rows.append(Row(cells=[_("Level"), *_levels(laid)]))
    return Table(_("Years compared"), columns=columns, rows=rows)


def drawn(laid: Comparison) -> list[Chart]:
    """Return the web of the indicators, the last two years as bars, the trend as lines."""
    labels = [
        f"{one.number}. {name_in_language(one.th, one.en)}" for one in laid.indicators
    ]
    found = [
        charts.radar(
            _("The ten indicators as a web"),
            labels=labels,
            series=_series(laid, laid.years[-3:]),
            unit=_("points"),
        ),
        charts.bars(
            _("The indicators of the last two years"),
            labels=labels,
            series=_series(laid, laid.years[-2:]),
            unit=_("points"),
        ),
    ]
    if len(laid.years) > 1:
        found.append(_trend(laid))
    return found


def _trend(laid: Comparison) -> Chart:
    instruments = laid.newest.computed.means if laid.newest.computed else {}
    series = {_("Total"): [year.total for year in laid.years]}
    for code in instruments:
        series[code.value] = [year.mean(code) for year in laid.years]
    return charts.lines(
        _("Total and instruments over the years"),
        labels=[str(year.number) for year in laid.years],
        series=series,
        unit=_("points"),
    )


def _series(laid: Comparison, years: tuple[Year, ...]) -> charts.Series:
    return {
        str(year.number): [year.points.get(one.number) for one in laid.indicators]
        for year in years
    }


def _numbers(values: list[Decimal | None]) -> Iterator[Cell]:
    for n, value in enumerate(values):
        yield Cell(NOTHING) if value is None else Cell(f"{value:.2f}", value=value)
        if n:
            yield signed(change(values[n - 1], value))


def _levels(laid: Comparison) -> Iterator[Cell]:
    for n, year in enumerate(laid.years):
        yield Cell(year.level or NOTHING)
        if n:
            yield _moved(level_change(laid.years[n - 1], year))


def _moved(change_of_level: int | None) -> Cell:
    if change_of_level is None:
        return Cell(NOTHING)
    words = {1: _("better"), 0: _("the same"), -1: _("worse")}
    return Cell(words[change_of_level], tone=_TONES[change_of_level])
