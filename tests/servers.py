"""The real website in a process of its own, on loopback, with its own data."""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from urllib.error import HTTPError, URLError

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
SECONDS_TO_START = 60
"""Patience with a slow machine; a server that is there answers at once."""


def environment_for(data: Path, **variables: str) -> dict[str, str]:
    """The variables of an installation in ``data``, and nothing left over from tests."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("PRONGSAI_")}
    kept.pop("DATABASE_URL", None)
    kept["DJANGO_SETTINGS_MODULE"] = "prongsai.config.settings"
    return kept | {"PRONGSAI_DATA": str(data), "LANG": "en_US.UTF-8"} | variables


def prongsai(
    data: Path, *words: str, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run one command of ours to its end."""
    return subprocess.run(
        [sys.executable, "-m", "prongsai", *words],
        env=environment_for(data, **variables),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def unused_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def answers(address: str) -> bool:
    try:
        urllib.request.urlopen(address, timeout=5).close()
    except HTTPError as answer:
        answer.close()
    except (URLError, OSError):
        return False
    return True


@contextmanager
def website(data: Path, *options: str, **variables: str) -> Iterator[str]:
    """Serve the installation in ``data``; give its address; end it afterwards."""
    with serving(data, *options, variables=variables) as (_server, address):
        yield address


@contextmanager
def serving(
    data: Path,
    *options: str,
    python: Path = Path(sys.executable),
    port: int | None = None,
    variables: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Serve as ``website`` does; give the process too, which leads its own group."""
    command = [str(python), "-m", "prongsai", "serve", "--port"]
    handle, name = tempfile.mkstemp(dir=data, prefix="serve-", suffix=".log")
    with os.fdopen(handle, "w") as output:
        server = subprocess.Popen(
            [*command, str(port or unused_port()), *options],
            cwd=data,
            env=environment_for(data, **variables),
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield server, _wait(server, Path(name))
    finally:
        server.send_signal(signal.SIGTERM)
        try:
            server.wait(timeout=30)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)


def _wait(server: subprocess.Popen[bytes], log: Path) -> str:
    """Wait until the address that the server printed answers, and return it."""
    end = time.monotonic() + SECONDS_TO_START
    while True:
        said = log.read_text(encoding="utf-8")
        found = ADDRESS.search(said)
        if found and answers(found[0]):
            return found[0]
        if server.poll() is not None or time.monotonic() > end:
            raise RuntimeError(said)
        time.sleep(0.1)


def left_of(server: subprocess.Popen[bytes], *, within: float = 15) -> dict[int, str]:
    """Return the processes of a server's group that still run after some seconds."""
    end = time.monotonic() + within
    while (found := _group(server.pid)) and time.monotonic() < end:
        time.sleep(0.2)
    return found


def _group(leader: int) -> dict[int, str]:
    listed = subprocess.run(
        ["ps", "-e", "-o", "pid=,pgid=,stat=,args="],
        capture_output=True,
        text=True,
        check=True,
    )
    rows = (line.split(None, 3) for line in listed.stdout.splitlines())
    return {
        int(pid): what
        for pid, group, state, what in rows
        if int(group) == leader and state[0] != "Z"
    }
