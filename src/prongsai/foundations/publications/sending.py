"""A published file as an answer: saved under its name, the same bytes for everyone."""

from typing import Any

from django.core.files.base import File
from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.utils.cache import get_conditional_response

from prongsai.foundations.files.answering import POLICY
from prongsai.foundations.publications.models import PublishedFile


def answer(file: PublishedFile, content: File[Any]) -> FileResponse:
    """Send the bytes to be saved; whoever keeps them asks again whether they hold."""
    response = FileResponse(
        content,
        as_attachment=True,
        filename=file.name,
        content_type=file.content_type,
    )
    response.headers["Content-Length"] = str(file.size)
    _guard(response, file)
    return response


def unchanged(request: HttpRequest, file: PublishedFile) -> HttpResponseBase | None:
    """Answer 304 when the reader has these very bytes already."""
    found = get_conditional_response(request, etag=_tag(file))
    if found is not None:
        _guard(found, file)
    return found


def _guard(response: HttpResponseBase, file: PublishedFile) -> None:
    headers = response.headers
    headers["Content-Security-Policy"] = POLICY
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Cache-Control"] = "public, no-cache"
    headers["Access-Control-Allow-Origin"] = "*"
    headers["ETag"] = _tag(file)


def _tag(file: PublishedFile) -> str:
    return f'"{file.sha256}"'
