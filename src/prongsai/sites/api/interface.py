"""The interface itself: its version, its routes, how each answer is kept and shared."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse
from ninja import NinjaAPI
from ninja.renderers import JSONRenderer

from prongsai.foundations.organisations.http import OfficeRequest
from prongsai.foundations.publications.page_cache import public_page
from prongsai.sites.api import problems
from prongsai.sites.api.routes import router
from prongsai.sites.api.wording import say


class Readable(JSONRenderer):
    """Writes Thai as Thai: half the bytes, and people read it too."""

    json_dumps_params = {"ensure_ascii": False}


PREFIX = "/api/v1/"

View = Callable[..., HttpResponse]


def shared(view: View) -> View:
    """Keep an answer like any public page, and let pages of others read it."""

    @wraps(view)
    def answered(request: OfficeRequest, *args: Any, **kwargs: Any) -> HttpResponse:  # noqa: ANN401  # Django's
        response = view(request, *args, **kwargs)
        response.headers["Access-Control-Allow-Origin"] = "*"
        return response

    return public_page(answered)


def _made() -> NinjaAPI:
    made = NinjaAPI(
        title=say("title")["en"],
        version="1",
        description=f"{say('about')['en']}\n\n{say('about')['th']}",
        openapi_url=None,  # ours is kept and shared like every other answer
        docs_url=None,  # ninja's pages ask another company's servers for their scripts
        urls_namespace="v1",
        renderer=Readable(),
    )
    problems.handle(made)
    made.add_decorator(shared, mode="view")
    made.add_router("", router)
    return made


api = _made()


def described() -> dict[str, Any]:
    """Return the OpenAPI description."""
    return dict(api.get_openapi_schema(path_prefix=PREFIX))
