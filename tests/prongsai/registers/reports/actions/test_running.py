"""Running the figures of a report: who may, when, and what the report quotes then."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.registers.reports.actions import passing, running
from prongsai.registers.reports.actions.refusals import CutOffToCome, Frozen
from prongsai.registers.reports.queries.composing import compose
from prongsai.registers.reports.states import ReportKind
from tests import following
from tests.cast import NOW, make_office
from tests.reporting import begun, make_desk

pytestmark = pytest.mark.django_db


def test_the_figure_that_measures_a_target_is_quoted_where_nobody_wrote():
    make_office()
    desk = make_desk(measures=2, figure_key=following.FIGURE, unit="")
    second = desk.field.plan.measures.order_by("order")[1]

    running.run_figures(desk.report, by=desk.analyst, at=NOW)

    content = compose(desk.report).content
    outcome = content.report.measures[1].outcomes[0].text
    assert f"measure.{second.pk}.target" in {f.place for f in content.figures}
    assert "ยังไม่มีผลลัพธ์" not in outcome


def test_run_figures_takes_none_for_a_plan():
    make_office()
    desk = make_desk(kind=ReportKind.PLAN)

    assert running.run_figures(desk.report, by=desk.analyst, at=NOW) == []


def test_run_figures_is_for_writers_of_a_draft():
    make_office()
    desk = make_desk()
    with pytest.raises(PermissionDenied):
        running.run_figures(desk.report, by=desk.alice, at=NOW)
    passing.submit(desk.report, by=desk.analyst, at=NOW)

    with pytest.raises(Frozen):
        running.run_figures(desk.report, by=desk.analyst, at=NOW)


def test_run_figures_refuses_a_day_to_come():
    make_office()
    field = following.make_field()
    report = begun(field, cut_off=date(2026, 9, 30))

    with pytest.raises(CutOffToCome):
        running.run_figures(report, by=field.analyst, at=NOW)
