"""Sitemap, robots and security.txt: absolute, complete, and only what is public."""

import pytest
from lxml import etree

from prongsai.foundations.accounts.models import Role
from prongsai.foundations.publications import actions
from prongsai.sites.public import sitemaps
from tests.cast import NOW, client_of, make_office, make_user
from tests.prongsai.foundations.publications.publishing import publish

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def locations(path="/sitemap.xml"):
    response = client_of(None).get(path)
    assert response.status_code == 200
    tree = etree.fromstring(response.content)
    return tree, [
        str(loc.text).split("localhost", 1)[1]
        for loc in tree.iterfind(".//s:loc", NAMES)
    ]


def test_the_sitemap_names_what_stands_and_when_it_changed():
    publish(address="news/2569/fair")
    publish(address="ita/2569/o12")
    gone = publish(address="news/2569/gone").publication
    clerk = make_user(role=Role.CLERK)
    actions.withdraw(gone, reason_th="ผิด", reason_en="Wrong", by=clerk, at=NOW)

    tree, found = locations()

    assert {
        "/",
        "/privacy/",
        "/ita/",
        "/ita/2569/",
        "/ita/2569/o12/",
        "/news/2569/fair/",
    } <= set(found)
    assert "/news/2569/gone/" not in found
    assert len(found) == len(set(found))
    assert not any(path.startswith(("/staff/", "/account/")) for path in found)
    assert tree.findtext(".//s:lastmod", namespaces=NAMES) == "2025-11-20"


def test_many_addresses_are_split(monkeypatch):
    monkeypatch.setattr(sitemaps.Published, "limit", 2)
    for n in range(5):
        publish(address=f"news/2569/n{n}")

    tree, files = locations()

    assert etree.QName(tree).localname == "sitemapindex"
    assert len([path for path in files if "published" in path]) == 3
    assert len(locations("/sitemap-published.xml?p=3")[1]) == 1
    assert client_of(None).get("/sitemap-nothing.xml").status_code == 404


def test_robots_may_read_what_is_public():
    office = make_office()

    lines = client_of(None).get("/robots.txt").content.decode().splitlines()

    assert {"User-agent: *", "Disallow: /staff/", "Disallow: /account/"} <= set(lines)
    assert lines[-1] == f"Sitemap: http://office{office.pk}.localhost/sitemap.xml"


def test_security_txt_says_whom_to_tell_and_until_when():
    make_office(email="office@example.org")

    text = client_of(None).get("/.well-known/security.txt").content.decode()

    assert "Contact: mailto:office@example.org\n" in text
    assert "Expires: 20" in text


def test_without_an_address_there_is_no_security_txt():
    make_office()

    assert client_of(None).get("/.well-known/security.txt").status_code == 404
