"""Making a report public: once approved, under its item, again as a corrected version."""

import pytest
from django.core.exceptions import PermissionDenied

from prongsai.foundations.evidence import actions as evidence
from prongsai.foundations.publications import actions as publications
from prongsai.foundations.publications import queries as publics
from prongsai.registers.reports.actions import passing, writing
from prongsai.registers.reports.actions.refusals import NotApproved, NoteMissing
from prongsai.registers.reports.queries import figures, reports
from prongsai.registers.reports.states import ReportKind, ReportState
from tests.cast import NOW, make_office
from tests.installing import make_next_year
from tests.reporting import (
    NOTES,
    approved,
    fresh,
    make_desk,
    number_line,
    publish,
    published,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def desk():
    make_office()
    return make_desk()


def test_publish_freezes_page_data_and_files_at_its_address(desk):
    version = published(desk)

    report = fresh(desk)
    assert version.publication.address == "ita/2569/report/year"
    assert report.state == ReportState.PUBLISHED
    assert report.published == version
    assert version.content["report"]["measures"][0]["title"]
    assert version.content["report_digest"] == report.digest
    assert [t["key"] for t in version.content["tables"]] == [
        "measures", "figures", "evidence",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "year", "address"),
    [
        (ReportKind.PLAN, 2569, "ita/2569/o25/plan"),
        (ReportKind.ANALYSIS, 2569, "ita/2569/o25/analysis"),
        (ReportKind.HALF, 2568, "ita/2569/o26/half"),
        (ReportKind.YEAR, 2568, "ita/2569/o26/year"),
    ],
)
def test_each_kind_goes_to_the_item_the_framework_names(kind, year, address):
    make_office()
    desk = make_desk(kind=kind, year=year)

    assert published(desk).publication.address == address


def test_what_is_public_keeps_its_address_when_a_framework_names_its_item(desk):
    first = published(desk)
    make_next_year()
    passing.take_back(desk.report, by=desk.analyst, at=NOW)

    second = publish(approved(desk), desk, **NOTES)

    assert second.number == 2
    assert second.publication == first.publication


def test_the_framework_of_the_next_year_names_the_item_of_what_is_published_later(desk):
    make_next_year()

    assert published(desk).publication.address == "ita/2570/o26/year"


@pytest.mark.parametrize("who", ["alice", "mayor"])
def test_publish_is_for_the_analyst_and_the_clerk(desk, who):
    report = approved(desk)

    with pytest.raises(PermissionDenied):
        publish(report, desk, by=getattr(desk, who))


def test_publish_refuses_what_is_not_approved(desk):
    with pytest.raises(NotApproved):
        publish(desk.report, desk)


def test_publish_refuses_what_is_public_already(desk):
    published(desk)

    with pytest.raises(NotApproved):
        publish(fresh(desk), desk)


def test_a_correction_is_a_new_version_that_says_what_changed(desk):
    first = published(desk)
    passing.take_back(desk.report, by=desk.analyst, at=NOW)
    writing.write(desk.report, "closing", "แก้แล้ว 1 แห่ง", by=desk.analyst, at=NOW)
    report = approved(desk)
    with pytest.raises(NoteMissing):
        publish(report, desk, note_th="มีแต่ไทย")

    second = publish(report, desk, **NOTES)

    assert (first.number, second.number) == (1, 2)
    assert second.note_en == NOTES["note_en"]


def test_what_was_withdrawn_can_be_published_again_corrected(desk):
    version = published(desk)
    publications.withdraw(
        version.publication, reason_th="ผิด", reason_en="wrong", by=desk.mayor, at=NOW
    )
    passing.take_back(desk.report, by=desk.analyst, at=NOW)

    again = publish(approved(desk), desk, **NOTES)

    standing = publics.standing(again.publication.address)
    assert standing is not None
    assert standing.withdrawal is None


def test_the_figures_of_a_published_report_can_be_run_again(desk):
    number_line(desk)
    published(desk)

    content = reports.frozen(fresh(desk))
    stored = figures.rows_behind(content.figures)

    assert stored
    assert all(evidence.verify(one, at=NOW).is_same for one in stored)
