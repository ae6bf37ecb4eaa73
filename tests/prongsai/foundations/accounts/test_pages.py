"""A page with one form comes back with its words, and with 422 when it is wrong."""

from typing import Any

import pytest
from django import forms
from django.test import RequestFactory

from prongsai.foundations.accounts.pages import FormPage, form_page
from tests.cast import make_user
from tests.drawing import tree_of

pytestmark = pytest.mark.django_db


class Note(forms.Form):
    text = forms.CharField()


@pytest.fixture
def ask():
    """Draw a page with a form for somebody of the office."""
    request: Any = RequestFactory().get("/staff/note/")
    request.user = make_user()
    request.organisation = request.user.organisation

    def drawn(form, **words):
        page = FormPage(title="A note", submit="Keep it", back="/b/", trail=[], **words)
        return form_page(request, form, page)

    return drawn


def test_a_form_is_drawn_with_its_words_and_the_way_back(ask):
    answer = ask(Note(), lead="About a thing")

    tree = tree_of(answer.content.decode().partition("<main")[2])
    text = " ".join(tree.text_content().split())
    assert answer.status_code == 200
    assert all(word in text for word in ("A note", "About a thing", "Keep it"))
    assert "/b/" in [link.get("href") for link in tree.iter("a")]


def test_a_form_with_errors_is_unprocessable(ask):
    assert ask(Note({"text": ""})).status_code == 422


def test_another_template_may_draw_it(ask):
    answer = ask(Note(), template="ui/components/empty.html")

    assert b"<main" not in answer.content
