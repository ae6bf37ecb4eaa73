"""What is published, for anyone, without a session: pages, data, versions, proof."""

from http import HTTPStatus

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from prongsai.foundations.files.actions.opening import bytes_of
from prongsai.foundations.organisations.http import OfficeRequest
from prongsai.foundations.publications import (
    contents,
    queries,
    sending,
    tabular,
    templates,
)
from prongsai.foundations.publications.page_cache import public_page
from prongsai.foundations.publications.queries import Standing
from prongsai.ita.thai.digits import to_arabic
from prongsai.ui.exporting import CSV_TYPE, XLSX_TYPE
from prongsai.ui.writing import in_english

_DIGEST = 64
_PER_PAGE = 50


@require_safe
@public_page
def index(request: OfficeRequest) -> HttpResponse:
    pages = Paginator(queries.standing_rows(), _PER_PAGE)
    context = {"page": pages.get_page(request.GET.get("page"))}
    return render(request, "publications/public/index.html", context)


@require_safe
@public_page
def page(
    request: OfficeRequest, address: str, *, number: int | None = None
) -> HttpResponse:
    found = _find(address, number)
    if found.withdrawal:
        return _gone(request, found)
    version = found.version
    context = {
        "standing": found,
        "version": version,
        "publication": version.publication,
        "content": version.content,
        "tables": contents.tables_of(version.content, _language()),
        "address": _address_of(found, number),
        "files": queries.files_of(version),
        "description": contents.summary_of(version.content, _language()),
    }
    return render(request, templates.allowed(version.template), context)


@require_safe
@public_page
def versions(request: OfficeRequest, address: str) -> HttpResponse:
    publication = get_object_or_404(queries.published(), address=address)
    context = {
        "publication": publication,
        "standings": queries.versions_of(publication),
    }
    return render(request, "publications/public/versions.html", context)


@require_safe
@public_page
def data(
    request: OfficeRequest, address: str, *, number: int | None = None
) -> HttpResponse:
    found = _find(address, number)
    if found.withdrawal:
        return _gone(request, found)
    version = found.version
    answer = {
        "version": version.number,
        "published_at": version.published_at.isoformat(),
        "digest": {"algorithm": "sha256", "value": version.digest},
        "document": queries.document_of(version),
    }
    response = JsonResponse(answer, json_dumps_params={"ensure_ascii": False})
    response.headers["ETag"] = f'"{version.digest}-{version.number}"'
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


@require_safe
@public_page
def document(
    request: OfficeRequest, address: str, *, number: int | None = None
) -> HttpResponse:
    found = _find(address, number)
    if found.withdrawal:
        return _gone(request, found)
    content = contents.canonical(queries.document_of(found.version))
    name = f"{address.replace('/', '-')}-v{found.version.number}.json"
    response = HttpResponse(content, content_type="application/json")
    return _saved(response, name, tag=f"{found.version.digest}-document")


@require_safe
@public_page
def table(
    request: OfficeRequest, address: str, table: str, *, number: int | None = None
) -> HttpResponse:
    found = _find(address, number)
    if found.withdrawal:
        return _gone(request, found)
    wanted = _table(found, table)
    name = f"{address.replace('/', '-')}-{table}-v{found.version.number}.csv"
    response = HttpResponse(tabular.csv_of(wanted), content_type=CSV_TYPE)
    tag = f"{found.version.digest}-{table}-{_language()}"
    return _saved(response, name, tag=tag)


@require_safe
@public_page
def sheet(
    request: OfficeRequest, address: str, table: str, *, number: int | None = None
) -> HttpResponse:
    found = _find(address, number)
    if found.withdrawal:
        return _gone(request, found)
    version = found.version
    workbook = tabular.xlsx_of([_table(found, table)], made_at=version.published_at)
    name = f"{address.replace('/', '-')}-{table}-v{version.number}.xlsx"
    response = HttpResponse(workbook, content_type=XLSX_TYPE)
    return _saved(response, name, tag=f"{version.digest}-{table}-x-{_language()}")


@require_safe
def file(
    request: OfficeRequest, address: str, name: str, *, number: int | None = None
) -> HttpResponseBase:
    found = _find(address, number)
    if found.withdrawal:
        return _gone(request, found)
    wanted = queries.file_of(found.version, name)
    if wanted is None:
        raise Http404
    if known := sending.unchanged(request, wanted):
        return known
    return sending.answer(wanted, bytes_of(wanted.stored))


@require_safe
@public_page
def verify(request: OfficeRequest, digest: str = "") -> HttpResponse:
    asked = to_arabic(request.GET.get("digest", "")).strip().lower()
    if asked and asked.isalnum() and len(asked) <= _DIGEST:
        return redirect("publications_public:verified", digest=asked)
    wanted = digest.lower()
    context = {
        "digest": wanted,
        "is_digest": len(wanted) == _DIGEST,
        "mistyped": asked,
        "standings": queries.with_digest(wanted) if wanted else [],
        "files": queries.files_with_digest(wanted) if wanted else [],
    }
    is_unknown = bool(wanted) and not (context["standings"] or context["files"])
    status = HTTPStatus.NOT_FOUND if is_unknown else HTTPStatus.OK
    return render(request, "publications/public/verify.html", context, status=status)


def _find(address: str, number: int | None) -> Standing:
    found = queries.standing(address, number)
    if found is None:
        raise Http404
    return found


def _table(found: Standing, key: str) -> contents.Table:
    tables = contents.tables_of(found.version.content, _language())
    wanted = next((one for one in tables if one.key == key), None)
    if wanted is None:
        raise Http404
    return wanted


def _saved(response: HttpResponse, name: str, *, tag: str) -> HttpResponse:
    """Send a file to be saved, from whatever page a script asks for it."""
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["ETag"] = f'"{tag}"'
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def _gone(request: OfficeRequest, standing: Standing) -> HttpResponse:
    context = {"standing": standing, "publication": standing.version.publication}
    return render(
        request, "publications/public/withdrawn.html", context, status=HTTPStatus.GONE
    )


def _address_of(found: Standing, number: int | None) -> str:
    """Return where its data stand beside it: the version's own, or the newest's."""
    bare = found.version.publication.get_absolute_url().rstrip("/")
    return bare if number is None else f"{bare}/v{number}"


def _language() -> str:
    return "en" if in_english() else "th"
