"""What is wrong with a report: ``lint``, and the findings as JSON: ``as_json``."""

from collections.abc import Iterable, Iterator

from prongsai.ita.documents.linting.comparing import share_a_row
from prongsai.ita.documents.linting.findings import Finding, Place, Rule
from prongsai.ita.documents.linting.rules import (
    aspects,
    measures,
    memo,
    narratives,
    periods,
    places,
    scores,
    texts,
)
from prongsai.ita.documents.model.report import Report, Source
from prongsai.ita.words.catalogue import Language, say

_SUBJECTS = (memo, scores, narratives, aspects, measures, periods, places, texts)

RULES: tuple[Rule, ...] = tuple(
    found
    for subject in _SUBJECTS
    for found in vars(subject).values()
    if isinstance(found, Rule)
)
"""Every rule, subject by subject."""


def lint(report: Report) -> tuple[Finding, ...]:
    """Return what is wrong with a report, in the order a reader meets it."""
    found = [finding for rule in RULES for finding in rule(report)]
    found.sort(key=lambda finding: finding.where.order)
    return tuple(_once(found, report))


def _once(findings: Iterable[Finding], report: Report) -> Iterator[Finding]:
    """Leave out what was said before of a cell that several measures share."""
    rows = _rows(report)
    seen: set[tuple[object, ...]] = set()
    for finding in findings:
        position = finding.where.measure
        if position is None:
            yield finding
            continue
        number = finding.where.facts.get("number")
        cell = (rows[position], finding.where.code, number)
        key = (finding.rule, finding.printed, *cell)
        if key not in seen:
            yield finding
        seen.add(key)


def _rows(report: Report) -> list[int]:
    """The row each measure stands in, by the position of the row's first measure."""
    rows: list[int] = []
    for position, measure in enumerate(report.measures):
        before = position - 1
        together = position and share_a_row(report.measures[before], measure)
        rows.append(rows[before] if together else position)
    return rows


def message(finding: Finding, language: Language) -> str:
    """Say what a finding found, in one sentence."""
    facts = {
        "printed": finding.printed,
        "expected": finding.expected,
        **finding.facts,
    }
    return say(f"lint.{finding.rule}", language, **facts)


def place_name(place: Place, language: Language) -> str:
    """Say where a finding is, for example ``measure 2.1, outcome 2``."""
    return say(place.code, language, **place.facts)


def as_json(findings: Iterable[Finding], language: Language) -> dict[str, object]:
    """Return findings as plain data, with sentences in the language asked for."""
    return {
        "findings": [
            {
                "rule": finding.rule,
                "severity": str(finding.severity),
                "where": place_name(finding.where, language),
                "message": message(finding, language),
                "printed": finding.printed,
                "expected": finding.expected,
                "source": _source(finding.source),
            }
            for finding in findings
        ]
    }


def _source(source: Source) -> dict[str, object]:
    if source.page is not None:
        return {"page": source.page}
    return {"lines": list(source.lines)}
