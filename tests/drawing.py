"""Draw a piece of template as a page would, and read what was drawn."""

from typing import Any

from django.template import engines
from django.test import RequestFactory
from django.utils import translation
from lxml import html

HOSTILE = """<b onclick="x()">&'"</b>"""
"""A text that must never become markup."""


def draw(code: str, *, language: str = "th", path: str = "/", **context: Any) -> str:
    """Draw template code as part of a page asked for at ``path``."""
    request = RequestFactory().get(path)
    with translation.override(language):
        template = engines["django"].from_string("{% load i18n %}" + code)
        return template.render(context, request)


def tree_of(drawn: str) -> html.HtmlElement:
    """Return what was drawn as a tree, inside one element of our own."""
    return html.fragment_fromstring(drawn, create_parent="div")


def text_of(drawn: str) -> str:
    """Return what a reader reads, without the white space between pieces."""
    return " ".join(tree_of(drawn).text_content().split())
