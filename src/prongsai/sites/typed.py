"""What a person had typed into a form that could not be taken: kept for them to copy."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import AppConfig, apps
from django.core.exceptions import (
    FieldDoesNotExist,
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import HttpRequest, UnreadablePostError
from django.http.multipartparser import MultiPartParserError

from prongsai.ui.forms import Form, ModelForm

MOST_FIELDS = 200

_MACHINERY = re.compile(
    r"csrf|^submission$|^version$|_FORMS$|^next$|^page$|^staged", re.IGNORECASE
)
_SECRET = re.compile(r"passw|secret|token|otp|recovery|credential", re.IGNORECASE)
_UNREADABLE = (
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
    UnreadablePostError,
    MultiPartParserError,
)


@dataclass(frozen=True, kw_only=True)
class Typed:
    """One field: what it is called and what stood in it."""

    label: str
    text: str


def typed_into(request: HttpRequest) -> list[Typed]:
    """Return the texts of a posted form, without secrets and without our own fields.

    Nothing is shown of the pages of sign-in, and nothing where the form cannot be read.
    """
    if request.method != "POST" or request.path.startswith("/account/"):
        return []
    try:
        fields = list(request.POST.lists())[:MOST_FIELDS]
    except _UNREADABLE:
        return []
    return [
        Typed(label=_label_of(request, name), text="\n".join(texts))
        for name, values in fields
        if not _MACHINERY.search(name) and not _SECRET.search(name)
        if (texts := [str(value) for value in values if str(value).strip()])
    ]


def _label_of(request: HttpRequest, name: str) -> str:
    """Return what the register calls a field, in a table or a form; else its own name."""
    app = _app_of(request)
    for model in app.get_models() if app else ():
        try:
            return str(getattr(model._meta.get_field(name), "verbose_name", name))
        except FieldDoesNotExist:
            continue
    return (app and _label_in_forms(app, name)) or name.replace("_", " ")


def _app_of(request: HttpRequest) -> AppConfig | None:
    """Return the application of the page: by the name of its addresses, or by its view."""
    match = request.resolver_match
    names = match.app_names if match else []
    label = names[-1].removesuffix("_public") if names else ""
    if label in apps.app_configs:
        return apps.get_app_config(label)
    return apps.get_containing_app_config(match.func.__module__) if match else None


def _label_in_forms(app: AppConfig, name: str) -> str:
    """Return what a form of the application calls a field; nothing when none has it."""
    for form in _forms():
        field = form.base_fields.get(name)
        is_theirs = form.__module__.startswith(f"{app.name}.")
        if is_theirs and field is not None and field.label:
            return str(field.label)
    return ""


def _forms() -> Iterator[type[Form] | type[ModelForm]]:
    """Return every kind of form that pages use."""
    waiting: list[type[Form] | type[ModelForm]] = [Form, ModelForm]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += one.__subclasses__()
