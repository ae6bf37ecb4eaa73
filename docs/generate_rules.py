"""Writes docs/reference/rules.md: every lint rule, and what it finds in the seeds."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from prongsai.ita.documents.linting.findings import Rule
from prongsai.ita.documents.linting.lint import RULES, lint
from prongsai.ita.documents.linting.severities import Severity
from prongsai.ita.documents.reading.meaning.report import read_report
from prongsai.ita.documents.reading.pages.text import read_text
from prongsai.ita.words.catalogue import catalogue

REFERENCE = Path(__file__).parent / "reference"
PAGE = REFERENCE / "rules.md"
COUNTS = REFERENCE / "rules-counts.toml"
SEEDS = Path(__file__).parents[2] / "shared" / "seeds"

INTRODUCTION = """\
# Rules: what linting finds

Written by `docs/generate_rules.py` from the rules in
`src/prongsai/ita/documents/linting/rules/` and their sentences in
`src/prongsai/ita/words/{th,en}/rules.toml`; change those, not this page.

`prongsai lint FILE` reads a document and names each fault with its place, what is
printed and what was expected. A rule that is not sure stays silent.
"""

COUNTED = """\
## What the rules find in five real reports

The reports are the acceptance input of this project and no part of it. The counts
stand in `docs/reference/rules-counts.toml`; a test compares them where the reports
are at hand (`python -m docs.generate_rules --count` writes them anew). Every finding
was judged by eye: *false* counts those that no reader of the document would accept.
"""


def rules_page() -> str:
    """Return the page about all rules."""
    return "\n".join(_parts()) + "\n"


def count_findings() -> dict[str, dict[str, int]]:
    """Lint the seeds: report number -> rule -> number of findings."""
    counts: dict[str, dict[str, int]] = {}
    for path in sorted(SEEDS.glob("*.txt")):
        report = read_report(read_text(path.read_text(encoding="utf-8")), path.name)
        found = Counter(finding.rule for finding in lint(report))
        counts[path.name[:3]] = dict(sorted(found.items()))
    return counts


def recorded() -> dict[str, dict[str, int]]:
    """Return the counts that were recorded, and under ``false`` the false alarms."""
    return tomllib.loads(COUNTS.read_text(encoding="utf-8"))


def _parts() -> Iterator[str]:
    yield INTRODUCTION
    for severity in Severity:
        yield f"## {catalogue('en')[f'severity.{severity}'].capitalize()}\n"
        for rule in RULES:
            if rule.severity is severity:
                yield _described(rule)
    yield COUNTED
    yield _count_table()


def _described(rule: Rule) -> str:
    english, thai = catalogue("en"), catalogue("th")
    code = f"lint.{rule.code}"
    return "\n".join(
        (
            f"### `{rule.code}`\n",
            f"**{english[f'{code}.title']}** · {thai[f'{code}.title']}\n",
            f"- Right is: {(rule.check.__doc__ or '').splitlines()[0]}",
            f"- {english[f'{code}.help']}",
            f"- {thai[f'{code}.help']}",
            f"- Says: {english[code]}",
            f"- พูดว่า: {thai[code]}\n",
        )
    )


def _count_table() -> str:
    counts = recorded()
    false = counts.pop("false", {})
    head = ("rule", "severity", *counts, "all", "false")
    return _table(head, (_row(rule, counts, false) for rule in RULES))


def _row(
    rule: Rule, counts: dict[str, dict[str, int]], false: dict[str, int]
) -> Sequence[str]:
    found = [report.get(rule.code, 0) for report in counts.values()]
    cells = [str(n or "·") for n in (*found, sum(found), false.get(rule.code, 0))]
    return (f"`{rule.code}`", str(rule.severity), *cells)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _write_counts() -> None:
    """Record the counts anew; the judgement of false alarms is kept."""
    kept = recorded().get("false", {}) if COUNTS.exists() else {}
    tables = {**count_findings(), "false": kept}
    text = (
        "# Findings of each rule in the seeds, by report; `false` was judged by eye.\n"
    )
    for name, found in tables.items():
        text += f'\n["{name}"]\n' + "".join(
            f"{rule} = {n}\n" for rule, n in found.items()
        )
    COUNTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    import sys

    if "--count" in sys.argv:
        _write_counts()
    PAGE.write_text(rules_page(), encoding="utf-8")
    print(f"wrote {PAGE}")
