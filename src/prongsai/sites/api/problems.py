"""What went wrong, as JSON a program reads and a sentence its owner understands."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError

from prongsai.sites.api.schemas import Problem, Unfit, Words
from prongsai.sites.api.wording import say

TYPE = "application/problem+json"


class Gone(Exception):
    """What was asked for was taken back; the reason in both languages."""

    def __init__(self, reason: dict[str, str]) -> None:
        self.reason = reason
        super().__init__(reason["en"])


def handle(api: NinjaAPI) -> None:
    """Tell the interface how to answer what it cannot answer otherwise."""
    api.add_exception_handler(Http404, _not_found)
    api.add_exception_handler(Gone, _gone)
    api.add_exception_handler(ValidationError, _unfit)


def problem(
    status: HTTPStatus, sentence: dict[str, str], errors: list[Unfit] | None = None
) -> HttpResponse:
    """Return a problem as an answer."""
    found = Problem(
        title=status.phrase,
        status=status.value,
        detail=sentence["en"],
        sentence=Words(**sentence),
        errors=errors or [],
    )
    return JsonResponse(
        found.model_dump(),
        status=status.value,
        content_type=TYPE,
        json_dumps_params={"ensure_ascii": False},
    )


def not_found() -> HttpResponse:
    """Answer an address that leads nowhere."""
    return problem(HTTPStatus.NOT_FOUND, say("not-found"))


def _not_found(request: HttpRequest, error: object) -> HttpResponse:  # noqa: ARG001  # ninja's
    return not_found()


def _gone(request: HttpRequest, error: object) -> HttpResponse:  # noqa: ARG001  # ninja's
    reason = error.reason if isinstance(error, Gone) else {"th": "", "en": ""}
    return problem(HTTPStatus.GONE, say("gone", reason=reason))


def _unfit(request: HttpRequest, error: object) -> HttpResponse:  # noqa: ARG001  # ninja's
    found = error.errors if isinstance(error, ValidationError) else []
    errors = [
        Unfit(parameter=str(one["loc"][-1]), problem=str(one["msg"])) for one in found
    ]
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, say("unfit"), errors)
