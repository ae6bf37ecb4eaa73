"""The forecast: what each line rests on, and that nothing is guessed."""

from decimal import Decimal

import pytest

from prongsai.foundations.evidence import figures
from prongsai.foundations.evidence.figures import Figure, Outcome
from prongsai.ita.frameworks.loader import load
from prongsai.registers.assessments.actions import selfchecks
from prongsai.registers.assessments.actions.selfchecks import Check
from prongsai.registers.assessments.models import Assessment
from prongsai.registers.assessments.queries import forecasting
from prongsai.registers.assessments.queries.forecasting import Ground, forecast
from tests.cast import NOW, TODAY, make_office
from tests.results import make_result, the_analyst

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def check(year, **points):
    checks = [Check(code=c, points=Decimal(p)) for c, p in points.items()]
    return selfchecks.enter(year, checks, by=the_analyst(), at=NOW)


def seen(year):
    found = forecast(year, on=TODAY)
    assert found is not None
    return found


def total_of(found):
    assert found.result is not None
    return found.result


def grounds(found):
    return {line.indicator.number: line.ground for line in found.lines}


def test_what_nobody_measures_takes_last_years_value_and_says_so():
    make_office()
    make_result(2568)
    check(2569, i3="77.5")

    found = seen(2569)

    assert grounds(found)[3] is Ground.CHECK
    assert set(grounds(found).values()) == {Ground.CHECK, Ground.LAST_YEAR}
    assert total_of(found).points[3] == Decimal("77.5")
    assert not found.can_group
    assert Assessment.objects.count() == 1


def test_a_draft_of_last_year_is_nothing_to_go_by():
    make_office()
    make_result(2568, confirmed=False)

    found = seen(2569)

    assert set(grounds(found).values()) == {Ground.NOTHING}
    assert found.result is None
    assert not found.is_measured


def test_items_make_an_indicator_only_when_all_of_them_are_checked():
    make_office()
    make_result(2567)
    codes = {i.code: "100" for g in load(2568).groups_of(10) or () for i in g}
    check(2568, **codes)

    found = seen(2568)

    assert grounds(found)[10] is Ground.ITEMS
    assert grounds(found)[9] is Ground.LAST_YEAR
    assert total_of(found).points[10] == Decimal(100)
    assert (found.items_measured, found.items_all) == (8, 28)


@pytest.mark.parametrize(
    ("outcome", "points"),
    [
        (Outcome(value=Decimal(80)), Decimal(80)),
        (Outcome(value=Decimal(3), of=Decimal(4)), Decimal(75)),
        (Outcome(value=Decimal(0), of=Decimal(0)), None),
        (Outcome(value=Decimal(300)), None),
    ],
)
def test_a_figure_of_a_register_comes_before_a_check(monkeypatch, outcome, points):
    make_office()
    check(2569, i6="50")
    offered = Figure(
        key="surveys.i6",
        label="เสียงตอบ",
        unit="",
        formula="",
        run=lambda _span: outcome,
    )
    everything = {**figures.registry(), "surveys.i6": offered}
    monkeypatch.setattr(forecasting, "registry", lambda: everything)

    line = seen(2569).lines[5]

    expected = (
        (Decimal(50), Ground.CHECK) if points is None else (points, Ground.FIGURE)
    )
    assert (line.points, line.ground) == expected


def test_a_year_without_a_rule_has_no_forecast():
    make_office()

    assert forecast(2570, on=TODAY) is None
