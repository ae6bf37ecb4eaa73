"""A publication while the page is being read by many: wholly old or wholly new, and soon.

python -m benchmarks.changing sqlite|postgresql

Two processes of granian under the load of wrk; beside it a few readers ask for the page
one time after the other and keep what they got. In the middle a new version is published
by another process. Then every answer is compared with the page before and the page after.
"""

import hashlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks import web
from tests.servers import environment_for

SECONDS, BEFORE, READERS = 8, 2, 4
"""How long the load lasts, when the publication begins, who keeps the answers."""

FRESH = 1.0
"""Seconds after which no reader may get the old page any more."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a reader got: when it was asked for, and the digest of its bytes."""

    asked: float
    digest: str


def changing(engine: str) -> dict[str, float]:
    """Measure on ``sqlite`` or ``postgresql``."""
    with web.database(engine) as variables, tempfile.TemporaryDirectory() as place:
        data = Path(place)
        places = web.fill(data, variables)
        with web.serving(data, cache=True, **variables) as ours:
            return _measure(data, variables, ours + places["public"])


def _measure(data: Path, database: dict[str, str], address: str) -> dict[str, float]:
    """Read under load, publish, and compare."""
    old = _digest(web.body(address))
    with _publisher(data, database) as publish, ThreadPoolExecutor(READERS + 1) as pool:
        end = time.monotonic() + SECONDS
        load = pool.submit(web.load, address, SECONDS)
        readers = [pool.submit(_read, address, end) for _ in range(READERS)]
        time.sleep(BEFORE)
        published = publish()
        answers = [one for reader in readers for one in reader.result()]
        rate, slow = load.result()
    if published > end - FRESH:
        raise RuntimeError("the publication came too late to be seen")
    new = _digest(web.body(address))
    stale = [a.asked - published for a in answers if a.digest == old]
    return {
        "requests/s meanwhile": rate,
        "p99 ms meanwhile": slow,
        "answers kept": len(answers),
        "answers that are the old page": len(stale),
        "answers that are the new page": sum(a.digest == new for a in answers),
        "answers that are neither": sum(a.digest not in {old, new} for a in answers),
        "seconds until all got the new page": max(0.0, *stale),
    }


def _read(address: str, end: float) -> list[Answer]:
    """Ask again and again until the end."""
    answers = []
    while (asked := time.monotonic()) < end:
        answers.append(Answer(asked=asked, digest=_digest(web.body(address, times=1))))
        time.sleep(0.01)
    return answers


@contextmanager
def _publisher(data: Path, database: dict[str, str]) -> Iterator[Callable[[], float]]:
    """Give what publishes from a process that is ready; it returns the moment after."""
    command = [sys.executable, "-m", "benchmarks.filling", "again"]
    with subprocess.Popen(
        command,
        env=environment_for(data, **database),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        read, write = process.stdout, process.stdin
        if read is None or write is None:
            raise RuntimeError("no pipe to the publisher")
        read.readline()

        def publish() -> float:
            write.write("now\n")
            write.flush()
            return float(read.readline())

        yield publish


def _digest(page: bytes) -> str:
    return hashlib.sha256(page).hexdigest()


if __name__ == "__main__":
    if said := web.missing():
        sys.exit("\n".join(said))
    print(json.dumps(changing(sys.argv[1]), indent=2))
