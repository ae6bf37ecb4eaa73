"""What every form of the house does by itself."""

import re
import uuid
from typing import Any

import pytest
from django import forms
from django.db import models
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from prongsai.foundations.organisations.models import Closure, Organisation
from prongsai.foundations.records.versions import Versioned
from prongsai.ui.fields import (
    CitizenIdField,
    PhoneField,
    ThaiDateField,
    ThaiDecimalField,
    ThaiIntegerField,
)
from prongsai.ui.forms import (
    LONGEST_TEXT,
    Form,
    ModelForm,
    problems_of,
    read_submission,
    thai_field,
)


class Request(Form):
    name = forms.CharField(label="Name", max_length=10, help_text="As on the card.")
    story = forms.CharField(label="Story", widget=forms.Textarea, required=False)
    day = ThaiDateField(label="Day")
    kind = forms.ChoiceField(
        label="Kind", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect
    )
    email = forms.EmailField(label="E-mail", required=False)
    phone = PhoneField(label="Telephone", required=False)
    card = CitizenIdField(label="Card", required=False)

    autocomplete = {"name": "name"}


class ClosureForm(ModelForm):
    class Meta:
        model = Closure
        fields = ["day", "reason_th"]


class Row:
    """Stands for a row with a version."""

    pk, version = 7, 3


GOOD = {"name": "สมมติ", "day": "8 ต.ค. 2568", "kind": "a"}


def drawn(form):
    context = Context({"form": form, "request": RequestFactory().get("/")})
    return Template("{% form form submit='Send' %}").render(context)


def errors(**sent):
    form = Request(GOOD | sent)
    assert not form.is_valid()
    return {
        name: [e.code for e in found] for name, found in form.errors.as_data().items()
    }


def test_a_form_filled_in_well_is_clean():
    form = Request(GOOD | {"card": "๑๒๓๔๕๖๗๘๙๐๑๒๑"})

    assert form.is_valid()
    assert form.cleaned_data["card"] == "1234567890121"
    assert "submission" not in form.cleaned_data


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ({"name": ""}, "required"),
        ({"name": "  "}, "required"),
        ({"name": "\u200b\u200b"}, "required"),
        ({"name": "ก" * 11}, "max_length"),
        ({"name": "ก\x00"}, "null_characters_not_allowed"),
        ({"name": "ก\x1bข"}, "control_characters"),
    ],
)
def test_a_text_that_cannot_be_kept_is_refused(sent, code):
    assert code in errors(**sent)["name"]


def test_a_text_without_a_limit_of_its_own_has_one():
    assert errors(story="ก" * (LONGEST_TEXT + 1)) == {"story": ["max_length"]}
    assert Request(GOOD | {"story": "ก\r\nข\t"}).is_valid()


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_refusal_is_a_sentence_in_both_languages(language):
    with translation.override(language):
        form = Request({"name": "ก" * 11, "kind": "c", "email": "x", "phone": "1"})
        found = {p.label: p.text for p in problems_of(form)}

    assert set(found) == {"Name", "Day", "Kind", "E-mail", "Telephone"}
    thai = re.compile("[ก-ฮ]")
    for text in found.values():
        assert language == "en" or thai.search(text), text
    assert "11" in found["Name"]
    assert "10" in found["Name"]


def test_sentences_a_form_sets_itself_are_kept():
    class Own(Form):
        name = forms.CharField(error_messages={"required": "Who?"})

    assert [p.text for p in problems_of(Own({}))] == ["Who?"]


def test_problems_lead_to_their_fields():
    found = {p.label: p.target for p in problems_of(Request({}))}

    assert found["Name"] == "id_name"
    assert found["Kind"] == "id_kind_0"


def test_an_unsent_form_has_a_fresh_number_and_a_sent_one_keeps_its():
    first, second = Request(), Request()
    again = Request({"submission": first.submission})

    assert first.submission == first.submission
    assert first.submission != second.submission
    assert again.submission == first.submission


