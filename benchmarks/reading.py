"""How long reading and linting take: the five real reports, and row by row."""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from prongsai.ita.documents.linting.lint import lint
from prongsai.ita.documents.reading.meaning.report import read_report
from prongsai.ita.documents.reading.pages.text import read_text

ROWS = (10, 30, 100, 300, 1000)

_READ_AND_LINT = """
import sys
from pathlib import Path
from prongsai.ita.documents.linting.lint import lint
from prongsai.ita.documents.reading.meaning.report import read_report
from prongsai.ita.documents.reading.pages.text import read_text
for name in sys.argv[1:]:
    lint(read_report(read_text(Path(name).read_text(encoding="utf-8")), name))
"""


def read_and_lint(reports: list[Path], *, runs: int = 5) -> dict[str, float]:
    """Time reading and linting all reports as one whole process, start-up included.

    Seconds: the median of ``runs``, and what an empty Python process takes beside it.
    """
    names = list(map(str, reports))
    whole = _median([sys.executable, "-c", _READ_AND_LINT, *names], runs)
    empty = _median([sys.executable, "-c", "pass"], runs)
    return {"reports": len(reports), "whole process": whole, "empty process": empty}


def rows_in_a_report(*, runs: int = 3) -> dict[str, float]:
    """Time reading and linting tables of 10 to 1,000 rows: CPU seconds by rows.

    ``growth`` is the cost of a row in the longest table over that in the shortest
    but one; 1 is linear.
    """
    _once(_report(10))
    found = {rows: median(_once(_report(rows)) for _ in range(runs)) for rows in ROWS}
    growth = (found[ROWS[-1]] / ROWS[-1]) / (found[ROWS[1]] / ROWS[1])
    return {**{str(rows): took for rows, took in found.items()}, "growth": growth}


def _once(text: str) -> float:
    start = time.process_time()
    lint(read_report(read_text(text)))
    return time.process_time() - start


def _report(rows: int) -> str:
    """A report of that many different measures."""
    head = "มาตรการ\tขั้นตอน\tระยะเวลา\tผู้รับผิดชอบ\tผลผลิต\tผลลัพธ์"
    body = (
        f"{n}. ปรับปรุงบริการที่ {n}\t๑. สำรวจ {n} ๒. จัดทำ {n} ๓. เผยแพร่ {n}"
        f"\tต.ค. ๖๗ - ก.ย. ๖๘\tกองทดสอบ\tคู่มือ {n} เล่ม\tผู้ใช้บริการ {n} คนพึงพอใจ"
        for n in range(1, rows + 1)
    )
    title = (
        "รายงานผล ประจำปีงบประมาณ พ.ศ. ๒๕๖๘\nเทศบาลตำบลทดสอบดี อำเภอตัวอย่าง จังหวัดสมมติ\n"
    )
    return "\n".join([title, head, *body, ""])


def _median(command: list[str], runs: int) -> float:
    times = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return median(times[1:])
