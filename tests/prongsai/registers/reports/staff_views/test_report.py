"""One year told whole: result and plan, followed, reported, approved, published, verified."""

import hashlib

import pytest

from prongsai.foundations.evidence import actions as evidence
from prongsai.foundations.publications import contents
from prongsai.ita.documents.model.codec import from_data
from prongsai.ita.documents.reading.meaning.report import read_report
from prongsai.ita.documents.reading.pages.opening import pages_of
from prongsai.ita.thai.digits import to_arabic
from prongsai.registers.measures.actions import doing
from prongsai.registers.reports.queries import figures, reports
from prongsai.registers.reports.states import ReportKind, ReportState
from tests import following, results
from tests.cast import NOW, TODAY, client_of, make_office
from tests.reporting import Desk, approved, begun, fresh, number_line

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def desk():
    make_office(name_th="องค์การบริหารส่วนตำบลทดสอบดี", amphoe="ตัวอย่าง", province="สมมติ")
    field = following.make_field(measures=3)
    results.make_result(2568, by=field.analyst)
    following.written(field)
    desk = Desk(field=field, report=begun(field, ReportKind.HALF, cut_off=TODAY))
    number_line(desk)
    doing.report(field.measure, by=field.alice, at=NOW)
    return desk


def test_from_the_result_to_a_public_report_whose_figures_are_proved(desk):
    report = approved(desk)
    client = client_of(desk.analyst)
    client.post(f"/staff/reports/{report.pk}/publish/")
    report = fresh(desk)
    assert report.state == ReportState.PUBLISHED
    version = report.published
    assert version is not None

    public, place = client_of(None), version.publication.get_absolute_url().rstrip("/")
    document = public.get(f"{place}.json").json()
    content = document["document"]["content"]
    assert contents.digest_of(document["document"]) == version.digest
    assert content["report_digest"] == report.digest

    for file in version.files.all():
        answer = public.get(f"{place}/files/{file.name}")
        data = b"".join(answer) if answer.streaming else answer.content
        listed = {f["name"]: f["sha256"] for f in document["document"]["files"]}
        assert hashlib.sha256(data).hexdigest() == listed[file.name]
        if file.name == "report.docx":
            docx = data

    found = read_report(pages_of("report.docx", docx)).content()
    assert folded_text(found) == folded_text(from_data(content["report"]).content())

    stored = figures.rows_behind(reports.frozen(report).figures)
    assert len(stored) == len({f["pk"] for f in content["figures"]})
    assert all(evidence.verify(one, at=NOW).is_same for one in stored)


def folded_text(report) -> str:
    """What a report says with all digits folded: its documents print Thai ones."""
    return to_arabic(repr(report))
