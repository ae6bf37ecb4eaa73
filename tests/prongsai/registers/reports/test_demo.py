"""The invented reports: announced, published, corrected; and a draft after March."""

from datetime import date
from random import Random

import pytest

from prongsai.config.demonstration.office import make_office, make_people
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.publications.models import PublishedFile, Version
from prongsai.ita.thai.fiscal import first_day, fiscal_year_of
from prongsai.registers.assessments import demo as assessments
from prongsai.registers.measures import demo as measures
from prongsai.registers.reports.demo import make
from prongsai.registers.reports.models import Override, Report
from tests.cast import TODAY, settle

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def invented(today):
    """Make an invented office with its cycle; return the state of each report."""
    office = make_office()
    settle(office)
    cast = make_people(office, since=first_day(fiscal_year_of(today) - 3))
    with tenancy.acting_for(office.pk):
        for register in (assessments.make, measures.make, make):
            register(cast, today=today, random=Random(1))  # noqa: S311  # no secret
    rows = Report.objects.filter(organisation=office)
    return {(r.fiscal_year, r.kind): r.state for r in rows}


def test_announcements_analyses_and_results_are_public_the_last_one_corrected():
    states = invented(TODAY)

    assert states == {
        (2567, "analysis"): "published",
        (2567, "year"): "published",
        (2568, "analysis"): "published",
        (2568, "plan"): "published",
        (2568, "year"): "published",
        (2569, "plan"): "published",
    }
    result = Report.objects.get(fiscal_year=2568, kind="year")
    assert result.published is not None
    versions = Version.objects.filter(publication=result.published.publication)
    assert [v.number for v in versions.order_by("number")] == [1, 2]
    assert versions.get(number=2).note
    assert not Override.objects.exists()
    assert PublishedFile.objects.filter(version=result.published).count() == 2


def test_after_march_the_report_of_six_months_is_a_draft():
    states = invented(date(2027, 4, 5))

    assert states[2570, "half"] == "draft"
    assert states[2569, "year"] == "published"
