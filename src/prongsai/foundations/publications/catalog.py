"""The catalogue in DCAT: each publication a data set, each of its files a distribution.

Written as JSON-LD with its context inside, so that a portal (CKAN behind data.go.th
reads DCAT with ckanext-dcat) harvests it without asking anybody else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from django.core.paginator import Page

from prongsai.foundations.organisations.models import Organisation
from prongsai.foundations.publications.catalog_words import (
    CONTEXT,
    LANGUAGES,
    PUBLIC,
    THEME,
    both,
    media_type,
    sentence,
)
from prongsai.foundations.publications.models import Version
from prongsai.ita.thai import fiscal

Node: TypeAlias = dict[str, object]

PER_PAGE = 1000
"""Data sets in one file of the catalogue; more are paged as hydra describes."""

_YEAR = re.compile(r"(?:^|/)(25\d{2})(?:/|$)", re.ASCII)
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where the site stands, and under which licence its data may be used.

    ``licence`` is an address, empty while the office has not stated one.
    """

    root: str
    licence: str = ""


def catalog_of(page: Page[Version], office: Organisation, place: Place) -> Node:
    """Return one page of the catalogue."""
    own = f"{place.root}/catalog.jsonld"
    catalog: Node = {
        "@id": f"{own}#catalog",
        "@type": "dcat:Catalog",
        "dct:title": both("catalog_title", office),
        "dct:description": both("catalog_description", office),
        "dct:publisher": publisher(office, place),
        "dct:language": LANGUAGES,
        "foaf:homepage": {"@id": f"{place.root}/"},
        "dcat:themeTaxonomy": {"@id": THEME.rsplit("/", 1)[0]},
        **_spatial(office),
        **rights(place),
        "dcat:dataset": [dataset_of(v, office, place) for v in page.object_list],
    }
    if page.object_list:
        newest = max(v.published_at for v in page.object_list)
        catalog["dct:modified"] = newest.isoformat()
    return {"@context": CONTEXT, "@graph": [catalog, _pages(page, own)]}


def dataset_of(version: Version, office: Organisation, place: Place) -> Node:
    """Return a publication as a data set."""
    url = f"{place.root}{version.publication.get_absolute_url()}"
    first = getattr(version, "first_published", None) or version.published_at
    return {
        "@id": url,
        "@type": "dcat:Dataset",
        "dct:identifier": version.publication.address,
        "dct:title": _said(version.title_th, version.title_en),
        "dct:description": _described(version, office),
        "dct:publisher": publisher(office, place),
        "dcat:contactPoint": _contact(office, place),
        "dct:issued": first.isoformat(),
        "dct:modified": version.published_at.isoformat(),
        "dct:language": LANGUAGES,
        "dct:accessRights": {"@id": PUBLIC},
        "dcat:theme": {"@id": THEME},
        "dcat:keyword": list(_keywords(version)),
        "dcat:landingPage": {"@id": url},
        "foaf:page": {"@id": url},
        "owl:versionInfo": str(version.number),
        **_temporal(version),
        **_spatial(office),
        "dcat:distribution": list(_distributions(version, place)),
    }


def publisher(office: Organisation, place: Place) -> Node:
    """Return who publishes."""
    return {
        "@id": f"{place.root}/#office",
        "@type": "foaf:Organization",
        "foaf:name": _said(office.name_th, office.name_en),
        "foaf:homepage": {"@id": f"{place.root}/"},
    }


def rights(place: Place) -> Node:
    """Return the licence, or the plain statement that none is stated."""
    if place.licence:
        return {"dct:license": {"@id": place.licence}}
    words = both("no_licence")
    return {"dct:rights": {"@type": "dct:RightsStatement", "rdfs:label": words}}


