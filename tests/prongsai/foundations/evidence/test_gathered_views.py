"""The pages of evidence: adding each kind, replacing, withdrawing, checking, the list."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.evidence import gathering, panels
from prongsai.foundations.evidence.models import Check, Evidence, Kind
from tests.cast import NOW, TODAY, client_of, make_division, make_office, make_user
from tests.prongsai.foundations.evidence.counting import KEY, offered
from tests.prongsai.foundations.evidence.gathering_cast import (
    KIND,
    SOURCE,
    make_file,
    registered,
)
from tests.prongsai.foundations.files.samples import PDF
from tests.prongsai.foundations.publications.publishing import PAGE, publish

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
SAID: dict[str, object] = {
    "title": "ภาพการอบรม",
    "start": "๑/๑๐/๒๕๖๘",
    "end": "30/9/2569",
}


@pytest.fixture(autouse=True)
def registers():
    with registered(), offered():
        yield


def file(name="report.pdf"):
    return SimpleUploadedFile(name, PDF, content_type="application/pdf")


def sayings(kind, version):
    """What the form of a kind is filled in with."""
    own: dict[str, dict[str, object]] = {
        Kind.FILE: {"upload": [file()]},
        Kind.LINK: {"url": "https://example.org/news", "copy": [file("copy.pdf")]},
        Kind.FIGURE: {"key": KEY, "title": ""},
        Kind.PUBLICATION: {"page": str(version.pk)},
        Kind.RECORD: {"record": f"{SOURCE}:7"},
    }
    return SAID | own[kind]


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_is_added_by_its_form(kind):
    alice, division, version = make_user(), make_division(), publish()
    url = f"/staff/evidence/add/{KIND}/{division.pk}/{kind}/"
    client = client_of(alice)

    page = client.get(url)
    answer = client.post(f"{url}?slot=output", sayings(kind, version))

    row = Evidence.objects.get()
    assert "1 ต.ค. 2568" in page.content.decode() or "2568" in page.content.decode()
    assert (answer.status_code, row.kind, row.slot) == (302, kind, "output")
    assert row.collected_by == alice
    assert client.get(f"/staff/evidence/{row.pk}/").status_code == 200


def test_the_page_offers_every_kind_and_keeps_the_slot():
    alice, division = make_user(), make_division()

    text = (
        client_of(alice)
        .get(f"/staff/evidence/add/{KIND}/{division.pk}/?slot=output")
        .content.decode()
    )

    assert text.count("?slot=output") >= len(Kind)


@pytest.mark.parametrize(
    ("kind", "changes", "words"),
    [
        ("file", {"upload": []}, "upload"),
        ("file", {"start": ""}, "start"),
        ("file", {"end": "1/9/2568"}, "end"),
        ("file", {"expires_on": "1/9/2568"}, "expires_on"),
        ("link", {"url": "http://10.0.0.1:99/", "copy": []}, "url"),
        ("link", {"url": "https://example.org/", "copy": []}, "copy"),
        ("record", {"record": f"{SOURCE}:8"}, "record"),
        ("publication", {"page": "999999"}, "page"),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_is_kept(kind, changes, words):
    alice, division, version = make_user(), make_division(), publish()

    answer = client_of(alice).post(
        f"/staff/evidence/add/{KIND}/{division.pk}/{kind}/",
        sayings(Kind(kind), version) | changes,
    )

    assert answer.status_code == 200
    assert words in answer.context["form"].errors
    assert not Evidence.objects.exists()


def test_a_page_of_this_office_needs_no_copy():
    alice, division, version = make_user(), make_division(), publish()
    host = f"http://office{division.organisation_id}.localhost"

    client_of(alice).post(
        f"/staff/evidence/add/{KIND}/{division.pk}/link/",
        SAID | {"url": f"{host}{PAGE}"},
    )

    assert Evidence.objects.get().digest == version.digest


def test_replacing_asks_for_a_reason_and_keeps_the_earlier_one():
    alice, division = make_user(), make_division()
    old, client = make_file(division, alice, slot="output"), client_of(alice)
    url = f"/staff/evidence/{old.pk}/replace/file/"

    refused = client.post(url, SAID | {"upload": [file()]})
    answer = client.post(url, SAID | {"upload": [file()], "reason": "ชัดกว่า"})

    old.refresh_from_db()
    assert "reason" in refused.context["form"].errors
    assert answer.status_code == 302
    assert (old.replaced_because, old.replaced_with.slot) == ("ชัดกว่า", "output")
    assert "ชัดกว่า" in client.get(f"/staff/evidence/{old.pk}/").content.decode()


def test_withdrawing_asks_why():
    alice, division = make_user(), make_division()
    row, client = make_file(division, alice), client_of(alice)

    client.post(f"/staff/evidence/{row.pk}/withdraw/", {"reason": ""})
    assert Evidence.objects.get().stands
    client.post(f"/staff/evidence/{row.pk}/withdraw/", {"reason": "ผิดรายการ"})

    assert not Evidence.objects.get().stands


def test_a_reader_checks_and_is_told_but_changes_nothing():
    division = make_division()
    row = make_file(division, make_user())
    client = client_of(make_user(role=Role.AUDITOR))

    page = client.post(f"/staff/evidence/{row.pk}/check/", follow=True)

    assert "alert ok" in page.content.decode()
    assert Check.objects.get().state == "same"
    for url in (
        f"/staff/evidence/{row.pk}/withdraw/",
        f"/staff/evidence/{row.pk}/replace/file/",
        f"/staff/evidence/add/{KIND}/{division.pk}/",
        f"/staff/evidence/add/{KIND}/{division.pk}/file/",
    ):
        assert client.get(url).status_code == 403


def test_a_page_elsewhere_is_visited_in_the_background(settings):
    settings.PRONGSAI_CHECK_LINKS = True
    settings.TASKS = {
        "default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}
    }
    alice, division = make_user(), make_division()
    client = client_of(alice)
    client.post(
        f"/staff/evidence/add/{KIND}/{division.pk}/link/",
        SAID | {"url": "https://example.org/news"},
    )

    answer = client.post(f"/staff/evidence/{Evidence.objects.get().pk}/check/")

    assert answer.status_code == 302
    assert not Check.objects.exists()


@pytest.mark.parametrize("what", ["", "link/"])
def test_rows_nobody_registered_and_unknown_kinds_are_not_found(what):
    alice, division = make_user(), make_division()
    client = client_of(alice)

    paths = (f"accounts.user/{alice.pk}", "no.such/1", f"{KIND}/{division.pk + 99}")
    for path in paths:
        assert client.get(f"/staff/evidence/add/{path}/{what}").status_code == 404
    assert client.get(f"/staff/evidence/add/{KIND}/{division.pk}/x/").status_code == 404


def test_the_file_is_opened_by_readers_of_the_row_only():
    alice, division = make_user(), make_division()
    row = make_file(division, alice)
    url = row.file.get_absolute_url()
    other = make_office()

    mine = client_of(alice).get(url)
    theirs = client_of(make_user(office=other)).get(url)

    assert (b"".join(mine), theirs.status_code) == ("ข้อความหลักฐาน".encode(), 404)


def test_the_list_is_narrowed_by_kind_validity_and_last_check():
    alice, division = make_user(), make_division()
    make_file(division, alice, title="ปัจจุบัน")
    over = make_file(division, alice, title="หมดอายุ", expires_on=NOW.date())
    gone = make_file(division, alice, title="ถอนแล้ว")
    gathering.check(over, by=alice, at=NOW)
    gathering.withdraw(gone, reason="ผิด", by=alice, at=NOW)
    client = client_of(alice)

    def shown(query):
        page = client.get(f"/staff/evidence/?{query}").context["listing"].page
        return [row.title for row in page]

    assert shown("sort=title") == sorted(["ปัจจุบัน", "หมดอายุ", "ถอนแล้ว"])
    assert shown("holds=expired") == ["หมดอายุ"]
    assert shown("holds=former") == ["ถอนแล้ว"]
    assert shown("holds=current") == ["ปัจจุบัน"]
    assert shown("last_state=same") == ["หมดอายุ"]
    assert shown("kind=link") == []
    assert "หมดอายุ" in client.get("/staff/evidence/?export=csv").content.decode()


def test_a_longer_list_asks_no_more():
    alice, division = make_user(), make_division()
    client = client_of(alice)

    def asked():
        with CaptureQueriesContext(connection) as found:
            assert client.get("/staff/evidence/").status_code == 200
        return len(found)

    for _n in range(2):
        make_file(division, alice)
    asked()
    few = asked()
    for _n in range(6):
        make_file(make_division(), alice)

    assert asked() == few


def test_the_panel_of_a_row_shows_evidence_with_its_buttons(rf):
    alice, division = make_user(), make_division()
    row = make_file(division, alice)
    auditor = make_user(role=Role.AUDITOR)

    texts = [
        render_to_string(
            "evidence/of_owner.html",
            {"evidence": panels.panel(division, user=user, on=TODAY)},
            request=rf.get("/"),
        )
        for user in (alice, auditor)
    ]

    assert all(row.title in text and "badge ok" in text for text in texts)
    assert f"/staff/evidence/add/{KIND}/{division.pk}/" in texts[0]
    assert f"/staff/evidence/{row.pk}/replace/file/" in texts[0]
    assert f"/staff/evidence/{row.pk}/replace/file/" not in texts[1]
    assert f"/staff/evidence/{row.pk}/check/" in texts[1]
