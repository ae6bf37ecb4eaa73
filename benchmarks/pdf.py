"""How long PDFs take: against LibreOffice, many in one process, and row by row.

Each function measures one thing and returns its figures; nothing is judged here.
LibreOffice converts the DOCX this library writes from the same report.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import TypeAlias

from prongsai.ita.documents.model.codec import from_json
from prongsai.ita.documents.model.report import Item, Measure, Report
from prongsai.ita.documents.rendering.writing import render

Command: TypeAlias = list[str | Path]

ROWS = (10, 30, 100, 300, 1000)
REPORTS = 50

_WRITE = """
import sys
from pathlib import Path
from prongsai.ita.documents.model.codec import from_json
from prongsai.ita.documents.rendering.writing import render
source, target, times = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
texts = source.read_text(encoding="utf-8").splitlines()
for number in range(times):
    pdf = render(from_json(texts[number]), to="pdf")
    target.with_suffix(f".{number}.pdf").write_bytes(pdf)
"""


def against_libreoffice(report: Path, *, runs: int = 5) -> dict[str, float]:
    """Time one PDF as a whole process, ours and LibreOffice's, and their ratio.

    ``report`` is a file of report JSON. Seconds, medians of ``runs`` after a first
    run of each that fills their caches.
    """
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        ours = _writer([from_json(report.read_text(encoding="utf-8"))], place)
        theirs = _converter(report, place)
        (mine, other) = (_median(ours, runs), _median(theirs, runs))
    return {"prongsai": mine, "libreoffice": other, "ratio": mine / other}


def many_in_one_process(report: Path, *, runs: int = 3) -> dict[str, float]:
    """Time fifty different reports in one process against LibreOffice, per report.

    The fifty differ in the text of every measure, step, output and outcome. Start-up
    counts; a phrase they share is cut into words once.
    """
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        first = from_json(report.read_text(encoding="utf-8"))
        ours = _writer([another(first, n) for n in range(REPORTS)], place)
        theirs = _converter(report, place)
        (mine, other) = (_median(ours, runs) / REPORTS, _median(theirs, runs))
    return {"prongsai": mine, "libreoffice": other, "ratio": mine / other}


def rows_in_a_table(report: Path, *, runs: int = 3) -> dict[str, float]:
    """Time PDFs of 10 to 1,000 different rows in this process: CPU seconds by rows.

    ``growth`` is the cost of a row in the longest table over that in the shortest
    but one; 1 is linear.
    """
    first = from_json(report.read_text(encoding="utf-8"))
    render(first, to="pdf")
    found = {}
    for rows in ROWS:
        times = []
        for run in range(runs):
            long = _of_rows(first, rows, run)
            start = time.process_time()
            render(long, to="pdf")
            times.append(time.process_time() - start)
        found[rows] = median(times)
    growth = (found[ROWS[-1]] / ROWS[-1]) / (found[ROWS[1]] / ROWS[1])
    return {**{str(rows): took for rows, took in found.items()}, "growth": growth}


def another(report: Report, number: int) -> Report:
    """Return the report with every text of its measures made different."""
    measures = tuple(_measure(measure, number) for measure in report.measures)
    return replace(report, title=f"{report.title} {number}", measures=measures)


def _measure(measure: Measure, number: int) -> Measure:
    def items(found: tuple[Item, ...]) -> tuple[Item, ...]:
        return tuple(replace(item, text=f"{item.text} {number}") for item in found)

    return replace(
        measure,
        title=f"{measure.title} {number}",
        steps=items(measure.steps),
        outputs=items(measure.outputs),
        outcomes=items(measure.outcomes),
    )


def _of_rows(report: Report, rows: int, run: int) -> Report:
    measures = [
        _measure(report.measures[n % len(report.measures)], run * 10_000 + n)
        for n in range(rows)
    ]
    return replace(report, measures=tuple(measures))


def _writer(reports: list[Report], place: Path) -> Callable[[], None]:
    source, target = place / "reports.jsonl", place / "report.pdf"
    lines = (json.dumps(json.loads(render(r, to="json"))) for r in reports)
    source.write_text("\n".join(lines), encoding="utf-8")
    command: Command = [sys.executable, "-c", _WRITE, source, target, str(len(reports))]
    return lambda: _run(command)


def _converter(report: Path, place: Path) -> Callable[[], None]:
    soffice = shutil.which("soffice")
    if soffice is None:
        raise FileNotFoundError("soffice")
    docx = place / "report.docx"
    docx.write_bytes(render(from_json(report.read_text(encoding="utf-8")), to="docx"))
    profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
    command: Command = [soffice, profile, "--headless", "--convert-to", "pdf"]
    return lambda: _run([*command, "--outdir", place, docx])


def _run(command: Command) -> None:
    subprocess.run(command, check=True, capture_output=True)


def _median(deed: Callable[[], None], runs: int) -> float:
    deed()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        deed()
        times.append(time.perf_counter() - start)
    return median(times)


if __name__ == "__main__":
    given = Path(sys.argv[1])
    measured = {
        "against_libreoffice": against_libreoffice(given),
        "many_in_one_process": many_in_one_process(given),
        "rows_in_a_table": rows_in_a_table(given),
    }
    print(json.dumps(measured, indent=2))
