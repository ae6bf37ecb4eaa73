"""What the interface answers, typed; the OpenAPI description is made from this."""

from datetime import date, datetime
from typing import Literal

from ninja import Field, Schema

MOST = 100
"""Entries in one answer; more are asked for with ``offset``."""

FURTHEST = 100_000

# What the database would refuse is refused before it is asked.
_ADDRESS, _WORD, _NO_NUL = r"^[a-z0-9/-]*$", r"^[a-z_]*$", r"^[^\x00]+$"


class Paging(Schema):
    """How many entries, and after how many."""

    limit: int = Field(20, ge=1, le=MOST)
    offset: int = Field(0, ge=0, le=FURTHEST)


class Listed(Paging):
    """Which publications, and how many of them."""

    under: str = Field("", max_length=200, pattern=_ADDRESS)


class Asked(Schema):
    """What is searched for."""

    q: str = Field(..., min_length=1, max_length=200, pattern=_NO_NUL)
    kind: str = Field("", max_length=20, pattern=_WORD)
    year: int | None = Field(None, ge=2500, le=2700)
    page: int = Field(1, ge=1, le=FURTHEST)


class Which(Schema):
    """Which version; the newest if absent."""

    version: int | None = Field(None, ge=1, le=10**9)


class Words(Schema):
    """A text in Thai and in English."""

    th: str
    en: str


class Digest(Schema):
    """A digest and how it is computed."""

    algorithm: Literal["sha256"] = "sha256"
    value: str


class File(Schema):
    """A file published with a version."""

    name: str
    media_type: str
    size: int
    sha256: str
    url: str


class Table(Schema):
    """A table of a document, and where it is as a file."""

    key: str
    title: Words
    columns: int
    rows: int
    csv: str
    xlsx: str


class Publication(Schema):
    """One published thing as it holds now."""

    address: str
    title: Words
    note: Words
    url: str
    document: str
    version: int
    first_published: datetime
    published: datetime
    digest: Digest
    tables: list[Table]
    files: list[File]


class Publications(Schema):
    """Some publications of ``total``; ``next`` leads to the following ones."""

    total: int
    limit: int
    offset: int
    next: str | None
    items: list[Publication]


class Withdrawal(Schema):
    """That a version was taken back."""

    at: datetime
    reason: Words


class Version(Schema):
    """One version of a publication."""

    number: int
    title: Words
    note: Words
    url: str
    published: datetime
    digest: Digest
    is_newest: bool
    withdrawal: Withdrawal | None


class Versions(Schema):
    """All versions of a publication, the newest first."""

    address: str
    items: list[Version]


class Document(Schema):
    """The frozen document; its canonical JSON has the digest."""

    version: int
    published: datetime
    digest: Digest
    document: dict[str, object]


class Year(Schema):
    """A fiscal year of the assessment."""

    fiscal_year: int
    url: str


class Years(Schema):
    """Fiscal years, the newest first."""

    items: list[Year]


class Missing(Schema):
    """An element that is not there, by its official name, and why not."""

    element: str
    reason: Words


class Item(Schema):
    """One item of a year as the public page shows it."""

    code: str
    number: int
    title: Words
    url: str
    state: Literal["complete", "incomplete", "published", "missing"]
    elements_met: int | None
    elements: int | None
    missing: list[Missing]
    reason: Words
    responsible: Words
    last_published: datetime | None


class Items(Schema):
    """Every item of a fiscal year."""

    fiscal_year: int
    url: str
    items: list[Item]


class Hit(Schema):
    """A page that was found."""

    title: str
    url: str
    kind: str
    date: date
    snippet: str


class Hits(Schema):
    """What was found; ``way`` says how: all words, some, or letters."""

    asked: str
    way: str
    total: int
    counted_all: bool
    page: int
    items: list[Hit]


class Unfit(Schema):
    """A parameter and what is wrong with it."""

    parameter: str
    problem: str


class Problem(Schema):
    """What went wrong, as RFC 9457 writes it, with a sentence in each language."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    sentence: Words
    errors: list[Unfit] = []
