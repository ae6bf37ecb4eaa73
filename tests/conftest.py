"""What all tests share: laws without a clock, and no office left over from another test."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from prongsai.foundations.organisations import tenancy

settings.register_profile("prongsai", deadline=None)
settings.load_profile("prongsai")


@pytest.fixture(autouse=True)
def nobodys_name() -> Iterator[None]:
    """Begin and end every test in no office's name."""
    tenancy._current.set(None)
    yield
    tenancy._current.set(None)
