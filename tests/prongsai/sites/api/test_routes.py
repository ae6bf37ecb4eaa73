"""The interface for programs: only what is public, typed, in both languages."""

import hashlib
import json

import pytest

from prongsai.foundations.publications import actions
from prongsai.foundations.publications.actions import Attached
from prongsai.sites.api.interface import described
from tests.cast import NOW, client_of, make_office, make_user
from tests.prongsai.foundations.publications.publishing import publish
from tests.prongsai.registers.disclosure.publishing import publish_item

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def get(path, **headers):
    return client_of(None).get(f"/api/v1/{path}", headers=headers)


def test_what_is_published_is_listed_page_by_page():
    for n in range(3):
        publish(address=f"lending/2569/list-{n}")

    first = get("publications?limit=2").json()
    second = client_of(None).get(first["next"]).json()

    assert (first["total"], len(first["items"]), second["next"]) == (3, 2, None)
    found = [one["address"] for one in first["items"] + second["items"]]
    assert sorted(found) == [f"lending/2569/list-{n}" for n in range(3)]


def test_a_publication_names_its_tables_and_files_by_whole_addresses():
    make_office()
    file = Attached(name="a.txt", content_type="text/plain", content=b"a")
    version = publish_item("o12", rows=7, files=[file])

    found = get("publications/ita/2569/o12").json()

    assert found["digest"] == {"algorithm": "sha256", "value": version.digest}
    assert found["tables"][0]["rows"] == 7
    assert found["tables"][0]["xlsx"] == f"{found['url']}t.xlsx"
    assert found["files"][0]["url"] == f"{found['url']}files/a.txt"
    assert found["url"].startswith("http://")
    assert found["title"] == {"th": "ข้อ o12", "en": "Item o12"}


def test_the_document_has_its_digest_in_its_canonical_form():
    make_office()
    version = publish_item("o12")

    found = get("documents/ita/2569/o12").json()
    answer = client_of(None).get("/ita/2569/o12/document.json")
    saved = answer.content

    assert answer.status_code == 200
    assert hashlib.sha256(saved).hexdigest() == version.digest
    assert json.loads(saved) == found["document"]
    assert get("documents/ita/2569/o12?version=2").status_code == 404


def test_the_items_of_a_year_come_with_what_is_missing_in_both_languages():
    make_office()
    publish_item("o12")

    items = {one["code"]: one for one in get("years/2569").json()["items"]}

    assert items["o12"]["state"] == "incomplete"
    assert items["o12"]["responsible"] == {"th": "ปลัด", "en": "Clerk"}
    assert items["o12"]["missing"] == [
        {
            "element": "วันที่จัดทำ",
            "reason": {"th": "จะลงนามสัปดาห์หน้า", "en": "Signed next week"},
        }
    ]
    assert items["o1"]["state"] == "missing"
    assert [one["fiscal_year"] for one in get("years").json()["items"]] == [2569]


def test_what_was_taken_back_is_gone_with_its_reason_in_both_languages():
    make_office()
    version = publish_item("o12")
    actions.withdraw(
        version.publication,
        reason_th="ผิด",
        reason_en="wrong",
        by=make_user(role="clerk"),
        at=NOW,
    )

    answer = get("documents/ita/2569/o12")
    versions = get("versions/ita/2569/o12").json()["items"]

    assert answer.status_code == 410
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert "ผิด" in answer.json()["sentence"]["th"]
    assert "wrong" in answer.json()["detail"]
    assert versions[0]["withdrawal"]["reason"] == {"th": "ผิด", "en": "wrong"}
    assert get("publications").json()["total"] == 0
    assert get("publications/ita/2569/o12").status_code == 410


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("publications?limit=101", 422),
        ("publications?limit=0", 422),
        ("publications?offset=-1", 422),
        ("publications?limit=x", 422),
        ("search", 422),
        ("publications/none", 404),
        ("versions/none", 404),
        ("documents/none", 404),
        ("publications/a%00b", 404),
        ("versions/a%00b", 404),
        ("publications?under=%00", 422),
        ("search?q=a%00", 422),
        ("search?q=a&kind=%00", 422),
        ("years/2400", 404),
        ("years/99999999999999999999", 404),
        ("nothing/here", 404),
    ],
)
def test_bad_questions_get_a_problem_with_a_sentence_in_both_languages(path, status):
    make_office()

    answer = get(path)

    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["status"] == status
    assert all(answer.json()["sentence"].values())


def test_news_people_and_search_read_what_is_published():
    publish(address="news/2569/library")
    publish(address="people/directory")

    assert get("news").json()["items"][0]["address"] == "news/2569/library"
    assert get("people").json()["items"][0]["address"] == "people/directory"
    assert get("search?q=ทะเบียน").json()["total"] == 2


def test_an_answer_is_shared_kept_and_not_sent_twice():
    publish()

    first = get("publications")
    again = get("publications", **{"If-None-Match": first.headers["ETag"]})

    assert first.headers["Access-Control-Allow-Origin"] == "*"
    assert first.headers["Cache-Control"] == "public, no-cache"
    assert not first.cookies
    assert again.status_code == 304


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(method):
    make_office()

    assert getattr(client_of(None), method)("/api/v1/publications").status_code == 405


def test_the_description_names_every_operation_and_nobody_signs_in():
    make_office()

    found = get("openapi.json").json()

    assert found == json.loads(json.dumps(described()))
    assert set(found["paths"]) >= {
        "/api/v1/publications",
        "/api/v1/years/{fiscal_year}",
    }
    assert "securitySchemes" not in found.get("components", {})
    assert all(set(methods) == {"get"} for methods in found["paths"].values())


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_page_for_people_says_every_operation_without_scripts_of_others(language):
    make_office()
    client = client_of(None)
    client.cookies["django_language"] = language

    page = client.get("/api/").text

    for path in described()["paths"]:
        assert path in page
    assert "https://" not in page
    assert "unpkg" not in page


def test_lists_ask_as_often_for_many_as_for_few(django_assert_max_num_queries):
    for n in range(12):
        publish(address=f"lending/2569/list-{n}")

    # PostgreSQL is also told, and asked to forget, the office.
    with django_assert_max_num_queries(10):
        assert get("publications?limit=100").json()["total"] == 12
