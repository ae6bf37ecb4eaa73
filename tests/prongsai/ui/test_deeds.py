"""What somebody may do is drawn as a link, or as a form that may ask first."""

from prongsai.ui.deeds import Deed
from tests.drawing import draw, text_of, tree_of

CODE = '{% include "ui/deeds.html" %}'


def test_a_deed_is_a_link_unless_it_is_done_at_once():
    page = Deed(label="Edit", href="/edit/", kind="quiet")
    at_once = Deed(label="Close", href="/close/", is_post=True)

    drawn = draw(CODE, deeds=[page, at_once])

    assert [link.get("href") for link in tree_of(drawn).iter("a")] == ["/edit/"]
    assert [form.get("action") for form in tree_of(drawn).iter("form")] == ["/close/"]


def test_a_deed_that_cannot_be_undone_asks_first():
    asks = Deed(label="Remove", href="/away/", is_post=True, confirm="Really?")

    assert "Really?" in text_of(draw(CODE, deeds=[asks]))


def test_nothing_to_do_draws_nothing():
    assert text_of(draw(CODE, deeds=[])) == ""
