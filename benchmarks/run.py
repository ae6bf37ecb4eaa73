"""Runs every benchmark, prints a table and writes figures and page into the docs.

python -m benchmarks.run
"""

import json
import os
import platform
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import changing, pdf, reading, reports, web
from prongsai.ita.documents.model.codec import to_json
from prongsai.ita.documents.reading.meaning.report import read_report
from prongsai.ita.documents.reading.pages.text import read_text

ROOT = Path(__file__).parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
EXAMPLE = ROOT / "examples" / "report-2568.md"
FIGURES = ROOT / "docs" / "reference" / "benchmarks.json"
PAGE = ROOT / "docs" / "reference" / "benchmarks.md"

TITLES = {
    "pdf_against_libreoffice": "A PDF, whole process (s)",
    "fifty_in_one_process": "50 PDFs in one process, each (s)",
    "pdf_by_rows": "PDF by rows (CPU s)",
    "read_and_lint": "Reading and linting the real reports, whole process (s)",
    "read_and_lint_by_rows": "Reading and linting by rows (CPU s)",
    "report_on_sqlite": "A result report of 30 measures with evidence, on SQLite",
    "report_on_postgresql": "A result report of 30 measures with evidence, on PostgreSQL",
    "website_on_sqlite": "The website on SQLite",
    "website_on_postgresql": "The website on PostgreSQL",
    "changing_on_sqlite": "A publication during the load, on SQLite",
    "changing_on_postgresql": "A publication during the load, on PostgreSQL",
}

WEBSITE = f"""\
## How the website is measured

granian with 2 processes on loopback, {web.CONNECTIONS} connections of wrk,
{web.SECONDS} seconds a round, ours and the bare view in turn, the median of
{web.ROUNDS} rounds. {web.OFFICES} offices, {web.LOANS:,} loans in the one that is asked.
Both answer the same bytes; that is compared before anything is measured.

- *Bare view, cached*: Django without any middleware answers bytes it keeps in memory.
- *Bare view, uncached*: Django without any middleware asks the same database for the
  office and the newest version and draws it with the same template. On PostgreSQL it
  names the office in a transaction as we do, or it would see no row.
- *Ours, cached*: the page from the memory of the process, asked of the database once a
  second whether it still holds.
- *Ours, uncached*: the same page with no page kept: every middleware, and whether the
  version was taken back.
- *Staff list*: the first page of the loans, signed in, {web.ASKED - web.WARMING} times one
  after the other.

A ratio is ours over the bare view: at least 0.8 cached and 0.5 uncached. Cached, at least
2,000 requests a second with a 99th percentile under 50 ms on two cores.

During a publication, {changing.READERS} readers beside the load of wrk keep every answer:
each must be the whole old page or the whole new one, and {changing.FRESH:.0f} second after
the publication nobody may get the old one.
"""


def measure() -> dict[str, object]:
    """Run every benchmark once; all ratios are between figures of this run."""
    real = sorted(SEEDS.glob("*.txt")) or [EXAMPLE]
    chosen = next((p for p in real if p.name.startswith("002")), real[0])
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "report.json"
        report = read_report(read_text(chosen.read_text(encoding="utf-8")))
        source.write_text(to_json(report), encoding="utf-8")
        return {
            "machine": machine(),
            "report": "seed 002" if chosen != EXAMPLE else "the example",
            "pdf_against_libreoffice": pdf.against_libreoffice(source),
            "fifty_in_one_process": pdf.many_in_one_process(source),
            "pdf_by_rows": pdf.rows_in_a_table(source),
            "read_and_lint": reading.read_and_lint(real),
            "read_and_lint_by_rows": reading.rows_in_a_report(),
            "report_on_sqlite": reports.reports("sqlite"),
            "report_on_postgresql": reports.reports("postgresql"),
            "website_on_sqlite": web.website("sqlite"),
            "website_on_postgresql": web.website("postgresql"),
            "changing_on_sqlite": changing.changing("sqlite"),
            "changing_on_postgresql": changing.changing("postgresql"),
        }


def machine() -> dict[str, object]:
    """The size of the machine, without its name."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    return {
        "cores": os.cpu_count(),
        "memory_gib": round(memory),
        "python": platform.python_version(),
        "system": platform.system(),
    }


def page(found: dict[str, object]) -> str:
    """The figures as a page of the documentation."""
    size = found["machine"]
    lines = [
        "# Benchmarks",
        "",
        "Written by `make bench`; medians of one run. Compare figures within this page, not",
        "across machines. LibreOffice converts the DOCX that Prongsai writes of the same",
        f"report ({found['report']}). Growth is the cost of a row at 1,000 rows over that at",
        "30 rows; 1 is linear.",
        "",
        f"Machine: {json.dumps(size)}",
        "",
    ]
    for name, title in TITLES.items():
        figures = found[name]
        if isinstance(figures, dict):
            lines += [f"## {title}", "", "| what | figure |", "|---|---|"]
            lines += [
                f"| {what} | {_figure(value)} |" for what, value in figures.items()
            ]
            lines.append("")
    return "\n".join([*lines, WEBSITE])


def _figure(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def main() -> int:
    """Measure, show, write; say at once when a program is missing."""
    if missing := web.missing():
        sys.exit("\n".join(missing))
    found = measure()
    console = Console()
    for name, title in TITLES.items():
        table = Table("what", "figure", title=title)
        figures = found[name]
        if isinstance(figures, dict):
            for what, value in figures.items():
                table.add_row(what, _figure(value))
        console.print(table)
    FIGURES.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    PAGE.write_text(page(found), encoding="utf-8")
    console.print(f"written: {PAGE.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
