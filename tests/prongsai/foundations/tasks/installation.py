"""An installation with a database of its own, for tests that start and kill processes."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg

from tests.servers import environment_for, prongsai

ROOT = Path(__file__).parents[4]
MODULE = "tests.prongsai.foundations.tasks.process"


@dataclass(frozen=True)
class Installation:
    """Where it is and what its processes are told."""

    data: Path
    variables: dict[str, str]

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", MODULE, *words],
            env=environment_for(self.data, **self.variables),
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
        )

    def run(self, *words: str) -> int:
        return self.start(*words).wait(timeout=180)

    def show(self) -> dict[str, Any]:
        done = subprocess.run(
            [sys.executable, "-m", MODULE, "show"],
            env=environment_for(self.data, **self.variables),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            check=True,
        )
        return dict(json.loads(done.stdout))


@contextmanager
def installation(
    data: Path, *, like: Installation | None = None
) -> Iterator[Installation]:
    """Make one on the engine the tests run on; ``like`` is one whose tables are copied."""
    variables = {"MARK_FOLDER": str(data)}
    if "DATABASE_URL" not in os.environ:
        if like is not None:
            shutil.copytree(like.data, data, dirs_exist_ok=True)
        yield _ready(Installation(data, variables), has_tables=like is not None)
        return
    url = os.environ["DATABASE_URL"]
    name = f"prongsai_{uuid4().hex[:12]}"
    model = f"TEMPLATE {_name_of(like)}" if like else ""
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name} {model}")
        try:
            variables["DATABASE_URL"] = url.replace("/prongsai?", f"/{name}?", 1)
            yield _ready(Installation(data, variables), has_tables=like is not None)
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _ready(made: Installation, *, has_tables: bool) -> Installation:
    if not has_tables:
        done = prongsai(made.data, "manage", "migrate", "-v", "0", **made.variables)
        assert done.returncode == 0, done.stderr
    return made


def _name_of(made: Installation) -> str:
    return urlsplit(made.variables["DATABASE_URL"]).path.removeprefix("/")
