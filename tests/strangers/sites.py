"""The pages of the sites themselves: what they show is the reader's own."""

from typing import Any

from prongsai.foundations.organisations.models import Organisation


def anything(_office: Organisation) -> dict[str, Any]:
    """An address without a key."""
    return {}


def a_choice(_office: Organisation) -> dict[str, Any]:
    """A preference of the reader's own."""
    return {"data": {"language": "en", "size": "2", "next": "/"}}


def no_colour(_office: Organisation) -> dict[str, Any]:
    """A stylesheet belongs to nobody; only colours are there."""
    return {"kwargs": {"digest": "x", "colour": "of-alice"}}


CASES = {
    "home": anything,
    "services": anything,
    "robots": anything,
    "security": anything,
    "privacy": anything,
    "accessibility": anything,
    "set_language": a_choice,
    "set_text_size": a_choice,
    "stylesheet": no_colour,
    "staff_home": anything,
    "gallery": anything,
}
