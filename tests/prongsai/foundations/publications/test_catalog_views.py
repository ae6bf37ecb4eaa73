"""The catalogue in DCAT, and the feeds: what other portals harvest."""

import json
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.publications import actions, catalog
from prongsai.foundations.publications.actions import Attached
from tests.cast import NOW, client_of, make_office, make_user
from tests.prongsai.foundations.publications.publishing import ADDRESS, publish

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

FILE = Attached(name="a.txt", content_type="text/plain", content=b"a")
ATOM = "{http://www.w3.org/2005/Atom}"
IN_CATALOG = {"dct:title", "dct:description", "dct:publisher", "dcat:dataset"}
IN_DATASET = {
    "dct:title", "dct:description", "dct:identifier", "dct:publisher", "dct:issued",
    "dct:modified", "dct:language", "dcat:theme", "dcat:keyword", "dcat:landingPage",
    "foaf:page", "dcat:contactPoint", "dcat:distribution",
}  # fmt: skip
IN_DISTRIBUTION = {
    "dcat:accessURL", "dcat:downloadURL", "dcat:mediaType", "dct:format", "dct:title",
}  # fmt: skip


def harvested(path="/catalog.jsonld"):
    answer = client_of(None).get(path)
    assert answer.status_code == 200
    return answer.json()


def in_office():
    make_office(
        province="สมมุติ", latitude="13.5", longitude="100.25", email="a@example.go.th"
    )


def test_the_catalogue_has_every_property_dcat_asks_for():
    in_office()
    version = publish(files=[FILE])

    found, paging = harvested()["@graph"]
    (dataset,) = found["dcat:dataset"]

    assert set(found) >= IN_CATALOG
    assert set(dataset) >= IN_DATASET
    assert all(set(one) >= IN_DISTRIBUTION for one in dataset["dcat:distribution"])
    assert dataset["dct:identifier"] == ADDRESS
    assert {one["@language"] for one in dataset["dct:title"]} == {"th", "en"}
    assert dataset["dct:temporal"]["dcat:startDate"] == "2025-10-01"
    assert dataset["dct:temporal"]["dcat:endDate"] == "2026-09-30"
    assert dataset["dct:modified"] == version.published_at.isoformat()
    assert found["dct:spatial"]["dcat:centroid"].startswith("POINT(100.25")
    assert paging["hydra:totalItems"] == 1


def test_every_distribution_opens_and_what_it_says_of_itself_is_true():
    in_office()
    publish(files=[FILE])
    (dataset,) = harvested()["@graph"][0]["dcat:dataset"]

    for one in dataset["dcat:distribution"]:
        url = one["dcat:downloadURL"]["@id"]
        answer = client_of(None).get("/" + url.split("/", 3)[3])
        body = b"".join(answer) if answer.streaming else answer.content
        kind = answer.headers["Content-Type"].split(";")[0]
        assert answer.status_code == 200
        assert one["dcat:mediaType"]["@id"].endswith(kind)
        assert one.get("dcat:byteSize", str(len(body))) == str(len(body))
    formats = {one["dct:format"] for one in dataset["dcat:distribution"]}
    assert formats == {"JSON", "CSV", "XLSX", "TXT"}


def test_a_licence_is_stated_only_where_the_office_stated_one(settings):
    make_office()
    publish()
    silent = json.dumps(harvested())
    settings.PRONGSAI_DATA_LICENCE = "https://creativecommons.org/licenses/by/4.0/"

    stated = json.dumps(harvested())

    assert "dct:license" not in silent
    assert "The office has not stated a licence." in silent
    assert "licenses/by/4.0" in stated


def test_a_long_catalogue_is_paged_and_pages_that_are_none_are_not_found(monkeypatch):
    make_office()
    monkeypatch.setattr(catalog, "PER_PAGE", 2)
    for n in range(3):
        publish(address=f"lending/2569/list-{n}")

    first, second = harvested(), harvested("/catalog.jsonld?page=2")

    assert first["@graph"][1]["hydra:nextPage"]["@id"].endswith("?page=2")
    assert "hydra:nextPage" not in second["@graph"][1]
    assert len(second["@graph"][0]["dcat:dataset"]) == 1
    for page in ("0", "3", "x", "-1", "9" * 5000):
        assert client_of(None).get(f"/catalog.jsonld?page={page}").status_code == 404


def test_what_was_taken_back_is_neither_in_the_catalogue_nor_in_the_feed():
    make_office()
    version = publish()
    actions.withdraw(
        version.publication,
        reason_th="ผิด",
        reason_en="wrong",
        by=make_user(role=Role.CLERK),
        at=NOW,
    )

    assert harvested()["@graph"][0]["dcat:dataset"] == []
    assert ADDRESS not in client_of(None).get("/published/atom.xml").text


def test_the_feeds_name_what_was_published_last_and_where():
    publish()
    publish(address="ita/2569/o1")

    feed = client_of(None).get("/published/atom.xml").content
    everything = ET.fromstring(feed)  # noqa: S314  # our own
    assessment = client_of(None).get("/ita/atom.xml")

    links = [
        str(link.get("href"))
        for entry in everything.iter(f"{ATOM}entry")
        for link in entry.iter(f"{ATOM}link")
    ]
    assert len(links) == 2
    assert all(link.startswith("http") and link.endswith("/v1/") for link in links)
    assert f"/published/{ADDRESS}" not in assessment.text
    assert "/ita/2569/o1/v1/" in assessment.text
    assert not assessment.cookies


def test_a_correction_is_the_same_entry_of_the_feed_updated():
    publish()
    publish(("โต๊ะ", 2), at=NOW + timedelta(days=1), note_th="แก้", note_en="Mended")
    first = publish(address="lending/2569/other")

    feed = client_of(None).get("/published/atom.xml").content
    corrected, other = ET.fromstring(feed).iter(f"{ATOM}entry")  # noqa: S314  # our own

    assert "2: แก้" in (corrected.findtext(f"{ATOM}summary") or "")
    assert (corrected.findtext(f"{ATOM}updated") or "") > (
        corrected.findtext(f"{ATOM}published") or ""
    )
    assert corrected.findtext(f"{ATOM}id") != other.findtext(f"{ATOM}id")
    publish(("โต๊ะ", 3), address="lending/2569/other", at=NOW + timedelta(days=2))
    again = client_of(None).get("/published/atom.xml").text
    assert str(other.findtext(f"{ATOM}id")) in again
    assert first.get_absolute_url() not in again


def test_the_catalogue_asks_as_often_for_many_as_for_few(django_assert_max_num_queries):
    for n in range(12):
        publish(address=f"lending/2569/list-{n}", files=[FILE])

    # PostgreSQL is also told, and asked to forget, the office.
    with django_assert_max_num_queries(10):
        assert len(harvested()["@graph"][0]["dcat:dataset"]) == 12
