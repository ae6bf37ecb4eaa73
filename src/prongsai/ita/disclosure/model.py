"""What is shown for an item, and what a check of it says: plain data, no engine."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from prongsai.ita.frameworks.model import Confidence
from prongsai.ita.thai.personal import Kind

Said: TypeAlias = tuple[str, str]
"""The same words in Thai and in English."""

_NOTHING: Mapping[str, Said] = MappingProxyType({})
_NO_FACTS: Mapping[str, object] = MappingProxyType({})


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = (
        "error"  # the item does not show what is demanded, or shows what it must not
    )
    WARNING = "warning"  # very likely a fault; a person decides
    NOTICE = "notice"  # nobody but a person can tell


class Trouble(StrEnum):
    """Why the text of a file could not be looked at, though it may open."""

    NONE = ""
    GARBLED = "garbled"  # letters that are no Thai
    TOO_LARGE = "too-large"  # more than is read here


@dataclass(frozen=True, kw_only=True)
class Seen:
    """Something personal that a file holds: what, and where; never the thing itself."""

    kind: Kind
    page: int = 0
    line: int = 0


@dataclass(frozen=True, kw_only=True)
class Blank:
    """A column of an attached sheet with blank cells: the first row of them, how many.

    ``row`` is counted as spreadsheets do, the headings being row 1.
    """

    sheet: int
    column: str
    row: int
    count: int


@dataclass(frozen=True, kw_only=True)
class ShownFile:
    """A file beside an item.

    ``kind`` is the ending (``pdf``). ``opens`` and ``has_text`` are None when nobody
    looked yet. ``seen`` and ``blanks`` are findings of an earlier look, where the text is
    not kept.
    """

    name: str
    kind: str
    opens: bool | None = None
    has_text: bool | None = None
    text: str = ""
    seen: tuple[Seen, ...] = ()
    blanks: tuple[Blank, ...] = ()
    trouble: Trouble = Trouble.NONE


@dataclass(frozen=True, kw_only=True)
class ShownTable:
    """A table as it is read: the headings and the cells, all of them text."""

    key: str
    title: Said
    columns: tuple[Said, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
class ShownLink:
    """An address and what a visitor met there last; an empty outcome is no visit yet."""

    url: str
    outcome: str = ""


@dataclass(frozen=True, kw_only=True)
class ShownPart:
    """One part of an item.

    ``keys`` are the requirement keys it answers, ``missing`` those it should answer and
    why it does not. ``text`` holds the words of both languages. ``says_none`` is the
    statement that there is nothing to report.
    """

    keys: frozenset[str]
    kind: str
    title: Said = ("", "")
    text: str = ""
    tables: tuple[ShownTable, ...] = ()
    files: tuple[ShownFile, ...] = ()
    links: tuple[ShownLink, ...] = ()
    says_none: bool = False
    data_year: int | None = None
    starts: date | None = None
    ends: date | None = None
    missing: Mapping[str, Said] = field(default_factory=lambda: _NOTHING)

    @property
    def has_data(self) -> bool:
        """Whether it shows anything besides the statement that there is nothing."""
        shows = self.text.strip() or self.files or self.links
        return bool(shows) or any(table.rows for table in self.tables)


@dataclass(frozen=True, kw_only=True)
class Shown:
    """Everything shown for an item.

    ``reachable`` is None before the first visit of the public page; ``addresses`` are
    the office's own ones with what was met there. ``contacts`` are telephone numbers
    and addresses that are official. ``made`` are kinds of file (``pdf``) that come with
    the page whatever its parts hold.
    """

    parts: tuple[ShownPart, ...]
    reachable: bool | None = None
    contacts: frozenset[str] = frozenset()
    addresses: tuple[ShownLink, ...] = ()
    made: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a finding is: which part, counted from 1, and what inside it."""

    part: int = 0
    title: Said = ("", "")
    table: Said = ("", "")
    row: int = 0
    column: Said = ("", "")
    line: int = 0
    file: str = ""
    page: int = 0
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One fault: a code with its sentence, the element or the place, and the facts.

    ``key`` is empty when the finding is about a place or about the whole item.
    ``confidence`` says how sure the demand is that was not met, where it may be doubted.
    """

    code: str
    severity: Severity
    key: str = ""
    place: Place = field(default_factory=Place)
    facts: Mapping[str, object] = field(default_factory=lambda: _NO_FACTS)
    confidence: Confidence | None = None


@dataclass(frozen=True, kw_only=True)
class ElementCheck:
    """One element: whether it is met, how sure it is that it is demanded, and why not.

    ``parts`` are the parts that answer it, counted from 1. ``is_asked`` is False for an
    element the office is exempted from.
    """

    key: str
    th: str
    met: bool
    confidence: Confidence
    findings: tuple[Finding, ...] = ()
    parts: tuple[int, ...] = ()
    is_asked: bool = True


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What the check of an item says."""

    elements: tuple[ElementCheck, ...]
    findings: tuple[Finding, ...]
    is_complete: bool

    @property
    def missing(self) -> tuple[ElementCheck, ...]:
        """The elements that are asked for and not met."""
        return tuple(e for e in self.elements if e.is_asked and not e.met)

    @property
    def to_confirm(self) -> tuple[ElementCheck, ...]:
        """The elements nobody stated for this year: to check against the manual."""
        return tuple(e for e in self.elements if e.confidence is Confidence.INFERRED)
