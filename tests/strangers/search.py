"""What Alice's office has published is not found at the address of another office."""

from typing import Any

from prongsai.foundations.organisations.models import Organisation
from tests.strangers.publications import ADDRESS, WORDS, publish


def asked(_office: Organisation) -> dict[str, Any]:
    """Charlie asks for the very words of Alice's title; they are hers to type."""
    publish()
    return {"data": {"q": "register alice"}, "secrets": [*WORDS, ADDRESS]}


def listed(**kwargs: str) -> Any:
    def made(_office: Organisation) -> dict[str, Any]:
        publish()
        return {"secrets": [*WORDS, ADDRESS]} if not kwargs else {"kwargs": kwargs}

    return made


CASES = {
    "search": asked,
    "sitemap": listed(),
    "sitemap_section": listed(section="of-alice"),
}
