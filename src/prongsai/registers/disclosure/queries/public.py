"""What anyone may know of a year's items: what is public, what is missing, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

from django.utils.translation import get_language

from prongsai.foundations.frameworks import queries as frameworks
from prongsai.foundations.organisations import tenancy
from prongsai.foundations.publications import queries as publications
from prongsai.foundations.publications.models import Version
from prongsai.ita.frameworks.model import Item as FrameworkItem
from prongsai.registers.disclosure.models import Exemption, Item, Year

State: TypeAlias = Literal["complete", "incomplete", "published", "missing"]

_START = "ita/"
_DEPTH_OF_ITEM = 3  # ita/2569/o12


@dataclass(frozen=True, kw_only=True)
class Missing:
    """An element that was not there when its item was frozen, and why not."""

    th: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Line:
    """One item of a year as the public sees it; ``met`` of ``of`` elements are there.

    ``reason`` says why it is not there, ``versions`` are pages that stand under it.
    ``of`` is None where the published page was not frozen with its elements.
    """

    code: str
    number: int
    title: str
    version: Version | None = None
    met: int | None = None
    of: int | None = None
    missing: tuple[Missing, ...] = ()
    reason: str = ""
    responsible: str = ""
    versions: tuple[Version, ...] = ()

    @property
    def is_public(self) -> bool:
        """Whether anything of it can be read: its own page, or one under it."""
        return self.version is not None or bool(self.versions)

    @property
    def is_complete(self) -> bool:
        """Whether every element was there when it was frozen."""
        return self.of is not None and self.met == self.of

    @property
    def state(self) -> State:
        """How it stands in one word."""
        if self.is_complete:
            return "complete"
        if self.of is not None:
            return "incomplete"
        return "published" if self.is_public else "missing"

    @property
    def last_published(self) -> datetime | None:
        """When anything of it was last published."""
        own = [self.version] if self.version else []
        return max((v.published_at for v in (*own, *self.versions)), default=None)


@dataclass(frozen=True, kw_only=True)
class PublicYear:
    """A year: its items in their order, and what is published besides."""

    fiscal_year: int
    lines: tuple[Line, ...]
    others: tuple[Version, ...] = ()

    @property
    def public(self) -> int:
        """How many items have something to read."""
        return sum(line.is_public for line in self.lines)

    @property
    def complete(self) -> int:
        """How many items were complete when they were published."""
        return sum(line.is_complete for line in self.lines)


@dataclass(frozen=True, kw_only=True)
class _Frozen:
    """What is read of a frozen content without its tables."""

    elements: list[dict[str, object]] = field(default_factory=list)
    responsible: Mapping[str, object] = field(default_factory=dict)


def years() -> list[int]:
    """Return the years that were opened or under which something is public."""
    opened = Year.objects.filter(organisation=tenancy.required())
    found = {*opened.values_list("fiscal_year", flat=True)}
    return sorted(found | {*publications.years_of_assessment()}, reverse=True)


def year(fiscal_year: int) -> PublicYear | None:
    """Return a year for the public; nothing for a year the office never had."""
    standing = publications.standing_under(f"{_START}{fiscal_year}/")
    kept = {item.code.lower(): item for item in _items(fiscal_year)}
    if not standing and not _is_opened(fiscal_year):
        return None
    frozen = _frozen([v for v in standing if _is_item(v)])
    drafts = [_blank(item) for item in kept.values()] or _from_framework(fiscal_year)
    lines = tuple(
        _line(blank, standing, (frozen, kept.get(blank.code))) for blank in drafts
    )
    codes = {line.code for line in lines}
    return PublicYear(
        fiscal_year=fiscal_year,
        lines=lines,
        others=tuple(v for v in standing if _code_of(v) not in codes),
    )


def line(fiscal_year: int, code: str) -> Line | None:
    """Return one item of a year for the public; nothing for a number that is none."""
    found = year(fiscal_year)
    lines = found.lines if found else ()
    return next((one for one in lines if one.code == code), None)


def under(address: str) -> list[Version]:
    """Return what is public below the address of an item."""
    return publications.standing_under(f"{address}/")


def elements_asked(fiscal_year: int, code: str) -> tuple[str, ...]:
    """Return what this office has to show for an item, in Thai; nothing where unknown."""
    if fiscal_year not in frameworks.available():
        return ()
    items = frameworks.load(fiscal_year).items or ()
    found = next((item for item in items if item.code.lower() == code), None)
    given = set(_exempt(fiscal_year, code))
    elements = (found.elements if found else None) or ()
    return tuple(e.th for e in elements if e.key not in given)


def _exempt(fiscal_year: int, code: str) -> Iterable[str]:
    return Exemption.objects.filter(
        organisation=tenancy.required(),
        item__year__fiscal_year=fiscal_year,
        item__code__iexact=code,
    ).values_list("key", flat=True)


def _is_opened(fiscal_year: int) -> bool:
    return Year.objects.filter(
        organisation=tenancy.required(), fiscal_year=fiscal_year
    ).exists()


def _items(fiscal_year: int) -> Iterable[Item]:
    return Item.objects.filter(
        organisation=tenancy.required(), year__fiscal_year=fiscal_year
    ).select_related("division")


def _from_framework(fiscal_year: int) -> list[Line]:
    if fiscal_year not in frameworks.available():
        return []
    return [_unkept(item) for item in frameworks.load(fiscal_year).items or ()]


def _unkept(item: FrameworkItem) -> Line:
    title = item.en if get_language() == "en" else item.th
    return Line(code=item.code.lower(), number=item.number, title=title or item.th)


def _blank(item: Item) -> Line:
    title = item.title or item.title_th
    return Line(code=item.code.lower(), number=item.number, title=title)


def _line(
    blank: Line,
    standing: list[Version],
    known: tuple[dict[int, _Frozen], Item | None],
) -> Line:
    frozen, kept = known
    own = next((v for v in standing if _is_item(v) and _code_of(v) == blank.code), None)
    below = [v for v in standing if not _is_item(v) and _code_of(v) == blank.code]
    seen = frozen.get(own.pk, _Frozen()) if own else _Frozen()
    asked = [one for one in seen.elements if one.get("is_asked") is not False]
    unmet = tuple(_missing(one) for one in asked if not one.get("met"))
    division = str(kept.division) if kept and kept.division else ""
    return Line(
        code=blank.code,
        number=blank.number,
        title=blank.title,
        version=own,
        met=len(asked) - len(unmet) if asked else None,
        of=len(asked) or None,
        missing=unmet,
        reason=kept.reason if kept and own is None else "",
        responsible=_said(seen.responsible) or division,
        versions=tuple(below),
    )


def _frozen(versions: list[Version]) -> dict[int, _Frozen]:
    """Return the elements and the responsible of versions, leaving their tables alone."""
    rows = Version.objects.filter(
        organisation=tenancy.required(), pk__in=[v.pk for v in versions]
    ).values_list("pk", "content__elements", "content__responsible")
    return {
        pk: _Frozen(
            elements=[e for e in elements if isinstance(e, dict)]
            if isinstance(elements, list)
            else [],
            responsible=responsible if isinstance(responsible, dict) else {},
        )
        for pk, elements, responsible in rows
    }


def _said(words: Mapping[str, object]) -> str:
    other = words.get("en" if get_language() == "en" else "th")
    return str(other or words.get("th") or "")


def _missing(element: Mapping[str, object]) -> Missing:
    reason = element.get("reason")
    name = str(element.get("th") or element.get("key") or "")
    return Missing(th=name, reason=_said(reason if isinstance(reason, dict) else {}))


def _code_of(version: Version) -> str:
    return version.publication.address.split("/")[2]


def _is_item(version: Version) -> bool:
    return len(version.publication.address.split("/")) == _DEPTH_OF_ITEM
