"""What stands on the page of trying out: the sliders, what comes of them, ways to a level."""

from collections.abc import Mapping
from decimal import Decimal

from django.http import QueryDict
from django.utils.translation import gettext as _

from prongsai.ita.frameworks.model import Level
from prongsai.ita.scoring.score import Result
from prongsai.ita.scoring.simulate import Plan
from prongsai.registers.assessments.forms.whatif import WhatIfForm, drawn
from prongsai.registers.assessments.queries.codes import name_in_language
from prongsai.registers.assessments.queries.whatif import (
    WhatIf,
    items_to,
    ways_to,
    what_if,
)
from prongsai.registers.assessments.staff_views.result_page import sentences
from prongsai.registers.assessments.staff_views.results_tables import points, signed
from prongsai.ui.tables import Cell, Column, Row, Table


def tried(
    before: Result, items: Mapping[str, Decimal], asked: QueryDict
) -> dict[str, object]:
    """Return the form and what the points in the address come to."""
    sent = WhatIfForm(asked or None, before=before)
    is_fine = not sent.is_bound or sent.is_valid()
    chosen, aim = sent.points, sent.aim
    found = what_if(before, chosen)
    ways = ways_to(before, aim)
    return {
        "form": drawn(before, chosen, aim) if is_fine else sent,
        "found": found,
        "beside": _beside(found),
        "level_after": _name(found.after.level),
        "moved": _moved(found),
        "steps": sentences(found.after.explanation),
        "ways_say": sentences(ways.explanation),
        "complete": sentences(tuple(one.step for one in items_to(before, aim, items))),
        "plans": [_plan(plan) for plan in ways.plans],
        "target": _name(ways.target) if ways.target else "",
    }


def _beside(found: WhatIf) -> Table:
    columns = [
        Column("what", ""),
        Column("now", _("Now")),
        Column("then", _("Then")),
        Column("change", _("Change"), numeric=True),
    ]
    before, after = found.before, found.after
    pairs = [(_("Total"), before.total, after.total)]
    pairs += [
        (code.value, value, after.instruments[code])
        for code, value in before.instruments.items()
    ]
    rows = [
        Row(cells=[name, points(old), points(new), signed(new - old)])
        for name, old, new in pairs
    ]
    rows.insert(1, _levels(before.level, after.level))
    return Table(_("What comes of it"), columns=columns, rows=rows)


def _levels(old: Level, new: Level) -> Row:
    moves = Cell(_("another level"), tone="info")
    return Row(
        cells=[
            _("Level"),
            _name(old),
            _name(new),
            Cell(_("the same")) if old is new else moves,
        ]
    )


def _moved(found: WhatIf) -> Table:
    columns = [
        Column("indicator", _("Indicator")),
        Column("now", _("Now"), numeric=True),
        Column("then", _("Then"), numeric=True),
        Column("change", _("Change"), numeric=True),
    ]
    rows = [
        Row(
            cells=[
                f"{one.indicator.number}. "
                + name_in_language(one.indicator.th, one.indicator.en),
                points(one.old),
                points(one.new),
                signed(one.new - one.old),
            ]
        )
        for one in found.moved
    ]
    return Table(_("Indicators that are changed"), columns=columns, rows=rows)


def _plan(plan: Plan) -> dict[str, object]:
    return {
        "cost": f"{plan.cost:.2f}",
        "steps": sentences(tuple(change.step for change in plan.changes)),
        "reaches": sentences((plan.step,))[0],
    }


def _name(level: Level) -> str:
    return name_in_language(level.th, level.en)
