"""A report of a year: its page in the back office, and its documents in the web process.

python -m benchmarks.reports sqlite|postgresql

An installation of its own is filled by the deeds of people: thirty measures of four
steps each, every one with an output, an outcome in numbers and evidence that is a live
figure. The page is asked for through Django's client, beside the page of the list;
each document is written again and again. Milliseconds; the ratio is of the medians.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.web import database
from tests.servers import environment_for, prongsai

if TYPE_CHECKING:
    from django.test import Client

MEASURES, STEPS = 30, 4
ASKED, WARMING, WRITTEN = 60, 10, 10
_INSIDE = "inside"


def reports(engine: str) -> dict[str, float]:
    """Measure on ``sqlite`` or ``postgresql``."""
    with database(engine) as variables, tempfile.TemporaryDirectory() as place:
        data = Path(place)
        done = prongsai(data, "manage", "migrate", **variables)
        if done.returncode:
            raise RuntimeError(done.stderr)
        measured = subprocess.run(
            [sys.executable, "-m", "benchmarks.reports", _INSIDE],
            env=environment_for(data, **variables),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    found: dict[str, float] = json.loads(measured.stdout.splitlines()[-1])
    return found


def inside() -> dict[str, float]:
    """Fill the installation this process runs in, and measure."""
    import django  # noqa: PLC0415  # only the measured process is one of Django's

    django.setup()
    from prongsai.foundations.organisations import tenancy  # noqa: PLC0415
    from prongsai.registers.reports.documents.printing import (  # noqa: PLC0415
        Seal,
        written,
    )
    from prongsai.registers.reports.queries.composing import compose  # noqa: PLC0415
    from tests import cast, following, planning, reporting  # noqa: PLC0415

    office = cast.make_office()
    with tenancy.acting_for(office.pk):
        team = planning.make_team(office)
        plan = planning.make_plan(team)
        steps = planning.steps_of(team, STEPS)
        for n in range(1, MEASURES + 1):
            aspect = 1 + n % 7
            planning.make_measure(
                plan, team=team, steps=steps, title=f"มาตรการที่ {n}", aspect=aspect
            )
        planning.decide(team, planning.proposed(team, plan))
        bob = cast.make_user(office=office)
        for measure in plan.measures.order_by("order"):
            field = following.Field(team=team, plan=plan, measure=measure, bob=bob)
            following.written(field)
        report = reporting.begun(field)
        content = compose(report).content
        client = cast.client_of(team.analyst)
    seal = Seal(digest="0" * 64, address=f"https://{'0' * 64}.example/")
    on: date = cast.TODAY + timedelta(days=1)
    page = _times(lambda: _opened(client, report.get_absolute_url()), ASKED)
    listed = _times(lambda: _opened(client, "/staff/reports/"), ASKED)
    found = {
        "page of the report: p50 ms": statistics.median(page),
        "page of the report: p95 ms": statistics.quantiles(page, n=20)[18],
        "page of the report: ratio to the list": statistics.median(page)
        / statistics.median(listed),
    }
    for form in ("pdf", "docx"):
        took = _times(partial(written, content, form, seal=seal, on=on), WRITTEN)
        found[f"{form} of the report: p50 ms"] = statistics.median(took)
    return found


def _opened(client: "Client", path: str) -> None:
    answer = client.get(path)
    if answer.status_code != 200:  # noqa: PLR2004  # OK
        raise RuntimeError(f"{answer.status_code} {path}")


def _times(deed: Callable[[], object], times: int) -> list[float]:
    found = []
    for _ in range(WARMING + times):
        start = time.perf_counter()
        deed()
        found.append((time.perf_counter() - start) * 1000)
    return found[WARMING:]


if __name__ == "__main__":
    asked = sys.argv[1]
    measured = inside() if asked == _INSIDE else reports(asked)
    print(json.dumps(measured, indent=None if asked == _INSIDE else 2))
