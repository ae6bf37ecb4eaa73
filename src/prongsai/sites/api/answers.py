"""Published rows as the answers of the interface, with whole addresses."""

from collections.abc import Callable
from typing import TypeAlias

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import override

from prongsai.foundations.organisations.http import OfficeRequest
from prongsai.foundations.publications import models
from prongsai.foundations.publications.queries import Standing
from prongsai.registers.disclosure.queries import public
from prongsai.sites.api import schemas
from prongsai.sites.api.schemas import Words

Whole: TypeAlias = Callable[[str], str]
"""Makes a whole address of a path."""


def whole(request: OfficeRequest) -> Whole:
    """Return what makes whole addresses for this request."""
    root = request.build_absolute_uri("/").rstrip("/")
    return lambda path: f"{root}{path}"


def publications(
    request: OfficeRequest, rows: QuerySet[models.Version], paging: schemas.Paging
) -> schemas.Publications:
    """Return some of the rows, and where the next ones are."""
    start, end = paging.offset, paging.offset + paging.limit
    total = rows.count()
    query = request.GET.copy()
    query["limit"], query["offset"] = str(paging.limit), str(end)
    following = f"{request.path}?{query.urlencode()}"
    return schemas.Publications(
        total=total,
        limit=paging.limit,
        offset=paging.offset,
        next=whole(request)(following) if end < total else None,
        items=[publication(row, whole(request)) for row in rows[start:end]],
    )


def publication(version: models.Version, at: Whole) -> schemas.Publication:
    """Return one publication as it holds now."""
    page = version.publication.get_absolute_url()
    bare = page.rstrip("/")
    return schemas.Publication(
        address=version.publication.address,
        title=Words(th=version.title_th, en=version.title_en),
        note=Words(th=version.note_th, en=version.note_en),
        url=at(page),
        document=at(f"{bare}/document.json"),
        version=version.number,
        first_published=getattr(version, "first_published", version.published_at),
        published=version.published_at,
        digest=schemas.Digest(value=version.digest),
        tables=[
            schemas.Table(
                key=table["key"],
                title=Words(th=table["title_th"], en=table["title_en"]),
                columns=table["columns"],
                rows=table["rows"],
                csv=at(f"{bare}/{table['key']}.csv"),
                xlsx=at(f"{bare}/{table['key']}.xlsx"),
            )
            for table in version.outline.get("tables", [])
        ],
        files=[
            schemas.File(
                name=file.name,
                media_type=file.content_type,
                size=file.size,
                sha256=file.sha256,
                url=at(f"{bare}/files/{file.name}"),
            )
            for file in version.files.all()
        ],
    )


def version_of(standing: Standing, at: Whole) -> schemas.Version:
    """Return one version; of one that was taken back only when and why."""
    version, taken_back = standing.version, standing.withdrawal
    return schemas.Version(
        number=version.number,
        title=Words(th=version.title_th, en=version.title_en),
        note=Words(th="", en="")
        if taken_back
        else Words(th=version.note_th, en=version.note_en),
        url=at(version.get_absolute_url()),
        published=version.published_at,
        digest=schemas.Digest(value=version.digest),
        is_newest=standing.is_newest,
        withdrawal=None
        if taken_back is None
        else schemas.Withdrawal(
            at=taken_back.withdrawn_at,
            reason=Words(th=taken_back.reason_th, en=taken_back.reason_en),
        ),
    )


def items(fiscal_year: int, at: Whole) -> schemas.Items | None:
    """Return the items of a year; nothing for a year the office never had."""
    with override("th"):
        thai = public.year(fiscal_year)
    with override("en"):
        english = public.year(fiscal_year)
    if thai is None or english is None:
        return None
    pairs = zip(thai.lines, english.lines, strict=True)
    return schemas.Items(
        fiscal_year=fiscal_year,
        url=at(reverse("disclosure_public:year", args=[fiscal_year])),
        items=[_item(fiscal_year, th, (en, at)) for th, en in pairs],
    )


def _item(
    fiscal_year: int, th: public.Line, other: tuple[public.Line, Whole]
) -> schemas.Item:
    en, at = other
    missing = zip(th.missing, en.missing, strict=True)
    return schemas.Item(
        code=th.code,
        number=th.number,
        title=Words(th=th.title, en=en.title),
        url=at(reverse("disclosure_public:item", args=[fiscal_year, th.code])),
        state=th.state,
        elements_met=th.met,
        elements=th.of,
        missing=[
            schemas.Missing(element=a.th, reason=Words(th=a.reason, en=b.reason))
            for a, b in missing
        ],
        reason=Words(th=th.reason, en=en.reason),
        responsible=Words(th=th.responsible, en=en.responsible),
        last_published=th.last_published,
    )
