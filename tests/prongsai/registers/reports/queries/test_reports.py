"""The years and what is missing in them, addresses and who sees what."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from prongsai.foundations.organisations import tenancy
from prongsai.registers.reports.models import Report
from prongsai.registers.reports.queries import addresses, reports
from prongsai.registers.reports.states import ReportKind
from tests import planning
from tests.cast import TODAY, make_office, make_user
from tests.reporting import approved, begun, fresh, make_desk, published

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_a_year_shows_what_is_begun_and_what_is_missing():
    make_office()
    make_desk()

    [year] = reports.years(on=TODAY)

    places = {place.kind: place for place in year.places}
    assert year.year == 2569
    assert places[ReportKind.YEAR].report is not None
    assert places[ReportKind.HALF].missing == []
    assert places[ReportKind.ANALYSIS].missing == ["result-missing"]


def test_a_plan_that_is_not_approved_is_missing():
    make_office()
    planning.make_plan(planning.make_team())

    assert reports.missing_for(2569, ReportKind.YEAR) == ["plan-not-approved"]


def test_reports_of_another_office_are_not_seen():
    make_desk(make_office())
    charlie = make_user(office=make_office())

    with tenancy.acting_for(charlie.organisation_id):
        assert not reports.visible_to(charlie).exists()
        assert len(reports.years(on=TODAY)) == 1


def test_more_reports_ask_no_more_questions():
    make_office()
    desk = make_desk()
    with CaptureQueriesContext(connection) as few:
        reports.years(on=TODAY)
    begun(desk.field, ReportKind.HALF)
    begun(desk.field, ReportKind.PLAN)

    with CaptureQueriesContext(connection) as more:
        reports.years(on=TODAY)

    assert len(few) == len(more)


@pytest.mark.parametrize(
    ("kind", "day"),
    [
        (ReportKind.HALF, date(2026, 3, 31)),
        (ReportKind.YEAR, date(2026, 9, 30)),
        (ReportKind.PLAN, TODAY),
    ],
)
def test_each_round_has_its_usual_day(kind, day):
    assert reports.usual_cut_off(2569, kind, on=TODAY) == day


def test_where_no_framework_names_an_item_the_address_says_report():
    report = Report(fiscal_year=2575, kind=ReportKind.YEAR)
    report.organisation = make_office()

    assert addresses.address_of(report) == "ita/2575/report/year"


def test_an_address_that_belongs_to_another_report_is_not_given_again():
    make_office()
    desk = make_desk(kind=ReportKind.PLAN)
    published(desk)
    planning.make_plan(desk.field.team, year=2570, result_year=2568)
    report = Report(fiscal_year=2570, kind=ReportKind.PLAN)

    assert addresses.address_of(report) == "ita/2570/report/plan"


def test_a_digest_is_known_while_its_report_holds():
    make_office()
    desk = make_desk()
    report = approved(desk)

    assert reports.bound_to(report.digest) == report
    assert reports.published_with(report.digest) is None


def test_the_digest_of_a_published_report_leads_to_its_version():
    make_office()
    desk = make_desk()
    version = published(desk)

    assert reports.published_with(fresh(desk).digest) == version
    assert reports.published_with("0" * 64) is None
