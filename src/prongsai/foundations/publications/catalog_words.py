"""The words of the catalogue in both languages, and the vocabularies it speaks with."""

import tomllib
from functools import cache
from importlib.resources import files

from prongsai.foundations.organisations.models import Organisation

CONTEXT: dict[str, object] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "hydra": "http://www.w3.org/ns/hydra/core#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dct:issued": {"@type": "xsd:dateTime"},
    "dct:modified": {"@type": "xsd:dateTime"},
    "dcat:startDate": {"@type": "xsd:date"},
    "dcat:endDate": {"@type": "xsd:date"},
    "dcat:byteSize": {"@type": "xsd:nonNegativeInteger"},
    "dcat:centroid": {"@type": "http://www.opengis.net/ont/geosparql#wktLiteral"},
    "spdx:checksumValue": {"@type": "xsd:hexBinary"},
}
"""Stands inside the catalogue: nobody has to fetch it."""

_AUTHORITY = "http://publications.europa.eu/resource/authority"
LANGUAGES = [{"@id": f"{_AUTHORITY}/language/{code}"} for code in ("THA", "ENG")]
THEME = f"{_AUTHORITY}/data-theme/GOVE"
PUBLIC = f"{_AUTHORITY}/access-right/PUBLIC"
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types"


def media_type(kind: str) -> str:
    """Return the address of a media type at the registry of media types.

    >>> media_type("text/csv; charset=utf-8")
    'https://www.iana.org/assignments/media-types/text/csv'
    """
    return f"{_MEDIA_TYPES}/{kind.split(';', maxsplit=1)[0].strip()}"


def sentence(key: str, language: str, **facts: str) -> str:
    """Fill one sentence of the catalogue."""
    return _words()[key][language].format(**facts)


def both(key: str, office: Organisation | None = None) -> list[dict[str, object]]:
    """Return a sentence in both languages, as JSON-LD says such things."""
    names = {"th": "", "en": ""}
    if office is not None:
        names = {"th": office.name_th, "en": office.name_en or office.name_th}
    return [
        {"@value": sentence(key, language, office=name), "@language": language}
        for language, name in names.items()
    ]


@cache
def _words() -> dict[str, dict[str, str]]:
    folder = files("prongsai.foundations.publications")
    return tomllib.loads(folder.joinpath("catalog.toml").read_text("utf-8"))
