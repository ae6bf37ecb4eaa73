"""Every question a program may ask, each with its answer."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import Http404
from django.urls import reverse
from ninja import Query, Router, Schema

from prongsai.foundations.organisations.http import OfficeRequest
from prongsai.foundations.publications import contents, queries
from prongsai.foundations.publications.queries import Standing
from prongsai.foundations.search import queries as search
from prongsai.registers.disclosure.queries import public
from prongsai.sites.api import answers, schemas
from prongsai.sites.api.problems import Gone
from prongsai.sites.api.wording import say

Route = TypeVar("Route", bound=Callable[..., Any])

router = Router()

_PROBLEMS = {404: schemas.Problem, 410: schemas.Problem, 422: schemas.Problem}


def _question(path: str, key: str, answer: type[Schema]) -> Callable[[Route], Route]:
    """Let a function answer a question that is named and described in both languages."""
    words = say(key)
    return router.get(
        path,
        response={200: answer, **_PROBLEMS},
        summary=words["en"],
        description=words["th"],
        operation_id=key,
        url_name=key,
    )


@_question("/publications", "publications", schemas.Publications)
def publications(
    request: OfficeRequest, listed: Query[schemas.Listed]
) -> schemas.Publications:
    """List everything published."""
    return answers.publications(request, queries.newest_under(listed.under), listed)


@_question("/publications/{path:address}", "publication", schemas.Publication)
def publication(request: OfficeRequest, address: str) -> schemas.Publication:
    """Return one publication."""
    _find(address, None)
    found = queries.newest_under(address).filter(publication__address=address)
    return answers.publication(found[0], answers.whole(request))


@_question("/versions/{path:address}", "versions", schemas.Versions)
def versions(request: OfficeRequest, address: str) -> schemas.Versions:
    """List the versions of a publication."""
    found = queries.published().filter(address=_fit(address)).first()
    if found is None:
        raise Http404
    at = answers.whole(request)
    return schemas.Versions(
        address=address,
        items=[answers.version_of(one, at) for one in queries.versions_of(found)],
    )


@_question("/documents/{path:address}", "document", schemas.Document)
def document(
    request: OfficeRequest,  # noqa: ARG001  # ninja hands it to every operation
    address: str,
    which: Query[schemas.Which],
) -> schemas.Document:
    """Return a frozen document."""
    version = _find(address, which.version).version
    return schemas.Document(
        version=version.number,
        published=version.published_at,
        digest=schemas.Digest(value=version.digest),
        document=dict(queries.document_of(version)),
    )


@_question("/years", "years", schemas.Years)
def years(request: OfficeRequest) -> schemas.Years:
    """List the years of the assessment."""
    at = answers.whole(request)
    return schemas.Years(
        items=[
            schemas.Year(
                fiscal_year=year, url=at(reverse("disclosure_public:year", args=[year]))
            )
            for year in public.years()
        ]
    )


@_question("/years/{int:fiscal_year}", "year", schemas.Items)
def year(request: OfficeRequest, fiscal_year: int) -> schemas.Items:
    """List the items of a year."""
    found = answers.items(fiscal_year, answers.whole(request))
    if found is None:
        raise Http404
    return found


@_question("/news", "news", schemas.Publications)
def news(request: OfficeRequest, paging: Query[schemas.Paging]) -> schemas.Publications:
    """List the news."""
    return answers.publications(request, queries.newest_under("news/"), paging)


@_question("/people", "people", schemas.Publications)
def people(
    request: OfficeRequest, paging: Query[schemas.Paging]
) -> schemas.Publications:
    """List what is published of people, structure and contact."""
    return answers.publications(request, queries.newest_under("people/"), paging)


@_question("/search", "search", schemas.Hits)
def search_published(
    request: OfficeRequest, asked: Query[schemas.Asked]
) -> schemas.Hits:
    """Search everything published."""
    found = search.find(asked.q, kind=asked.kind, year=asked.year, page=asked.page)
    at = answers.whole(request)
    return schemas.Hits(
        asked=found.asked,
        way=found.way,
        total=found.total,
        counted_all=found.counted_all,
        page=found.page.number if found.page else 1,
        items=[
            schemas.Hit(
                title=row.title,
                url=at(row.url),
                kind=row.kind,
                date=row.on,
                snippet="".join(part.text for part in row.snippet),
            )
            for row in found.rows
        ],
    )


def _find(address: str, number: int | None) -> Standing:
    """Return a version that stands; 404 where there is none, 410 where it was taken back."""
    found = queries.standing(_fit(address), number)
    if found is None:
        raise Http404
    if found.withdrawal:
        reason = {"th": found.withdrawal.reason_th, "en": found.withdrawal.reason_en}
        raise Gone(reason)
    return found


def _fit(address: str) -> str:
    """Return an address that can be one; 404 for any other text."""
    if not contents.ADDRESS.fullmatch(address):
        raise Http404
    return address
