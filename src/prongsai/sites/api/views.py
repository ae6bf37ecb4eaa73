"""The description of the interface: for programs as OpenAPI, for people as a page."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.foundations.organisations.http import OfficeRequest
from prongsai.foundations.publications.page_cache import public_page
from prongsai.sites.api import problems
from prongsai.sites.api.interface import described, shared
from prongsai.sites.api.wording import knows, say
from prongsai.ui.writing import in_english


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """A parameter of an operation, in the language of the reader."""

    name: str
    text: str
    required: bool


@dataclass(frozen=True, kw_only=True)
class Operation:
    """An operation; ``example`` is empty where it needs an address first."""

    path: str
    summary: str
    parameters: list[Parameter]
    example: str


@require_safe
@shared
def openapi(request: OfficeRequest) -> HttpResponse:
    return JsonResponse(described(), json_dumps_params={"ensure_ascii": False})


@require_safe
@public_page
def page(request: OfficeRequest) -> HttpResponse:
    operations = [
        _operation(path, methods["get"])
        for path, methods in described()["paths"].items()
    ]
    context = {"operations": operations, "about": _said("about")}
    return render(request, "sites/api/page.html", context)


def nowhere(request: HttpRequest, rest: str) -> HttpResponse:
    return problems.not_found()


def _operation(path: str, found: dict[str, Any]) -> Operation:
    parameters = [
        Parameter(
            name=one["name"],
            text=_said(f"parameter-{one['name']}"),
            required=bool(one.get("required")),
        )
        for one in found.get("parameters", [])
    ]
    asks = any(one.required for one in parameters)
    return Operation(
        path=path,
        summary=_said(found["operationId"]),
        parameters=parameters,
        example="" if asks else path,
    )


def _said(key: str) -> str:
    return say(key)["en" if in_english() else "th"] if knows(key) else ""
