"""What is given back of a form: the texts, never the secrets."""

import pytest
from django.core.exceptions import RequestDataTooBig
from django.test import RequestFactory
from django.urls import resolve
from django.utils import translation

from prongsai.sites.typed import MOST_FIELDS, typed_into
from tests.drawing import HOSTILE


def posted(path="/loans/new/", **data):
    return RequestFactory().post(path, data)


def labels(request) -> list[str]:
    return [field.label for field in typed_into(request)]


@pytest.mark.parametrize(
    "name",
    [
        "csrfmiddlewaretoken", "submission", "version", "next", "page",
        "form-TOTAL_FORMS", "password", "new_password2", "client_secret", "otp",
        "token", "recovery_code", "credential",
    ],
)  # fmt: skip
def test_secrets_and_our_own_fields_are_left_out(name):
    assert labels(posted(**{name: "x", "purpose": "y"})) == ["purpose"]


def test_nothing_of_the_pages_of_sign_in_is_shown():
    assert typed_into(posted("/account/login/", login="alice", note="x")) == []


def test_empty_fields_are_left_out_and_many_values_stand_together():
    request = posted(purpose=HOSTILE, empty="  ", several=["a", "b"])

    assert [(f.label, f.text) for f in typed_into(request)] == [
        ("purpose", HOSTILE),
        ("several", "a\nb"),
    ]


def test_a_page_that_was_only_opened_has_nothing_typed():
    assert typed_into(RequestFactory().get("/loans/?purpose=x")) == []


def test_a_form_that_is_too_large_to_read_is_not_read(settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10

    request = posted(purpose="x" * 100)

    with pytest.raises(RequestDataTooBig):
        request.POST  # noqa: B018  # reading it is what fails
    assert typed_into(request) == []


def test_no_more_than_a_page_of_fields_is_shown():
    request = posted(**{f"f{n}": "x" for n in range(MOST_FIELDS + 50)})

    assert len(typed_into(request)) == MOST_FIELDS


def test_fields_are_called_what_the_tables_call_them():
    request = posted("/staff/office/", name_th="ชื่อ", no_such="x")
    request.resolver_match = resolve("/staff/")
    request.resolver_match.app_names = ["organisations_public"]

    with translation.override("en"):
        assert labels(request) == ["name in Thai", "no such"]


def test_a_field_no_table_has_is_called_as_its_form_calls_it():
    request = posted("/staff/evidence/1/withdraw/", reason="ซ้ำกัน")
    request.resolver_match = resolve("/staff/evidence/1/withdraw/")

    with translation.override("en"):
        [label] = labels(request)

    assert label not in {"reason", ""}
