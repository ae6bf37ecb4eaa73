"""Pages of the assessment stand at /ita/; files are served beside every page."""

import pytest

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.publications import actions
from prongsai.foundations.publications.actions import Attached
from tests.cast import NOW, client_of, make_user
from tests.prongsai.foundations.publications.publishing import ADDRESS, PAGE, publish

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
ITA = "ita/2569/o26/year"
REPORT = Attached(
    name="report.pdf", content_type="application/pdf", content=b"%PDF-1.7 report"
)


def get(path, **headers):
    return client_of(None).get(path, headers=headers)


def body(answer):
    return b"".join(answer) if answer.streaming else answer.content


@pytest.mark.parametrize(
    "path",
    [
        "/", ".json", "/versions/", "/v1/", "/v1.json", "/loans.csv", "/v1/loans.csv",
        "/files/report.pdf", "/v1/files/report.pdf",
    ],
)  # fmt: skip
def test_everything_of_the_assessment_stands_at_its_own_address(path):
    version = publish(address=ITA, files=[REPORT])

    assert version.publication.get_absolute_url() == f"/{ITA}/"
    assert body(get(f"/{ITA}{path}"))
    moved = get(f"/published/{ITA}{path}")
    assert (moved.status_code, moved.headers["Location"]) == (301, f"/{ITA}{path}")


@pytest.mark.parametrize(
    "path",
    [
        f"/{ADDRESS}/", "/ita/2569/other/", "/published/ita/2569/other/",
        "/published/ita//evil.example/", "/ita/2570/", f"/{ITA}/files/other.pdf",
        f"/{ITA}/v2/files/report.pdf",
    ],
)  # fmt: skip
def test_what_is_not_there_is_not_found(path):
    publish(address=ITA, files=[REPORT])
    publish()

    assert get(path).status_code == 404


@pytest.mark.parametrize("address", [ITA, ADDRESS])
def test_a_file_is_sent_whole_to_be_saved_and_asked_about_again(address):
    version = publish(address=address, files=[REPORT])
    path = f"{version.publication.get_absolute_url()}files/report.pdf"

    answer = get(path)
    again = get(path, **{"If-None-Match": answer.headers["ETag"]})

    assert body(answer) == REPORT.content
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Length"] == "15"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="report.pdf"'
    assert answer.headers["Cache-Control"] == "public, no-cache"
    assert (again.status_code, body(again)) == (304, b"")


def test_the_page_lists_its_files_with_their_size():
    publish(files=[REPORT])

    text = get(PAGE).content.decode()

    assert f"/published/{ADDRESS}/files/report.pdf" in text
    assert "15" in text


def test_an_earlier_version_keeps_its_own_file():
    publish(address=ITA, files=[REPORT])
    later = Attached(
        name="report.pdf", content_type="application/pdf", content=b"%PDF-"
    )
    publish(address=ITA, files=[later])

    assert body(get(f"/{ITA}/v1/files/report.pdf")) == REPORT.content
    assert body(get(f"/{ITA}/files/report.pdf")) == b"%PDF-"


def test_a_withdrawn_file_is_gone_with_its_page():
    version = publish(address=ITA, files=[REPORT])
    actions.withdraw(
        version.publication,
        reason_th="ผิด",
        reason_en="wrong",
        by=make_user(role=Role.CLERK),
        at=NOW,
    )

    paths = ("/", "/files/report.pdf", "/v1/files/report.pdf")
    assert [get(f"/{ITA}{path}").status_code for path in paths] == [410, 410, 410]
    assert get("/ita/2569/").status_code == 404


def test_the_digest_of_a_file_is_found_like_that_of_the_document():
    version = publish(address=ITA, files=[REPORT])

    for digest in (REPORT.sha256, version.digest):
        answer = get(f"/verify/{digest}/")
        assert answer.status_code == 200
        assert f"/{ITA}/v1/" in answer.content.decode()
    assert get(f"/verify/{'a' * 64}/").status_code == 404