def _distributions(version: Version, place: Place) -> Iterator[Node]:
    page = version.publication.get_absolute_url()
    bare = f"{place.root}{page.rstrip('/')}"
    outline = version.outline
    yield {
        **_distribution(f"{bare}/document.json", "application/json", page=bare),
        "dct:title": both("document"),
        "dct:issued": version.published_at.isoformat(),
        **_size(outline.get("bytes")),
        "spdx:checksum": _checksum(version.digest),
        **rights(place),
    }
    for table in outline.get("tables", []):
        for ending, kind in (("csv", "text/csv"), ("xlsx", _XLSX)):
            url = f"{bare}/{table['key']}.{ending}"
            yield {
                **_distribution(url, kind, page=bare),
                "dct:title": _said(table["title_th"], table["title_en"]),
                "dct:issued": version.published_at.isoformat(),
                **rights(place),
            }
    for file in version.files.all():
        yield {
            **_distribution(f"{bare}/files/{file.name}", file.content_type, page=bare),
            "dct:title": file.name,
            "dct:issued": version.published_at.isoformat(),
            **_size(file.size),
            "spdx:checksum": _checksum(file.sha256),
            **rights(place),
        }


def _distribution(url: str, kind: str, *, page: str) -> Node:
    return {
        "@id": url,
        "@type": "dcat:Distribution",
        "dcat:accessURL": {"@id": f"{page}/"},
        "dcat:downloadURL": {"@id": url},
        "dcat:mediaType": {"@id": media_type(kind)},
        "dct:format": url.rsplit(".", 1)[-1].upper(),
    }


def _size(size: object) -> Node:
    return {"dcat:byteSize": str(size)} if isinstance(size, int) else {}


def _checksum(digest: str) -> Node:
    return {
        "@type": "spdx:Checksum",
        "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
        "spdx:checksumValue": digest,
    }


def _described(version: Version, office: Organisation) -> list[Node]:
    """Return what a data set is: what changed last, or whose and from where it is."""
    words = {"th": version.note_th, "en": version.note_en}
    titles = {"th": version.title_th, "en": version.title_en}
    names = {"th": office.name_th, "en": office.name_en}
    return [
        {
            "@value": sentence(
                "dataset_description",
                language,
                title=titles[language] or version.title_th,
                office=names[language] or office.name_th,
                note=words[language],
            ).strip(),
            "@language": language,
        }
        for language in ("th", "en")
    ]


def _keywords(version: Version) -> Iterator[Node]:
    for word in version.publication.address.split("/"):
        if not word.isdecimal():
            yield {"@value": word, "@language": "en"}


def _temporal(version: Version) -> Node:
    """Return the fiscal year an address names."""
    found = _YEAR.search(version.publication.address)
    if not found:
        return {}
    year = int(found[1])
    return {
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": fiscal.first_day(year).isoformat(),
            "dcat:endDate": fiscal.last_day(year).isoformat(),
        }
    }


def _spatial(office: Organisation) -> Node:
    names = [n for n in (office.tambon, office.amphoe, office.province) if n]
    if not names:
        return {}
    where: Node = {
        "@type": "dct:Location",
        "skos:prefLabel": {"@value": " ".join(names), "@language": "th"},
    }
    if office.latitude is not None and office.longitude is not None:
        point = f"POINT({office.longitude:f} {office.latitude:f})"
        where["dcat:centroid"] = point
    return {"dct:spatial": where}


def _contact(office: Organisation, place: Place) -> Node:
    contact: Node = {
        "@id": f"{place.root}/#contact",
        "@type": "vcard:Organization",
        "vcard:fn": office.name_th,
    }
    if office.email:
        contact["vcard:hasEmail"] = {"@id": f"mailto:{office.email}"}
    return contact


def _pages(page: Page[Version], own: str) -> Node:
    def at(number: int) -> Node:
        return {"@id": f"{own}?page={number}"}

    paging: Node = {
        "@id": f"{own}?page={page.number}",
        "@type": "hydra:PagedCollection",
        "hydra:totalItems": page.paginator.count,
        "hydra:itemsPerPage": page.paginator.per_page,
        "hydra:firstPage": at(1),
        "hydra:lastPage": at(page.paginator.num_pages),
    }
    if page.has_next():
        paging["hydra:nextPage"] = at(page.next_page_number())
    if page.has_previous():
        paging["hydra:previousPage"] = at(page.previous_page_number())
    return paging


def _said(thai: str, english: str) -> list[Node]:
    words = {"th": thai, "en": english}
    return [{"@value": text, "@language": key} for key, text in words.items() if text]
