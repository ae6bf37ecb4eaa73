"""Public pages kept in the memory of each process, fresh within a second everywhere.

A page is kept when it says of itself that it is public (``@public_page``), sets no
cookie and holds no form token. It is given to readers without a session who chose the
same language and size of text, for as long as the office's stamp stays (asked of the
database once a second at most) and never longer than ``LONGEST``.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from hashlib import sha256
from threading import Lock
from time import monotonic
from typing import Concatenate, ParamSpec, TypeAlias

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from django.utils.cache import (
    get_conditional_response,
    patch_cache_control,
    patch_vary_headers,
)

from prongsai.foundations.organisations.http import OfficeRequest
from prongsai.foundations.publications.stamps import stamp_of
from prongsai.ui.components.page import SIZE_COOKIE

P = ParamSpec("P")
Key: TypeAlias = tuple[str | bool, ...]

LONGEST = 60.0
"""Seconds a page is kept although nobody said it changed: it may show today's date."""

ASK_EVERY = 1.0
"""Seconds between two questions for the same office's stamp."""

_LONGEST_QUERY = 200
_OK = 200
_ONE_PAGE = 2 * 1024 * 1024
_TOKEN = b"csrfmiddlewaretoken"
_PART = ("HTTP_HX_REQUEST", "HTTP_RANGE")
_CONDITIONS = frozenset(
    {
        "HTTP_IF_MATCH", "HTTP_IF_NONE_MATCH",
        "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_UNMODIFIED_SINCE",
    }
)  # fmt: skip


def public_page(
    view: Callable[Concatenate[OfficeRequest, P], HttpResponse],
) -> Callable[Concatenate[OfficeRequest, P], HttpResponse]:
    """Say that a page is the same for every reader of its language: it may be kept.

    Browsers and proxies may keep it too, and ask each time whether it still holds.
    """

    @wraps(view)
    def answered(
        request: OfficeRequest, /, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        response = view(request, *args, **kwargs)
        patch_cache_control(response, public=True, no_cache=True)
        patch_vary_headers(response, ["Cookie"])
        if response.status_code == _OK and not response.has_header("ETag"):
            digest = sha256(response.content).hexdigest()
            response.headers["ETag"] = f'"{digest[:32]}"'
        found = get_conditional_response(
            request, etag=response.headers.get("ETag"), response=response
        )
        return found if isinstance(found, HttpResponse) else response

    return answered


@dataclass(frozen=True, kw_only=True)
class Page:
    """One kept answer."""

    office: int
    stamp: int
    until: float
    content: bytes
    headers: dict[str, str]

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Return it again, or only that it has not changed."""
        response = HttpResponse(self.content, headers=self.headers)
        if _CONDITIONS.isdisjoint(request.META):
            return response
        found = get_conditional_response(
            request, etag=self.headers.get("ETag"), response=response
        )
        return found if isinstance(found, HttpResponse) else response


@dataclass(kw_only=True)
class Pages:
    """The kept pages of one process, the least used thrown away first."""

    most_bytes: int
    pages: OrderedDict[Key, Page] = field(default_factory=OrderedDict)
    offices: dict[str, int] = field(default_factory=dict)
    stamps: dict[int, tuple[float, int]] = field(default_factory=dict)
    size: int = 0
    lock: Lock = field(default_factory=Lock)

    def get(self, key: Key) -> Page | None:
        """Return a page that still holds."""
        with self.lock:
            page = self.pages.get(key)
            if page is None or page.until < monotonic():
                return None
            self.pages.move_to_end(key)
        return page if page.stamp == self.stamp(page.office) else None

    def put(self, key: Key, page: Page) -> None:
        """Keep a page; make room for it."""
        with self.lock:
            self._drop(key)
            self.pages[key] = page
            self.size += len(page.content)
            while self.size > self.most_bytes:
                self._drop(next(iter(self.pages)))

    def _drop(self, key: Key) -> None:
        page = self.pages.pop(key, None)
        self.size -= len(page.content) if page else 0

    def stamp(self, office: int) -> int:
        """Return an office's stamp as it was at most ``ASK_EVERY`` seconds ago."""
        asked, number = self.stamps.get(office, (float("-inf"), 0))
        now = monotonic()
        if now - asked >= ASK_EVERY:
            # Readers that come while this one asks are content with the old answer.
            self.stamps[office] = (now, number)
            number = stamp_of(office)
            self.stamps[office] = (now, number)
        return number


class PageCache:
    """Answers before everything else with a page that is kept; keeps what may be kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.PAGE_CACHE_BYTES:
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.pages = Pages(most_bytes=settings.PAGE_CACHE_BYTES)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer from memory, or pass on and keep the answer."""
        key = key_of(request)
        if key is None:
            return self.get_response(request)
        page = self.pages.get(key)
        if page is not None:
            return page.answer(request)
        # The stamp is read before the page is made, so that a page made from what was
        # there before a change can never carry the stamp of after it.
        host = str(key[0])
        office = self.pages.offices.get(host)
        stamp = None if office is None else self.pages.stamp(office)
        response = self.get_response(request)
        made_for = getattr(request, "organisation", None)
        if made_for is None or not may_be_kept(response):
            return response
        if stamp is not None and made_for.pk == office:
            self.pages.put(key, _page(response, office=made_for.pk, stamp=stamp))
        self.pages.offices[host] = made_for.pk
        return response


def key_of(request: HttpRequest) -> Key | None:
    """Return what tells one page from another; nothing for requests that pass by."""
    meta, cookies = request.META, request.COOKIES
    query = meta.get("QUERY_STRING", "")
    passes_by = (
        request.method != "GET"
        or len(query) > _LONGEST_QUERY
        or settings.SESSION_COOKIE_NAME in cookies
        or "messages" in cookies
        or any(name in meta for name in _PART)
    )
    if passes_by:
        return None
    return (
        meta.get("HTTP_HOST", ""),
        request.is_secure(),
        request.path,
        query,
        cookies.get(settings.LANGUAGE_COOKIE_NAME, ""),
        cookies.get(SIZE_COOKIE, ""),
    )


def may_be_kept(response: HttpResponse) -> bool:
    """Whether an answer is public, whole, for everyone, and no form."""
    return (
        response.status_code == _OK
        and not response.streaming
        and not response.cookies
        and "public" in response.headers.get("Cache-Control", "")
        and not response.has_header("Content-Encoding")
        and len(response.content) <= _ONE_PAGE
        and _TOKEN not in response.content
    )


def _page(response: HttpResponse, *, office: int, stamp: int) -> Page:
    return Page(
        office=office,
        stamp=stamp,
        until=monotonic() + LONGEST,
        content=response.content,
        headers=dict(response.headers) | {"X-Page-Cache": "hit"},
    )
