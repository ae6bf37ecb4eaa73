"""The gallery opens, in both languages, and keeps the policy."""

import re

import pytest
from lxml import html

from prongsai.ui.specimens import SPECIMENS
from tests.cast import client_of, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.mark.parametrize("language", ["th", "en"])
def test_gallery_shows_every_component_with_its_code(language):
    client = client_of(make_user())
    client.cookies["django_language"] = language

    text = client.get("/staff/ui/").content.decode()

    tree = html.document_fromstring(text)
    sections = tree.findall(".//section[@class='specimen']")
    assert len(sections) == len(SPECIMENS) + 1
    assert len(tree.findall(".//pre/code")) == len(SPECIMENS)
    assert len(list(tree.iter("h1"))) == 1
    assert not re.search(r"<style|\sstyle=|<script(?![^>]*src=)|\son\w+=", text)


def test_no_two_things_on_the_page_have_the_same_name():
    tree = html.document_fromstring(
        client_of(make_user()).get("/staff/ui/").content.decode()
    )

    names = [str(element.get("id")) for element in tree.iterfind(".//*[@id]")]
    assert sorted(names) == sorted(set(names))


def test_gallery_in_english_holds_no_thai_but_names_and_examples():
    client = client_of(make_user(prefix="", first_name="Alice", last_name="Test"))
    client.cookies["django_language"] = "en"

    tree = html.document_fromstring(client.get("/staff/ui/").content.decode())

    headings = " ".join(
        str(text) for h2 in tree.iterfind(".//h2") for text in h2.itertext()
    )
    assert headings
    assert not re.search(r"[ก-๙]", headings)
