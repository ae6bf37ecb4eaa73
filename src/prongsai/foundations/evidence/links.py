"""How evidence looks at a page of the open web: read, gone, or not reached.

The visit itself, its limits and what it refuses are those of any stranger.
"""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Literal

from prongsai.foundations.publications.strangers import (
    LONGEST,
    PUBLIC,
    End,
    Rules,
    checked,
    is_public,
    meet,
)

__all__ = ["LONGEST", "PUBLIC", "Rules", "Visit", "checked", "is_public", "visit"]

_MISSING = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})


@dataclass(frozen=True, kw_only=True)
class Visit:
    """How a page answered; ``digest`` is that of its body as it was sent."""

    state: Literal["read", "gone", "unreachable"]
    status: int | None = None
    digest: str = ""
    final_url: str = ""


def visit(url: str, *, rules: Rules = PUBLIC) -> Visit:
    """Fetch a page and say how it answered; a way that is refused is "unreachable"."""
    met = meet(url, rules=rules)
    state: Literal["read", "gone", "unreachable"] = "unreachable"
    if met.end == End.READ:
        state = "read"
    elif met.end == End.STATUS and met.status in _MISSING:
        state = "gone"
    return Visit(
        state=state, status=met.status, digest=met.digest, final_url=met.final_url
    )
