"""What else the administrator should know about background work; applications add it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Concern:
    """Something that does not run as it should, in words of the reader's language."""

    title: str
    text: str


Look = Callable[[], list[Concern]]
_looks: list[Look] = []


def register(look: Look) -> None:
    """Have a function asked on the page; call it in ``AppConfig.ready``."""
    if look not in _looks:
        _looks.append(look)


def concerns() -> list[Concern]:
    """Return everything that should be known about the current office now."""
    return [concern for look in _looks for concern in look()]
