"""Buttons say what they do, and a deed is always a form."""

import pytest

from tests.drawing import HOSTILE, draw, text_of, tree_of


def test_button_is_a_link():
    (link,) = tree_of(draw('{% button "Go" href="/there/?a=1&b=2" kind="quiet" %}'))

    assert link.tag == "a"
    assert link.get("href") == "/there/?a=1&b=2"
    assert link.get("class") == "button quiet"


def test_button_without_an_address_cannot_be_pressed():
    (button,) = tree_of(draw('{% button "Go" %}'))

    assert button.tag == "button"
    assert button.get("disabled") is not None
    assert button.get("type") == "button"


def test_submit_sends_its_name_and_value():
    code = '{% submit "Keep" kind="secondary" name="keep" value=value %}'
    (button,) = tree_of(draw(code, value=HOSTILE))

    assert button.get("type") == "submit"
    assert (button.get("name"), button.get("value")) == ("keep", HOSTILE)


@pytest.mark.parametrize(
    "code",
    ["{% button x href=x icon=x %}", "{% submit x name=x value=x %}", "{% post x x %}"],
)
def test_a_hostile_label_stays_text(code):
    drawn = draw(code, x=HOSTILE)

    assert not tree_of(drawn).findall(".//b")
    assert HOSTILE in tree_of(drawn).text_content()


def test_post_is_a_form_with_token_and_submission():
    (form,) = tree_of(draw('{% post "/do/" "Do it" kind="danger" %}'))

    names = {field.get("name"): field.get("value") for field in form.iter("input")}
    assert (form.tag, form.get("method"), form.get("action")) == (
        "form",
        "post",
        "/do/",
    )
    assert set(names) == {"csrfmiddlewaretoken", "submission"}
    assert all(names.values())


def test_every_post_has_a_submission_of_its_own():
    tree = tree_of(draw('{% post "/do/" "Do" %}{% post "/do/" "Do" %}'))

    first, second = tree.findall(".//input[@name='submission']")
    assert first.get("value") != second.get("value")


def test_post_carries_other_names_as_hidden_fields():
    tree = tree_of(draw('{% post "/do/" "Do" version=3 reason=why %}', why=HOSTILE))

    assert tree.find(".//input[@name='version']").get("value") == "3"
    assert tree.find(".//input[@name='reason']").get("value") == HOSTILE


def test_post_with_a_question_asks_before_it_sends():
    tree = tree_of(draw('{% post "/do/" "Do" confirm=question %}', question=HOSTILE))

    opener = tree.find(".//a[@data-opens]")
    dialog = tree.find(".//dialog")
    assert opener.get("href") == f"#{dialog.get('id')}"
    assert dialog.find(".//form[@method='post']") is not None
    assert tree.find(".//form") is dialog.find(".//form")
    assert HOSTILE in dialog.text_content()
    assert dialog.get("aria-labelledby") == dialog.find(".//h2").get("id")


@pytest.mark.parametrize(("language", "word"), [("th", "ยกเลิก"), ("en", "Cancel")])
def test_the_way_out_of_a_question_is_in_the_language_of_the_page(language, word):
    drawn = draw('{% post "/do/" "Do" confirm="?" %}', language=language)

    assert text_of(drawn).endswith(word)
