"""When something goes wrong people read what happened and lose nothing they typed."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError
from django.test import Client, RequestFactory
from lxml import html

from prongsai.sites.errors import server_error, too_many, trouble_of
from tests.cast import client_of, make_office, make_user
from tests.prongsai.foundations.publications.publishing import PAGE, publish

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.urls("tests.prongsai.sites.faulty_urls"),
]


def visitor(user=None, *, language: str = "th") -> Client:
    client = client_of(user)
    client.raise_request_exception = False
    client.cookies["django_language"] = language
    return client


def read(response) -> html.HtmlElement:
    return html.document_fromstring(response.content.decode())


TITLES = [
    ("get", "/fail/odd/", 400, "อ่านคำขอนี้ไม่ได้", "We could not read this request"),
    ("get", "/fail/denied/", 403, "ท่านไม่มีสิทธิ์ทำรายการนี้", "You may not do this"),
    ("get", "/nowhere/", 404, "ไม่พบหน้านี้", "This page is not here"),
    ("get", "/only-post/", 405, "ที่อยู่นี้เปิดดูไม่ได้", "Nothing can be opened at this address"),
    ("post", "/fail/refused/", 409, "ยังทำรายการนี้ไม่ได้", "This cannot be done now"),
    ("get", "/fail/broken/", 500, "ระบบขัดข้อง", "Something went wrong on our side"),
    ("get", "/fail/gone/", 500, "ระบบขัดข้อง", "Something went wrong on our side"),
    ("post", "/fail/locked/", 503, "ระบบกำลังมีงานมาก", "The system is busy"),
    ("post", "/fail/full/", 503, "พื้นที่จัดเก็บเต็ม", "No room is left to store anything"),
    ("post", "/fail/full-database/", 503, "พื้นที่จัดเก็บเต็ม", "No room is left to store anything"),
    ("get", "/follow/", 503, "ระบบกำลังมีงานมาก", "The system is busy"),
]  # fmt: skip


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize(("method", "path", "status", "thai", "english"), TITLES)
def test_every_trouble_has_a_page_in_both_languages(
    method, path, status, thai, english, language
):
    response = getattr(visitor(language=language), method)(path)

    tree = read(response)
    title = thai if language == "th" else english
    assert response.status_code == status
    assert [h1.text_content() for h1 in tree.iter("h1")] == [title]
    assert tree.findtext(".//title").startswith(title)
    assert tree.get("lang") == language
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", [row[1] for row in TITLES])
def test_what_was_typed_is_shown_again(path):
    if path == "/only-post/":
        path = "/fail/refused/"

    response = visitor().post(
        path, {"purpose": "ใช้ในงาน <b>วัด</b>", "days": ["1", "2"]}
    )

    facts = {
        row.findtext("dt"): row.findtext("dd")
        for row in read(response).findall(".//dl[@class='facts']/div")
    }
    assert facts == {"purpose": "ใช้ในงาน <b>วัด</b>", "days": "1\n2"}


def test_a_refusal_says_why_in_the_language_of_the_page():
    thai = visitor().post("/fail/refused/").content.decode()
    english = visitor(language="en").post("/fail/refused/").content.decode()

    assert "ไม่มีวันนี้ ไม่ใช่วันที่" in thai
    assert "ไม่มีวันนี้" in english
    assert "not a date" in english


def test_a_fault_tells_no_detail():
    response = visitor().get("/fail/broken/")

    assert b"secret" not in response.content


def test_a_busy_system_says_when_to_come_again():
    assert visitor().get("/fail/locked/").headers["Retry-After"] == "10"


def test_the_way_back_is_the_page_the_form_was_on():
    office = make_office()
    host = f"office{office.pk}.localhost"
    client = visitor()

    back = client.post(
        "/fail/refused/", headers={"referer": f"http://{host}/loans/?q=1"}
    )
    elsewhere = client.post(
        "/fail/refused/", headers={"referer": "http://evil.example/x"}
    )
    scheme = client.post("/fail/refused/", headers={"referer": "javascript:x()"})

    assert 'href="/loans/?q=1"' in back.content.decode()
    assert "evil" not in elsewhere.content.decode()
    assert "javascript" not in scheme.content.decode()


def test_a_signed_in_person_stays_in_the_back_office():
    user = make_user()

    inside = read(visitor(user).get("/staff/fail/denied/"))
    outside = read(visitor(user).get("/fail/denied/"))

    assert inside.find("body").get("class") == "staff"
    assert inside.find(".//nav[@class='menu']") is not None
    assert outside.find("body").get("class") == "public"


def test_a_fault_page_asks_the_database_for_nothing(django_assert_num_queries):
    request = RequestFactory().post("/staff/x/", {"purpose": "kept"})

    with django_assert_num_queries(0):
        response = server_error(request)

    assert response.status_code == 500
    assert b"kept" in response.content


def test_a_form_without_its_token_is_refused_and_kept():
    client = visitor()
    client.handler.enforce_csrf_checks = True

    response = client.post("/token/", {"purpose": "ใช้ในงานวัด"})

    assert response.status_code == 403
    assert "โปรดส่งแบบฟอร์มอีกครั้ง" in response.content.decode()
    assert "ใช้ในงานวัด" in response.content.decode()


def test_too_many_attempts_are_told_so():
    office = make_office()
    request = RequestFactory().get("/account/login/")
    vars(request)["organisation"] = office

    response = too_many(request)

    assert response.status_code == 429
    assert b"data-keeps-draft" in response.content


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        (None, 500),
        (PermissionDenied(), 500),
        (InterfaceError("connection already closed"), 503),
        (OperationalError("canceling statement due to lock timeout"), 503),
        (OperationalError("no such column: x"), 500),
        (OSError(2, "No such file"), 500),
    ],
)
def test_only_what_passes_by_waiting_is_called_busy(fault, status):
    assert trouble_of(fault).status == status


def test_a_host_of_no_office_gets_an_answer_too():
    client = visitor(make_user())
    make_office()

    assert client.get("/", headers={"host": "unknown.localhost"}).status_code == 404
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


def test_a_lost_reader_is_shown_likely_pages_and_a_search_field():
    publish()

    answer = client_of(None).get("/loans/register-2569/")

    tree = html.document_fromstring(answer.content.decode())
    main = tree.find(".//main")
    assert answer.status_code == 404
    assert main is not None
    assert PAGE in [a.get("href") for a in main.iter("a")]
    assert main.find(".//form[@role='search']") is not None