@pytest.mark.parametrize("rubbish", ["", "x", "1" * 5000, "{}", "\x00"])
def test_a_number_that_is_none_is_replaced(rubbish):
    form = Request({"submission": rubbish})

    assert read_submission({"submission": rubbish}) is None
    assert str(uuid.UUID(form.submission)) == form.submission


def test_a_form_carries_the_version_it_showed():
    assert Request(instance=Row()).version == 3
    assert Request({"version": "2"}, instance=Row()).expected_version == 2
    assert Request({"version": "2"}, instance=Row()).version == 2
    assert Request().version is None


@pytest.mark.parametrize("rubbish", ["", "x", "-1", "๓", "9" * 30, "3.0"])
def test_a_version_that_is_none_fits_no_row(rubbish):
    form = Request({"version": rubbish}, instance=Row())

    assert form.expected_version == 0


def test_a_form_is_drawn_with_everything_a_reader_needs():
    page = drawn(Request())

    assert '<label for="id_name">Name' in page
    assert 'id="id_name_helptext"' in page
    assert 'aria-describedby="id_name_helptext"' in page
    assert 'autocomplete="name"' in page
    assert 'autocomplete="email"' in page
    assert 'autocomplete="tel"' in page
    assert 'maxlength="10"' in page
    assert "<fieldset" in page
    assert "<legend>Kind" in page


def test_a_form_with_errors_is_drawn_with_links_to_them():
    form = Request({"name": "ก" * 11, "submission": str(uuid.uuid4())})
    page = drawn(form)

    assert 'href="#id_name"' in page
    assert 'href="#id_kind_0"' in page
    assert 'aria-invalid="true"' in page
    assert 'aria-describedby="id_name_helptext id_name_error"' in page
    assert 'id="id_name_error"' in page
    assert f'name="submission" value="{form.submission}"' in page


def test_lines_of_a_form_are_drawn_one_under_the_other():
    lines = forms.formset_factory(Request, extra=2)(prefix="lines")

    page = lines.render()

    assert page.count('<fieldset class="lines">') == 2
    assert 'name="lines-TOTAL_FORMS"' in page
    assert 'for="id_lines-1-name"' in page


def test_what_was_typed_is_escaped():
    page = drawn(Request({"name": '"><script>'}))

    assert "<script>" not in page


def test_the_columns_of_a_row_take_thai_days_and_digits():
    fields: dict[models.Field[Any, Any], type] = {
        models.DateField(): ThaiDateField,
        models.PositiveSmallIntegerField(): ThaiIntegerField,
        models.DecimalField(max_digits=5, decimal_places=2): ThaiDecimalField,
        models.DateTimeField(): forms.DateTimeField,
        models.CharField(max_length=5): forms.CharField,
    }

    assert [type(thai_field(column)) for column in fields] == list(fields.values())


def test_a_column_with_choices_stays_a_choice():
    column = models.IntegerField(choices=[(1, "one")])

    assert isinstance(thai_field(column), forms.TypedChoiceField)


def test_a_model_form_reads_a_thai_day():
    form = ClosureForm({"day": "๑๖ เม.ย. ๒๕๖๙", "reason_th": "ประเพณีท้องถิ่น"})

    form.full_clean()

    assert str(form.cleaned_data["day"]) == "2026-04-16"


def test_a_model_form_bounds_a_decimal_as_its_column_does():
    class Place(ModelForm):
        class Meta:
            model = Organisation
            fields = ["latitude"]

    form = Place({"latitude": "๑๓.๑๒๓๔๕๖๗"})

    assert "latitude" in form.errors


def test_versioned_rows_start_with_the_first_version():
    assert Versioned._meta.get_field("version").default == 1


@given(
    name=st.text(max_size=30), story=st.text(), day=st.text(max_size=20), kind=st.text()
)
def test_any_form_sent_is_clean_or_refused_in_words(name, story, day, kind):
    form = Request({"name": name, "story": story, "day": day, "kind": kind})

    assert form.is_valid() or all(p.text for p in problems_of(form))
    assert drawn(form)
