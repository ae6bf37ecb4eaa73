"""What a person had typed into a form that could not be taken: kept for them to copy."""

import re
from dataclasses import dataclass

from django.apps import apps
from django.core.exceptions import (
    FieldDoesNotExist,
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import HttpRequest, UnreadablePostError
from django.http.multipartparser import MultiPartParserError

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
    """Return what the tables of the register call a field; its own name otherwise."""
    names = request.resolver_match.app_names if request.resolver_match else []
    label = names[-1].removesuffix("_public") if names else ""
    models = (
        apps.get_app_config(label).get_models() if label in apps.app_configs else []
    )
    for model in models:
        try:
            return str(getattr(model._meta.get_field(name), "verbose_name", name))
        except FieldDoesNotExist:
            continue
    return name.replace("_", " ")
