"""A finding as plain JSON and back, so that a check can be kept."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from prongsai.ita.disclosure.model import Blank, Finding, Place, Seen, Severity
from prongsai.ita.frameworks.model import Confidence
from prongsai.ita.thai.personal import Kind

_DAY, _SAID = "day", "said"
_SAID_PLACES = frozenset({"title", "table", "column"})


def to_json(finding: Finding) -> dict[str, Any]:
    """Return a finding as JSON; what is empty is left out of its place."""
    place = {
        name: fact for name, fact in asdict(finding.place).items() if _is_told(fact)
    }
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "key": finding.key,
        "place": {n: list(f) if isinstance(f, tuple) else f for n, f in place.items()},
        "facts": {name: _plain(fact) for name, fact in finding.facts.items()},
        "confidence": finding.confidence.value if finding.confidence else None,
    }


def from_json(data: Mapping[str, Any]) -> Finding:
    """Return the finding that ``to_json`` wrote."""
    sure = data.get("confidence")
    return Finding(
        code=data["code"],
        severity=Severity(data["severity"]),
        key=data["key"],
        place=_place(data["place"]),
        facts={name: _fact(fact) for name, fact in data["facts"].items()},
        confidence=Confidence(sure) if sure else None,
    )


def seen_to_json(seen: Seen) -> dict[str, Any]:
    """Return what a file holds as JSON: the kind and the place."""
    return {"kind": seen.kind.value, "page": seen.page, "line": seen.line}


def seen_from_json(data: Mapping[str, Any]) -> Seen:
    """Return what ``seen_to_json`` wrote."""
    return Seen(kind=Kind(data["kind"]), page=data["page"], line=data["line"])


def blank_to_json(blank: Blank) -> dict[str, Any]:
    """Return a column with blank cells as JSON."""
    return asdict(blank)


def blank_from_json(data: Mapping[str, Any]) -> Blank:
    """Return what ``blank_to_json`` wrote."""
    return Blank(**data)


def _is_told(fact: object) -> bool:
    return any(fact) if isinstance(fact, tuple) else bool(fact)


def _place(data: Mapping[str, Any]) -> Place:
    known = {field.name for field in fields(Place)}
    inside: dict[str, Any] = {
        name: tuple(fact) if name in _SAID_PLACES else fact
        for name, fact in data.items()
        if name in known
    }
    return Place(**inside)


def _plain(fact: object) -> Any:  # noqa: ANN401  # JSON
    if isinstance(fact, date):
        return {_DAY: fact.isoformat()}
    if isinstance(fact, tuple):
        return {_SAID: list(fact)}
    return fact


def _fact(data: Any) -> object:  # noqa: ANN401  # JSON
    if isinstance(data, dict) and _DAY in data:
        return date.fromisoformat(data[_DAY])
    if isinstance(data, dict) and _SAID in data:
        return tuple(data[_SAID])
    return data
