"""Reading the frozen content of an item: plain JSON, where anything may be absent."""

from collections.abc import Mapping
from typing import TypeAlias

from prongsai.foundations.frameworks import queries as frameworks
from prongsai.foundations.publications.contents import Json

Things: TypeAlias = "dict[str, Json]"
List: TypeAlias = "list[str]"


def things(content: Mapping[str, Json], name: str) -> list[Things]:
    """Return a list of things of a content; what is no thing is left out."""
    found = content.get(name)
    rows = found if isinstance(found, list) else []
    return [one for one in rows if isinstance(one, dict)]


def words(thing: Mapping[str, Json], name: str) -> str:
    """Return a text of a thing; empty where there is none.

    >>> words({"url": None}, "url")
    ''
    """
    found = thing.get(name)
    return found if isinstance(found, str) else ""


def said(found: Json, language: str = "th") -> str:
    """Return a sentence in a language, in Thai where it was not said in that one.

    >>> said({"th": "ก", "en": ""}, "en"), said(None)
    ('ก', '')
    """
    if not isinstance(found, dict):
        return ""
    return words(found, language) or words(found, "th")


def title_of(content: Mapping[str, Json]) -> str:
    """Return the Thai title of an item: its own, or the one of its framework."""
    if own := said(content.get("title")):
        return own
    code, year = words(content, "code").lower(), content.get("year")
    if not isinstance(year, int) or year not in frameworks.available():
        return ""
    items = frameworks.load(year).items or ()
    return next((item.th for item in items if item.code.lower() == code), "")
