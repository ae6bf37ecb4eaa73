"""The cut-off: every figure of a plan run again for its year."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.evidence.models import Evidence, StoredFigure
from prongsai.registers.measures.actions import figures
from prongsai.registers.measures.actions.holding import PlanClosed
from prongsai.registers.measures.models import Kind, Line, Plan
from tests.cast import NOW, TODAY
from tests.following import FIGURE, closed, line, make_field, proved

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def field():
    return make_field()


def take(field, cut_off=TODAY, by=None):
    return figures.take_at_cut_off(
        field.plan, cut_off=cut_off, by=by or field.analyst, at=NOW
    )


def test_lines_take_the_figure_of_the_year_up_to_the_cut_off(field):
    rows = [line(field, Kind.OUTCOME, str(n), figure_key=FIGURE) for n in (1, 2)]

    taken = take(field, date(2025, 10, 31))

    assert [(f.start, f.end) for f in taken] == [
        (date(2025, 10, 1), date(2025, 10, 31))
    ]
    assert {row.figure_id for row in Line.objects.all()} == {taken[0].pk}
    assert rows[0].figure in StoredFigure.objects.all()


def test_figures_among_the_evidence_are_replaced_and_stay_readable(field):
    proved(field, slot="line:1")

    (taken,) = take(field)

    old, new = Evidence.objects.order_by("pk")
    assert (old.replaced_with, new.figure, new.slot) == (new, taken, "line:1")
    assert "20 พ.ย. 2568" in old.replaced_because


def test_the_evidence_of_a_closed_measure_stands_and_its_figure_is_run_beside_it(field):
    closed(field)

    (taken,) = take(field)

    assert taken.end == TODAY
    assert Evidence.objects.get().replaced_at is None


def test_a_closed_year_is_not_run_again(field):
    Plan.objects.filter(pk=field.plan.pk).update(state="closed")

    with pytest.raises(PlanClosed):
        take(field)


def test_a_plan_without_figures_has_none_to_take(field):
    line(field)

    assert take(field) == []


def test_only_who_compiles_the_year_takes_them(field):
    with pytest.raises(PermissionDenied):
        take(field, by=field.alice)


@pytest.mark.parametrize("cut_off", [date(2025, 9, 30), date(2025, 11, 21)])
def test_the_cut_off_lies_in_the_year_and_not_ahead(field, cut_off):
    with pytest.raises(figures.CutOffOutside):
        take(field, cut_off)
