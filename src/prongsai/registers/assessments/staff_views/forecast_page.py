"""What stands on the page of the forecast: the result of our own, and each line's ground."""

from datetime import date

from django.http import Http404
from django.utils.translation import gettext as _

from prongsai.ita.errors import GroupingUnknown
from prongsai.ita.words.catalogue import speak
from prongsai.registers.assessments.queries import results
from prongsai.registers.assessments.queries.codes import name_in_language
from prongsai.registers.assessments.queries.forecasting import (
    Forecast,
    Ground,
    Line,
    forecast,
)
from prongsai.registers.assessments.staff_views.result_page import sentences
from prongsai.registers.assessments.staff_views.results_tables import points
from prongsai.ui.tables import Cell, Column, Row, Table, Tone
from prongsai.ui.writing import in_english

_TONES: dict[Ground, Tone] = {
    Ground.FIGURE: "ok",
    Ground.CHECK: "ok",
    Ground.ITEMS: "ok",
    Ground.LAST_YEAR: "warn",
    Ground.NOTHING: "bad",
}


def forecast_context(year: int, *, on: date) -> dict[str, object]:
    """Return everything the template shows."""
    found = forecast(year, on=on)
    if found is None:
        raise Http404
    result = found.result
    level = name_in_language(result.level.th, result.level.en) if result else ""
    return {
        "year": year,
        "on": on,
        "found": found,
        "official": results.of_year(year),
        "level": level,
        "lines": _table(found),
        "unmeasured": [
            line.indicator.number
            for line in found.lines
            if line.ground is Ground.LAST_YEAR
        ],
        "lacking": [
            line.indicator.number for line in found.lines if line.points is None
        ],
        "no_grouping": ""
        if found.can_group
        else speak(GroupingUnknown(year=year), "en" if in_english() else "th"),
        "steps": sentences(result.explanation) if result else [],
    }


def _table(found: Forecast) -> Table:
    columns = [
        Column("indicator", _("Indicator")),
        Column("points", _("Our points"), numeric=True),
        Column("ground", _("What they rest on")),
        Column("note", _("More about it")),
    ]
    rows = [
        Row(
            cells=[
                f"{line.indicator.number}. "
                + name_in_language(line.indicator.th, line.indicator.en),
                points(line.points),
                Cell(_ground(line.ground), tone=_TONES[line.ground]),
                _note(line, found),
            ]
        )
        for line in found.lines
    ]
    return Table(
        _("Our own forecast, not the official result"), columns=columns, rows=rows
    )


def _ground(ground: Ground) -> str:
    words = {
        Ground.FIGURE: _("measured by a register"),
        Ground.CHECK: _("our own check"),
        Ground.ITEMS: _("our checks of its items"),
        Ground.LAST_YEAR: _("nobody measures it: last year’s value"),
        Ground.NOTHING: _("nothing is known"),
    }
    return words[ground]


def _note(line: Line, found: Forecast) -> str:
    if line.note:
        return line.note
    is_oit = line.indicator.instrument.value == "OIT"
    if is_oit and line.ground in {Ground.LAST_YEAR, Ground.NOTHING}:
        words = _("%(checked)s of %(all)s items of the OIT are checked")
        return words % {"checked": found.items_measured, "all": found.items_all}
    return ""
