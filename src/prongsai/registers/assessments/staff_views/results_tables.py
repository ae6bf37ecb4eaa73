"""The tables of results: the years, the indicators of one, its instruments and items."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from prongsai.ita.frameworks.arithmetic import rounded
from prongsai.ita.frameworks.model import Framework
from prongsai.ita.scoring.gaps import indicator_shares
from prongsai.ita.scoring.score import Result
from prongsai.registers.assessments.models import Assessment
from prongsai.registers.assessments.queries.agreeing import Verdict, agreement
from prongsai.registers.assessments.queries.codes import known_codes, name_in_language
from prongsai.registers.assessments.queries.comparing import change
from prongsai.registers.assessments.states import ASSESSMENT_TONES, AssessmentState
from prongsai.ui.tables import Cell, Column, Row, Table, Tone

NOTHING = "–"


def years_table(found: Sequence[Assessment]) -> Table:
    """Return the years with what was announced and whether the computing agrees."""
    columns = [
        Column("year", _("Fiscal year")),
        Column("state", _("State")),
        Column("total", _("Total as announced"), numeric=True),
        Column("level", _("Level as announced")),
        Column("computed", _("Computed total"), numeric=True),
        Column("agrees", _("Announced and computed")),
    ]
    rows = [Row(cells=_year_cells(one), href=one.get_absolute_url()) for one in found]
    return Table(_("Results of the years"), columns=columns, rows=rows)


def _year_cells(one: Assessment) -> list[str | Cell]:
    agreed = agreement(one)
    return [
        str(one.fiscal_year),
        Cell(
            str(one.get_state_display()),
            tone=_tone(AssessmentState(one.state)),
        ),
        points(one.announced_total),
        one.announced_level or NOTHING,
        points(agreed.computed.total if agreed.computed else None),
        _agrees(agreed.differs, known=agreed.total is not Verdict.UNKNOWN),
    ]


def _tone(state: AssessmentState) -> Tone:
    return "ok" if ASSESSMENT_TONES[state] == "ok" else "warn"


def _agrees(differs: bool, *, known: bool) -> Cell:  # noqa: FBT001  # one of two words
    if differs:
        return Cell(_("differ"), tone="bad")
    return Cell(_("agree"), tone="ok") if known else Cell(NOTHING)


def indicators_table(
    framework: Framework,
    given: Mapping[int, Decimal],
    before: Mapping[int, Decimal],
) -> Table:
    """Return the indicators with their points, last year's, and what they cost."""
    columns = [
        Column("indicator", _("Indicator")),
        Column("instrument", _("Instrument")),
        Column("points", _("Points"), numeric=True),
        Column("before", _("Year before"), numeric=True),
        Column("change", _("Change"), numeric=True),
        Column("lost", _("Lost of the total"), numeric=True),
    ]
    shares = indicator_shares(framework)
    rows = [
        Row(
            cells=[
                f"{one.number}. {name_in_language(one.th, one.en)}",
                one.instrument.value,
                points(given.get(one.number)),
                points(before.get(one.number)),
                signed(change(before.get(one.number), given.get(one.number))),
                points(_lost(given.get(one.number), shares[one.number])),
            ]
        )
        for one in framework.indicators
    ]
    return Table(_("Points of the indicators"), columns=columns, rows=rows)


def _lost(value: Decimal | None, share: Fraction) -> Decimal | None:
    return None if value is None else rounded(share * Fraction(100 - value))


def instruments_table(result: Result) -> Table:
    """Return the means of the instruments, their weights, and what they add."""
    columns = [
        Column("instrument", _("Instrument")),
        Column("weight", _("Weight"), numeric=True),
        Column("mean", _("Mean of its indicators"), numeric=True),
        Column("part", _("Adds to the total"), numeric=True),
    ]
    rows = [
        Row(
            cells=[
                f"{one.code} {name_in_language(one.th, one.en)}",
                f"{one.weight:.0%}",
                points(result.instruments[one.code]),
                points(rounded(result.means[one.code] * Fraction(one.weight))),
            ]
        )
        for one in result.framework.instruments
    ]
    return Table(_("Instruments"), columns=columns, rows=rows)


def items_table(assessment: Assessment, items: Mapping[str, Decimal]) -> Table:
    """Return the items and parts whose points are known."""
    known = known_codes(assessment.fiscal_year)
    columns = [
        Column("code", pgettext("assessment", "Item")),
        Column("name", _("What it asks for")),
        Column("points", _("Points"), numeric=True),
    ]
    rows = [
        Row(
            cells=[
                code.upper(),
                name_in_language(known[code].th, known[code].en)
                if code in known
                else "",
                points(value),
            ]
        )
        for code, value in items.items()
    ]
    return Table(_("Points of items and parts"), columns=columns, rows=rows)


def points(value: Decimal | None) -> Cell:
    """Return points with two decimals, or a dash where there are none."""
    return Cell(NOTHING) if value is None else Cell(f"{value:.2f}", value=value)


def signed(value: Decimal | None) -> Cell:
    """Return a change with its sign, or a dash where there is none."""
    if value is None:
        return Cell(NOTHING)
    text = "0.00" if value == 0 else f"{value:+.2f}".replace("-", "\u2212")
    return Cell(text, value=value)
