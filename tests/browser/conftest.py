"""One invented office, one server and one browser for all tests of a process."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.programs import program
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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window and without calling home."""
    path = program("chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield chromium
        chromium.close()
