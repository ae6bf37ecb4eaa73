"""The website under load, beside a bare Django view serving the same bytes.

python -m benchmarks.web sqlite|postgresql

Two processes of granian on loopback, sixteen connections, a few seconds a round, the
rounds of both sides in turn; the median of the rounds counts. PostgreSQL is started
here, with the settings of the tests, unless ``DATABASE_URL`` names one.
"""

import http.client
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests import with_postgres
from tests.servers import answers, environment_for, prongsai, unused_port

OFFICES, LOANS = 200, 20_000
ROUNDS, SECONDS, CONNECTIONS = 5, 3, 16
ASKED, WARMING = 120, 20
"""Times the staff list is asked for; times a page is, before it is measured."""

_PER_SECOND = re.compile(r"Requests/sec:\s+([\d.]+)")
_P99 = re.compile(r"99%\s+([\d.]+)(us|ms|s)")
_BAD = re.compile(r"Non-2xx or 3xx responses: (\d+)")
_SCALE = {"us": 0.001, "ms": 1.0, "s": 1000.0}


def missing() -> list[str]:
    """Return, for each program that is not installed, what to do."""
    said = []
    if shutil.which("wrk") is None:
        said.append("wrk is not installed: apt install wrk")
    if with_postgres.found("initdb") is None and "DATABASE_URL" not in os.environ:
        said.append("PostgreSQL is not installed: apt install postgresql")
    return said


def website(engine: str) -> dict[str, float]:
    """Measure on ``sqlite`` or ``postgresql``."""
    with database(engine) as variables, tempfile.TemporaryDirectory() as place:
        return _measure(Path(place), variables)


@contextmanager
def database(engine: str) -> Iterator[dict[str, str]]:
    """Give the variables that lead to an empty database of this kind."""
    if engine == "sqlite":
        yield {}
    elif given := os.environ.get("DATABASE_URL"):
        yield {"DATABASE_URL": given}
    else:
        with with_postgres.temporary() as url:
            yield {"DATABASE_URL": url}


def _measure(data: Path, database: dict[str, str]) -> dict[str, float]:
    """Fill an installation, load the public page both ways, ask for the staff list."""
    places = fill(data, database)
    public = places["public"]
    with (
        serving(data, cache=True, **database) as ours,
        _bare(data, ours, **database) as bare,
    ):
        kept = _compare(ours + public, f"{bare}/cached/")
    with (
        serving(data, cache=False, **database) as ours,
        _bare(data, ours, **database) as bare,
    ):
        drawn = _compare(ours + public, f"{bare}/uncached/")
        staff = _ask(ours, places["staff"], places["cookie"])
    return {
        **{f"public page, cached: {name}": value for name, value in kept.items()},
        **{f"public page, uncached: {name}": value for name, value in drawn.items()},
        **{f"staff list of loans: {name}": value for name, value in staff.items()},
    }


def fill(data: Path, database: dict[str, str]) -> dict[str, str]:
    """Make an installation with offices and loans; return where to ask."""
    done = prongsai(data, "manage", "migrate", **database)
    if done.returncode:
        raise RuntimeError(done.stderr)
    filled = subprocess.run(
        [sys.executable, "-m", "benchmarks.filling", str(OFFICES), str(LOANS)],
        env=environment_for(data, **database),
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, str] = json.loads(filled.stdout.splitlines()[-1])
    return found


def serving(data: Path, *, cache: bool, **database: str) -> "_Server":
    """Return our own server, to be started."""
    port = unused_port()
    options = ["serve", "--port", str(port), "--processes", "2", "--no-worker"]
    variables = database | ({} if cache else {"PRONGSAI_PAGE_CACHE_MB": "0"})
    return _Server(
        [sys.executable, "-m", "prongsai", *options],
        data=data,
        port=port,
        variables=variables,
    )


def _bare(data: Path, ours: str, **database: str) -> "_Server":
    # The page says its own address: both must say the same.
    variables = database | {"BENCHMARK_HOST": ours.removeprefix("http://")}
    port = unused_port()
    command = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", "2",
        "--blocking-threads", "4", "--no-access-log", "--port", str(port),
        "benchmarks.bare:application",
    ]  # fmt: skip
    return _Server(command, data=data, port=port, variables=variables)


class _Server:
    """A server that runs while it is being measured."""

    def __init__(
        self, command: list[str], *, data: Path, port: int, variables: dict[str, str]
    ) -> None:
        self.command, self.data, self.port = command, data, port
        self.variables = variables

    def __enter__(self) -> str:
        """Start it and wait for its first answer."""
        environment = environment_for(self.data, **self.variables)
        if "granian" in self.command:
            environment.pop("DJANGO_SETTINGS_MODULE")
        self.process = subprocess.Popen(
            self.command,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        address = f"http://127.0.0.1:{self.port}"
        end = time.monotonic() + 60
        while not answers(address):
            if self.process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(" ".join(self.command))
            time.sleep(0.1)
        return address

    def __exit__(self, *_: object) -> None:
        """End it."""
        self.process.terminate()
        self.process.wait(timeout=30)


def _compare(ours: str, bare: str) -> dict[str, float]:
    """Load both in turn and put their medians beside each other."""
    if body(ours) != body(bare):
        raise RuntimeError(f"not the same bytes: {ours} and {bare}")
    rounds = [(load(ours), load(bare)) for _ in range(ROUNDS)]
    mine = statistics.median(a[0] for a, _ in rounds)
    theirs = statistics.median(b[0] for _, b in rounds)
    return {
        "requests/s": mine,
        "p99 ms": statistics.median(a[1] for a, _ in rounds),
        "bare view, requests/s": theirs,
        "bare view, p99 ms": statistics.median(b[1] for _, b in rounds),
        "ratio": mine / theirs,
    }


def body(address: str, *, times: int = WARMING) -> bytes:
    """Return the page itself; both workers and their caches have seen it then."""
    host, _, path = address.removeprefix("http://").partition("/")
    with _connection(host) as connection:
        for _ in range(times):
            connection.request("GET", f"/{path}")
            answer = connection.getresponse()
            found = answer.read()
            if answer.status != http.HTTPStatus.OK:
                raise RuntimeError(f"{answer.status} {address}")
    return found


def load(address: str, seconds: int = SECONDS) -> tuple[float, float]:
    """Return requests a second and the 99th percentile in milliseconds."""
    said = subprocess.run(
        ["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", address],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    rate, slow = _PER_SECOND.search(said), _P99.search(said)
    if rate is None or slow is None or _BAD.search(said):
        raise RuntimeError(said)
    return float(rate[1]), float(slow[1]) * _SCALE[slow[2]]


def _ask(address: str, path: str, cookie: str) -> dict[str, float]:
    """Ask for a page one time after the other; percentiles in milliseconds."""
    times = []
    with _connection(address) as connection:
        for _ in range(ASKED):
            start = time.perf_counter()
            connection.request("GET", path, headers={"Cookie": cookie})
            answer = connection.getresponse()
            body = answer.read()
            times.append((time.perf_counter() - start) * 1000)
            if answer.status != http.HTTPStatus.OK or b"<table" not in body:
                raise RuntimeError(f"{answer.status} {path}")
    found = statistics.quantiles(times[WARMING:], n=100)
    return {"p50 ms": found[49], "p95 ms": found[94]}


@contextmanager
def _connection(address: str) -> Iterator[http.client.HTTPConnection]:
    connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=30)
    try:
        yield connection
    finally:
        connection.close()


if __name__ == "__main__":
    if said := missing():
        sys.exit("\n".join(said))
    print(json.dumps(website(sys.argv[1]), indent=2))
