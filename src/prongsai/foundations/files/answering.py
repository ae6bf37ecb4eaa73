"""A file as an answer: a name nobody can break out of, and no rights in the browser."""

from datetime import timedelta
from typing import Any

from django.core.files.base import File
from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.utils.cache import get_conditional_response

from prongsai.foundations.files.models import Part, StoredFile

INLINE = frozenset({"image/jpeg", "image/png", "image/webp"})
"""What a browser may show in place: pictures that were decoded when they came in."""

POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'"
PUBLIC_FOR = timedelta(hours=1)


def answer(file: StoredFile, content: File[Any]) -> FileResponse:
    """Send the bytes; only pictures are shown in place, all else is saved."""
    response = FileResponse(
        content,
        as_attachment=file.content_type not in INLINE,
        filename=file.name,
        content_type=_type_of(file),
    )
    _guard(response, file)
    return response


def unchanged(request: HttpRequest, file: StoredFile) -> HttpResponseBase | None:
    """Answer 304 when the browser has these very bytes already."""
    if file.holds_personal_data:
        return None
    found = get_conditional_response(request, etag=_tag(file))
    if found is not None:
        _guard(found, file)
    return found


def _guard(response: HttpResponseBase, file: StoredFile) -> None:
    headers = response.headers
    headers["Content-Security-Policy"] = POLICY
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
    headers["Cache-Control"] = _caching(file)
    if not file.holds_personal_data:
        headers["ETag"] = _tag(file)


def _caching(file: StoredFile) -> str:
    if file.part == Part.PUBLIC:
        return f"public, max-age={int(PUBLIC_FOR.total_seconds())}"
    return "private, no-store" if file.holds_personal_data else "private, no-cache"


def _tag(file: StoredFile) -> str:
    return f'"{file.sha256}"'


def _type_of(file: StoredFile) -> str:
    """Text goes as bytes: which of two encodings it has is for the reader's program."""
    if file.content_type.startswith("text/"):
        return "application/octet-stream"
    return file.content_type
