"""What all tests share: laws without a clock, and no office left over from another test."""

from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from prongsai.foundations.organisations import tenancy
from tests.programs import program

settings.register_profile("prongsai", deadline=None)
settings.load_profile("prongsai")


@pytest.fixture(autouse=True)
def nobodys_name() -> Iterator[None]:
    """Begin and end every test in no office's name."""
    tenancy._current.set(None)
    yield
    tenancy._current.set(None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, one for each process: two at once cannot share its loop."""
    path = program("chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield chromium
        chromium.close()
