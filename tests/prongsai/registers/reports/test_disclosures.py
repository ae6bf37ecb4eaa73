"""What published reports show for the assessment: present only what they really have."""

from dataclasses import replace
from datetime import date

import pytest

from prongsai.foundations.publications import actions as publishing
from prongsai.foundations.publications import queries as publications
from prongsai.foundations.publications.supplying import Asked
from prongsai.ita.thai.periods import Span
from prongsai.registers.reports import disclosures
from prongsai.registers.reports.states import ReportKind
from tests.cast import NOW, make_office
from tests.reporting import make_desk, published

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

ASKED = Asked(
    year=2569,
    data_year=2568,
    period=Span(start=date(2024, 10, 1), end=date(2025, 9, 30)),
    on=date(2025, 11, 20),
)


def test_without_a_published_report_every_element_is_missing_with_its_reason():
    make_office()

    for supply in disclosures.SUPPLIES:
        found = supply.run(ASKED)

        assert not found.present
        assert set(found.missing) == supply.keys


def test_a_published_result_report_answers_what_it_has_for_every_measure():
    make_office()
    version = published(make_desk(year=2568))
    address = version.publication.address

    found = disclosures.result(ASKED)

    assert found.address == address == "ita/2569/o26/year"
    assert found.present | set(found.missing) == disclosures.SUPPLIES[2].keys
    assert "integrity.result.measure" in found.present
    assert found.data_year == 2568
    assert publications.standing(found.address) is not None


def test_the_report_of_another_year_does_not_answer_and_the_reason_names_the_year():
    make_office()
    published(make_desk())

    found = disclosures.result(ASKED)

    assert not found.address
    assert not found.present
    assert {"2568" in said.th for said in found.missing.values()} == {True}
    assert disclosures.result(replace(ASKED, year=2570, data_year=2569)).present


def test_what_was_withdrawn_does_not_answer():
    make_office()
    desk = make_desk(year=2568)
    publication = published(desk).publication
    publishing.withdraw(
        publication, reason_th="ผิด", reason_en="wrong", by=desk.mayor, at=NOW
    )

    assert not disclosures.result(ASKED).present


@pytest.mark.parametrize(
    ("kind", "run", "year"),
    [
        (ReportKind.ANALYSIS, disclosures.analysis, 2568),
        (ReportKind.PLAN, disclosures.measures, 2569),
    ],
)
def test_the_analysis_of_a_year_and_the_plan_of_the_next_answer_together(
    kind, run, year
):
    make_office()
    published(make_desk(kind=kind))

    found = run(ASKED)

    assert found.address == f"ita/2569/o25/{kind}"
    assert found.data_year == year
    assert not run(replace(ASKED, year=2568, data_year=2567)).address
