"""What stands around every page."""

from types import SimpleNamespace

import pytest
from django.template import engines
from django.test import RequestFactory

from tests.drawing import HOSTILE, draw, tree_of


def draw_for(code: str, **request_facts: object) -> str:
    request = RequestFactory().get("/loans/?q=1")
    vars(request).update(request_facts)
    return engines["django"].from_string(code).render({}, request)


def test_the_colour_is_that_of_the_office():
    office = SimpleNamespace(colour="#aa3366")

    assert draw_for("{% theme_colour %}", organisation=office) == "aa3366"


@pytest.mark.parametrize("colour", ["", HOSTILE, "red", "#12345"])
def test_a_colour_that_is_none_is_the_default(colour):
    office = SimpleNamespace(colour=colour)

    assert draw_for("{% theme_colour %}", organisation=office) == "0b5563"
    assert draw_for("{% theme_colour %}") == "0b5563"


@pytest.mark.parametrize(
    ("cookie", "size"), [("3", "3"), ("9", "1"), (HOSTILE, "1"), ("", "1")]
)
def test_the_size_is_what_the_reader_chose(cookie, size):
    assert draw_for("{% chosen_size %}", COOKIES={"text_size": cookie}) == size


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_language_in_use_is_pressed(language):
    tree = tree_of(draw("{% language_switch %}", language=language, path="/a/?b=1&c=2"))

    pressed = tree.findall(".//button[@aria-pressed='true']")
    assert [button.get("value") for button in pressed] == [language]
    assert [button.get("lang") for button in tree.iter("button")] == ["th", "en"]
    assert tree.find(".//input[@name='next']").get("value") == "/a/?b=1&c=2"


def test_sizes_are_told_in_words():
    tree = tree_of(draw("{% text_size %}", language="en"))

    words = [b.find("*[@class='unseen']").text_content() for b in tree.iter("button")]
    assert words == ["Normal text", "Larger text", "Largest text"]


def test_the_way_back_ends_at_this_page():
    trail = [(HOSTILE, "/a/?x=1&y=2"), ("here", "/here/")]
    tree = tree_of(draw("{% breadcrumbs trail %}", trail=trail))

    (link,) = tree.iter("a")
    assert (link.text_content(), link.get("href")) == (HOSTILE, "/a/?x=1&y=2")
    assert tree.find(".//*[@aria-current='page']").text_content() == "here"


def test_a_page_without_a_way_back_has_none():
    assert draw("{% breadcrumbs trail %}").strip() == ""
