"""One invented office and one server for all tests of a process."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers import prongsai, website

RUNNING = os.environ.get("PRONGSAI_SITE", "")
"""An invented office that is served already; for those who write a test."""


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of an invented office with a year of work."""
    data: Path = tmp_path_factory.mktemp("demonstration")
    if RUNNING:
        return data
    done = prongsai(data, "demo")
    assert done.returncode == 0, done.stderr
    return data


@pytest.fixture(scope="session")
def site(demonstration: Path) -> Iterator[str]:
    """The address of that office's website."""
    if RUNNING:
        yield RUNNING
        return
    with website(demonstration) as address:
        yield address
