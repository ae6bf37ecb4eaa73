"""A report as data, whatever file it was read from or will be written to.

Field names are the names in the JSON. Texts are kept word for word; only white
space is normalised. Scores stay as printed, because ``96.50`` and ``96.5`` are
different facts about a document. Years are Buddhist era.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

SCHEMA = "prongsai-report/1"


class Kind(StrEnum):
    """What a document is, by what it holds."""

    MEASURES_RESULT = "measures_result"
    ANALYSIS_AND_PLAN = "analysis_and_plan"
    SCORES = "scores"
    MEMO = "memo"
    UNKNOWN = "unknown"


class Role(StrEnum):
    """What a signer of a memo does in the chain of opinions."""

    PROPOSER = "proposer"
    HEAD = "head"
    CLERK = "clerk"
    MAYOR = "mayor"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Organisation:
    """The office: ``type`` spelled out, ``name`` without its type."""

    type: str
    name: str
    district: str = ""
    province: str = ""


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where something stood: line numbers of a text (from 1), or a page (from 1)."""

    lines: tuple[int, ...] = ()
    page: int | None = None


@dataclass(frozen=True, kw_only=True)
class Signer:
    """One block of the chain: who, in which position, in which role."""

    name: str
    position: str
    role: Role


@dataclass(frozen=True, kw_only=True)
class Memo:
    """A บันทึกข้อความ. ``date`` is ISO where it could be read, else as printed.

    ``from_`` is ``from`` in the JSON.
    """

    from_: str = ""
    number: str = ""
    date: str = ""
    subject: str = ""
    to: str = ""
    body: tuple[str, ...] = ()
    signers: tuple[Signer, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Score:
    """One indicator's row: ``years`` maps a year to the printed points (0 to 100)."""

    indicator: str
    instrument: str = ""
    name: str
    years: Mapping[str, str]
    change: str = ""


@dataclass(frozen=True, kw_only=True)
class Narrative:
    """What the report says of one indicator; of the whole when ``indicator`` is None."""

    indicator: str | None
    text: str


@dataclass(frozen=True, kw_only=True)
class Item:
    """One numbered or bulleted point, with its sub-points. ``marker`` as printed."""

    marker: str
    text: str
    items: tuple["Item", ...] = ()


@dataclass(frozen=True, kw_only=True)
class Period:
    """A span as printed, and its first and last day where they could be read."""

    text: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, kw_only=True)
class Aspect:
    """One of the seven aspects (ประเด็น) a measure belongs to; digits are Arabic."""

    number: str
    title: str


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One measure, as a row of the report states it.

    ``ref`` and ``indicator`` are in Arabic digits, for example ``2.1`` and ``10``.
    A plan has no outputs and no outcomes.
    """

    ref: str
    aspect: Aspect | None = None
    indicator: str | None = None
    title: str
    analysis: str | None = None
    steps: tuple[Item, ...] = ()
    period: Period | None = None
    responsible: tuple[str, ...] = ()
    outputs: tuple[Item, ...] = ()
    outcomes: tuple[Item, ...] = ()
    source: Source = field(default_factory=Source)


@dataclass(frozen=True, kw_only=True)
class Notice:
    """What reading could not place, or was unsure of. ``code`` has a sentence."""

    code: str
    text: str
    source: Source = field(default_factory=Source)


@dataclass(frozen=True, kw_only=True)
class Changes:
    """How the table says the total and the level moved, as printed."""

    total: str = ""
    level: str = ""


@dataclass(frozen=True, kw_only=True)
class Report:
    """Everything a reader, a linter or a renderer needs to know."""

    kind: Kind = Kind.UNKNOWN
    title: str = ""
    organisation: Organisation | None = None
    fiscal_year: int | None = None
    memo: Memo | None = None
    scores: tuple[Score, ...] = ()
    totals: Mapping[str, str] = field(default_factory=dict)
    levels: Mapping[str, str] = field(default_factory=dict)
    changes: Changes | None = None
    narratives: tuple[Narrative, ...] = ()
    measures: tuple[Measure, ...] = ()
    warnings: tuple[Notice, ...] = ()

    def content(self) -> "Report":
        """Return the report without where things stood and what was unsure.

        Two documents say the same when their contents are equal.
        """
        return replace(
            self,
            measures=tuple(replace(m, source=Source()) for m in self.measures),
            warnings=(),
        )
