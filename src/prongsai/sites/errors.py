"""Turn a refusal into a sentence on a page, so that no view needs a ``try``."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from prongsai.ita.errors import ItaError
from prongsai.ita.words.catalogue import speak


class SpokenErrors:
    """Answers an ``ItaError`` with 409 and the sentence of its code."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        """Answer a deed that came too late, or that the rules refuse."""
        if not isinstance(exception, ItaError):
            return None
        sentence = speak(exception, "en" if get_language() == "en" else "th")
        return render(request, "sites/refused.html", {"sentence": sentence}, status=409)
