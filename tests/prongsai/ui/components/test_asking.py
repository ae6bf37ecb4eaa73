"""Forms: errors on top and beside, and the hidden fields nobody may forget."""

from types import SimpleNamespace

import pytest
from django import forms

from prongsai.ui.forms import Form
from tests.drawing import HOSTILE, draw, text_of, tree_of


class Asking(Form):
    purpose = forms.CharField(label=HOSTILE)
    photo = forms.FileField(label="Photo", required=False)
    kept = forms.CharField(widget=forms.HiddenInput, required=False)


class Plain(forms.Form):
    name = forms.CharField(label="Name")


def hidden(tree) -> dict[str, str]:
    return {
        f.get("name"): f.get("value") for f in tree.findall(".//input[@type='hidden']")
    }


def test_form_carries_token_submission_and_its_own_hidden_fields():
    tree = tree_of(draw("{% form form %}", form=Asking(initial={"kept": HOSTILE})))

    fields = hidden(tree)
    assert set(fields) == {"csrfmiddlewaretoken", "submission", "kept"}
    assert fields["kept"] == HOSTILE


def test_form_with_files_can_send_them():
    tree = tree_of(draw("{% form form %}", form=Asking()))

    assert tree.find(".//form").get("enctype") == "multipart/form-data"
    assert tree.find(".//form").get("method") == "post"


def test_form_about_a_row_carries_the_version_its_reader_sees():
    row = SimpleNamespace(pk=1, version=7)
    fresh = draw("{% form form %}", form=Asking(instance=row))
    again = draw("{% form form %}", form=Asking({"version": "6"}, instance=row))

    assert hidden(tree_of(fresh))["version"] == "7"
    assert hidden(tree_of(again))["version"] == "6"


def test_errors_are_summed_up_and_lead_to_their_fields():
    tree = tree_of(draw("{% form form %}", form=Asking({}), language="en"))

    summary = tree.find(".//div[@id='errors']")
    (link,) = summary.iter("a")
    assert "One thing has to be put right" in summary.text_content()
    assert link.text_content() == HOSTILE
    assert tree.find(f".//*[@id='{link.get('href')[1:]}']").get("name") == "purpose"
    assert summary.get("role") == "alert"


def test_a_form_nobody_sent_has_no_errors():
    tree = tree_of(draw("{% form form %}", form=Asking()))

    assert tree.find(".//div[@id='errors']") is None


@pytest.mark.parametrize(("language", "word"), [("th", "บันทึก"), ("en", "Save")])
def test_form_has_a_button_and_a_way_out(language, word):
    drawn = draw('{% form form back="/loans/" %}', language=language, form=Plain())

    assert word in text_of(drawn)
    assert tree_of(drawn).find(".//a").get("href") == "/loans/"


def test_a_form_can_leave_nothing_behind_in_the_browser():
    kept = tree_of(draw("{% form form %}", form=Plain())).find(".//form")
    secret = tree_of(draw("{% form form draft=False %}", form=Plain())).find(".//form")

    assert kept.get("data-draft") is not None
    assert secret.get("data-draft") is None


def test_a_form_written_by_hand_carries_the_same_fields():
    tree = tree_of(draw("{% hidden_fields %}{% field form.name %}", form=Plain()))

    assert set(hidden(tree)) == {"csrfmiddlewaretoken", "submission"}
    assert tree.find(".//label").get("for") == tree.find(".//input[@name='name']").get(
        "id"
    )


def test_a_summary_can_stand_alone():
    drawn = draw("{% error_summary form %}", form=Plain({}), language="en")

    assert "Name" in text_of(drawn)
