"""Whose address counts: the connection's, or what our own proxy saw."""

import pytest
from django.test import RequestFactory

from prongsai.foundations.organisations.http import address_of

FACTORY = RequestFactory(REMOTE_ADDR="192.0.2.1")


def test_without_a_proxy_nobody_can_claim_another_address(settings):
    settings.BEHIND_PROXY = False

    request = FACTORY.get("/", headers={"x-forwarded-for": "203.0.113.9"})

    assert address_of(request) == "192.0.2.1"


@pytest.mark.parametrize(
    ("said", "seen"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("198.51.100.7, 203.0.113.9", "203.0.113.9"),
        ("", "192.0.2.1"),
    ],
)
def test_behind_a_proxy_the_last_address_counts(settings, said, seen):
    settings.BEHIND_PROXY = True

    request = FACTORY.get("/", headers={"x-forwarded-for": said})

    assert address_of(request) == seen
