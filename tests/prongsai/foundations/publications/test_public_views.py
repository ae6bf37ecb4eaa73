"""Published pages: for anyone, without a session, provable."""

import csv
import hashlib
import io
import json

import pytest

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.publications import actions
from tests.cast import NOW, client_of, make_office, make_user
from tests.prongsai.foundations.publications.publishing import ADDRESS, PAGE, publish

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def withdraw(version):
    alice = make_user(role=Role.CLERK)
    actions.withdraw(
        version.publication,
        reason_th="มีข้อมูลส่วนบุคคล",
        reason_en="Personal data",
        by=alice,
        at=NOW,
    )


def get(address, **options):
    return client_of(None).get(address, **options)


def test_anyone_reads_the_newest_version_and_no_cookie_is_set():
    version = publish()

    answer = get(PAGE)

    text = answer.content.decode()
    assert answer.status_code == 200
    assert "ทะเบียนการยืม" in text
    assert "เต็นท์" in text
    assert version.digest in text
    assert not answer.cookies
    assert "csrfmiddlewaretoken" not in text
    assert answer.headers["Cache-Control"] == "public, no-cache"
    assert f'href="/published/{ADDRESS}.json"' in text
    assert f'href="/published/{ADDRESS}/loans.csv"' in text


def test_the_page_speaks_the_language_of_the_reader():
    publish()
    client = client_of(None)
    client.cookies["django_language"] = "en"

    text = client.get(PAGE).content.decode()

    assert "Register of loans" in text
    assert 'lang="en"' in text


def test_a_page_that_did_not_change_is_not_sent_again():
    publish()
    first = get(PAGE)

    again = get(PAGE, headers={"If-None-Match": first.headers["ETag"]})
    publish(("เต็นท์", 9))
    changed = get(PAGE, headers={"If-None-Match": first.headers["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert changed.status_code == 200


def test_the_json_holds_what_the_digest_is_of():
    version = publish()

    answer = get(f"/published/{ADDRESS}.json")

    found = json.loads(answer.content)
    text = json.dumps(
        found["document"], sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    assert hashlib.sha256(text.encode()).hexdigest() == found["digest"]["value"]
    assert found["digest"]["value"] == version.digest
    assert version.digest in answer.headers["ETag"]


def test_each_table_is_there_as_csv():
    publish(("=1+1", 4))

    answer = get(f"/published/{ADDRESS}/loans.csv")

    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows == [["สิ่งของ", "จำนวน"], ["'=1+1", "4"]]
    assert get(f"/published/{ADDRESS}/none.csv").status_code == 404


def test_days_are_read_as_days_on_the_page_and_as_data_in_the_file():
    publish(("2026-10-01", 1))
    client = client_of(None)

    page = client.get(PAGE).text
    assert "1 ต.ค. 2569" in page
    assert "2026-10-01" not in page
    assert "2026-10-01" in client.get(f"{PAGE}loans.csv").text


def test_an_earlier_version_stays_where_it_was_and_says_so():
    publish()
    publish(("โต๊ะ", 2), note_th="เพิ่มโต๊ะ", note_en="Tables added")

    old = get(f"{PAGE}v1/").content.decode()
    new = get(PAGE).content.decode()

    assert "เต็นท์" in old
    assert f'href="{PAGE}"' in old
    assert f'href="/published/{ADDRESS}/v1.json"' in old
    assert "เพิ่มโต๊ะ" in new
    assert "เต็นท์" not in new
    assert get(f"/published/{ADDRESS}/v1.json").status_code == 200
    assert get(f"/published/{ADDRESS}/v1/loans.csv").status_code == 200
    assert get(f"{PAGE}v3/").status_code == 404


def test_the_list_of_versions_names_each_with_its_digest():
    first = publish()
    second = publish(("โต๊ะ", 2))

    text = get(f"{PAGE}versions/").content.decode()

    assert first.digest in text
    assert second.digest in text


@pytest.mark.parametrize(
    "end", ["/", "/v1/", ".json", "/v1.json", "/loans.csv", "/v1/loans.csv"]
)
def test_what_was_withdrawn_is_gone_everywhere_and_says_why(end):
    version = publish()
    withdraw(version)

    answer = get(f"/published/{ADDRESS}{end}")

    text = answer.content.decode()
    assert answer.status_code == 410
    assert "มีข้อมูลส่วนบุคคล" in text
    assert "เต็นท์" not in text


def test_a_version_after_a_withdrawal_is_public_and_the_old_one_is_not():
    withdraw(publish())
    publish(("โต๊ะ", 2))

    assert get(PAGE).status_code == 200
    assert get(f"{PAGE}v1/").status_code == 410
    assert get("/published/").content.decode().count(PAGE) == 1


def test_what_another_office_published_is_not_here():
    make_office()
    charlie = make_office()
    version = publish()

    client = client_of(None, office=charlie)

    for address in (
        PAGE,
        f"/published/{ADDRESS}.json",
        f"{PAGE}versions/",
        f"/verify/{version.digest}/",
    ):
        answer = client.get(address)
        assert answer.status_code == 404
        assert "Register of loans" not in answer.content.decode()
    assert PAGE not in client.get("/published/").content.decode()


def test_a_digest_is_known_with_its_version_office_and_date():
    version = publish()

    answer = get(f"/verify/{version.digest}/")

    text = answer.content.decode()
    assert answer.status_code == 200
    assert ADDRESS in text
    assert "20 พ.ย. 2568" in text


@pytest.mark.parametrize("digest", ["0" * 64, "abc"])
def test_an_unknown_digest_is_said_to_be_unknown(digest):
    make_office()

    assert get(f"/verify/{digest}/").status_code == 404


def test_a_digest_typed_into_the_form_leads_to_its_page():
    version = publish()

    answer = get("/verify/", data={"digest": f" {version.digest.upper()} "})

    assert answer.headers["Location"] == f"/verify/{version.digest}/"
    assert get("/verify/", data={"digest": "!?"}).status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_nothing_can_be_sent_to_a_published_page(method):
    publish()

    assert getattr(client_of(None), method)(PAGE).status_code == 405
