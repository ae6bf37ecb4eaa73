"""A report as one value: the library's report, its figures, its evidence, its log.

``places`` names each measure of the report by its row: ``measure.12``. Everything that
points into a report says where by such a place: ``measure.12.outcome.3``.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from prongsai.ita.documents.model import codec
from prongsai.ita.documents.model import report as ita
from prongsai.registers.reports.states import ReportKind

Data = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Placed:
    """A stored figure and the place it stands at; everything needed to run it again."""

    place: str
    pk: int
    key: str
    value: str
    of: str
    start: str
    end: str
    rows: int
    digest: str
    label_th: str
    label_en: str
    unit_th: str
    unit_en: str
    formula_th: str
    formula_en: str


@dataclass(frozen=True, kw_only=True)
class Proof:
    """A piece of evidence by its title and the period it covers."""

    place: str
    title: str
    kind: str
    start: str
    end: str
    digest: str = ""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A line of the log: errors that were overridden, when and why."""

    day: str
    reason: str
    findings: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Tally:
    """How many measures there are, and how many of them stand where."""

    total: int = 0
    reported: int = 0
    running: int = 0
    dropped: int = 0


@dataclass(frozen=True, kw_only=True)
class Content:
    """Everything a report says."""

    kind: ReportKind
    fiscal_year: int
    as_of: date
    report: ita.Report
    places: tuple[str, ...] = ()
    introduction: str = ""
    closing: str = ""
    figures: tuple[Placed, ...] = ()
    evidence: tuple[Proof, ...] = ()
    log: tuple[Entry, ...] = ()
    tally: Tally = Tally()

    @property
    def refs(self) -> Mapping[str, str]:
        """The number each measure has in the report, by its place."""
        return {
            place: measure.ref
            for place, measure in zip(self.places, self.report.measures, strict=True)
        }


def to_data(content: Content) -> Data:
    """Return a content as plain JSON."""
    return {
        "kind": content.kind.value,
        "fiscal_year": content.fiscal_year,
        "as_of": content.as_of.isoformat(),
        "introduction": content.introduction,
        "closing": content.closing,
        "report": codec.to_data(content.report),
        "places": list(content.places),
        "figures": [asdict(figure) for figure in content.figures],
        "evidence": [asdict(proof) for proof in content.evidence],
        "log": [asdict(e) | {"findings": list(e.findings)} for e in content.log],
        "tally": asdict(content.tally),
    }


def from_data(data: Mapping[str, Any]) -> Content:
    """Return the content that ``to_data`` wrote."""
    return Content(
        kind=ReportKind(data["kind"]),
        fiscal_year=data["fiscal_year"],
        as_of=date.fromisoformat(data["as_of"]),
        introduction=data["introduction"],
        closing=data["closing"],
        report=codec.from_data(data["report"]),
        places=tuple(data["places"]),
        figures=tuple(Placed(**figure) for figure in data["figures"]),
        evidence=tuple(Proof(**proof) for proof in data["evidence"]),
        log=tuple(_entry(entry) for entry in data["log"]),
        tally=Tally(**data["tally"]),
    )


def digest_of(data: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a content: sorted keys, no spaces, UTF-8."""
    text = json.dumps(
        data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    return hashlib.sha256(text.encode()).hexdigest()


def _entry(data: Mapping[str, Any]) -> Entry:
    findings: Sequence[str] = data["findings"]
    return Entry(day=data["day"], reason=data["reason"], findings=tuple(findings))
