"""A published item as its page shows it: elements, parts and tables in one language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.template import Library
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from prongsai.foundations.publications import contents, prose
from prongsai.foundations.publications.contents import Json, Table
from prongsai.foundations.publications.models import Version
from prongsai.registers.disclosure.documents.reading import said, things, words
from prongsai.registers.disclosure.public_views import trail_of
from prongsai.registers.disclosure.queries import public
from prongsai.ui.writing import in_english, short_date

register = Library()

_SAFE = ("http://", "https://")
_PICTURES = (".png", ".jpg")


@dataclass(frozen=True, kw_only=True)
class ShownElement:
    """One element: whether it is there, why not, and in which part it stands."""

    name: str
    met: bool
    is_asked: bool
    reason: str
    part: int | None


@dataclass(frozen=True, kw_only=True)
class NamedFile:
    """A file of a part: its published name, what people call it, what it shows."""

    name: str
    label: str
    alt: str
    is_picture: bool

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, kw_only=True)
class ShownPart:
    """One part of the page; ``html`` is clean."""

    number: int
    title: str
    html: SafeString
    nothing: str
    url: str
    address: str
    pages: tuple[tuple[str, str], ...]
    data_year: object
    period: str
    tables: tuple[Table, ...]
    files: tuple[NamedFile, ...]


@dataclass(frozen=True, kw_only=True)
class ShownItem:
    """A whole published item."""

    code: str
    year: int
    revision: object
    responsible: str
    period: str
    elements: tuple[ShownElement, ...]
    parts: tuple[ShownPart, ...]
    loose: tuple[Table, ...]

    @property
    def asked(self) -> int:
        """How many elements are asked of this office."""
        return sum(element.is_asked for element in self.elements)

    @property
    def met(self) -> int:
        """How many elements are there."""
        return sum(element.met and element.is_asked for element in self.elements)


@register.simple_tag
def shown_item(content: Mapping[str, Json], tables: list[Table]) -> ShownItem:
    """Return what the page of a published item shows, in the language of the reader."""
    language = "en" if in_english() else "th"
    by_key = {table.key: table for table in tables}
    parts = tuple(
        _part(part, n, (by_key, language))
        for n, part in enumerate(things(content, "parts"), 1)
    )
    placed = {table.key for part in parts for table in part.tables}
    year = content.get("year")
    return ShownItem(
        code=words(content, "code").upper(),
        year=year if isinstance(year, int) else 0,
        revision=content.get("framework_revision"),
        responsible=said(content.get("responsible"), language),
        period=_period(content.get("period")),
        elements=tuple(
            ShownElement(
                name=words(one, "th") or words(one, "key"),
                met=bool(one.get("met")),
                is_asked=one.get("is_asked") is not False,
                reason=said(one.get("reason"), language),
                part=_place(one.get("part"), len(parts)),
            )
            for one in things(content, "elements")
        ),
        parts=parts,
        loose=tuple(table for table in tables if table.key not in placed),
    )


@register.simple_tag
def labels_of_files(content: Mapping[str, Json]) -> dict[str, str]:
    """Return what people call the files of the parts, by their published names."""
    return {
        file.name: file.label
        for part in things(content, "parts")
        for file in _files(part, "en" if in_english() else "th")
    }


@register.simple_tag
def pages_under(address: str) -> list[Version]:
    """Return what is published below the address of an item."""
    return public.under(address)


@register.simple_tag
def ita_trail(year: int, code: str) -> list[tuple[str, str]]:
    """Return the way to an item of a year."""
    return trail_of(year, code)


def _part(
    part: Mapping[str, Json], number: int, known: tuple[dict[str, Table], str]
) -> ShownPart:
    by_key, language = known
    url, address = words(part, "url"), words(part, "address")
    return ShownPart(
        number=number,
        title=said(part.get("title"), language),
        # Cleaned again: what was frozen long ago obeys the rules of today.
        html=mark_safe(prose.clean(said(part.get("html"), language))),  # noqa: S308
        nothing=said(part.get("nothing"), language),
        url=url if url.startswith(_SAFE) else "",
        address=contents.path_of(address) if address else "",
        pages=tuple(
            (words(page, "path"), said(page, language))
            for page in things(part, "pages")
            if words(page, "path").startswith("/")
        ),
        data_year=part.get("data_year"),
        period=_period(part),
        tables=tuple(by_key[key] for key in _texts(part, "tables") if key in by_key),
        files=tuple(_files(part, language)),
    )


def _texts(part: Mapping[str, Json], name: str) -> list[str]:
    found = part.get(name)
    return [str(one) for one in found] if isinstance(found, list) else []


def _files(part: Mapping[str, Json], language: str) -> Iterator[NamedFile]:
    known = part.get("file_words")
    for name in _texts(part, "files"):
        found = known.get(name) if isinstance(known, dict) else None
        about = found if isinstance(found, dict) else {}
        alt = words(about, f"alt_{language}") or words(about, "alt_th")
        yield NamedFile(
            name=name,
            label=words(about, "label") or name,
            alt=alt,
            is_picture=bool(alt) and name.endswith(_PICTURES),
        )


def _place(found: Json, parts: int) -> int | None:
    """Return the number of the part on the page; parts are counted from 1."""
    return found if isinstance(found, int) and 1 <= found <= parts else None


def _period(found: object) -> str:
    """Return a period in words; one of its ends may be open."""
    if not isinstance(found, Mapping):
        return ""
    days = {
        name: short_date(date.fromisoformat(day))
        for name in ("starts", "ends")
        if (day := words(found, name))
    }
    if len(days) == 1:
        return (
            _("from %(starts)s") if "starts" in days else _("up to %(ends)s")
        ) % days
    return _("%(starts)s to %(ends)s") % days if days else ""
