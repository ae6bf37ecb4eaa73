"""The memo that asks to publish an item: subject, facts, law, what is asked."""

from collections.abc import Iterator
from typing import Any

from prongsai.foundations.approvals.statements import Parts
from prongsai.foundations.records.sentences import SentenceBook
from prongsai.registers.disclosure.models import Edition, Item

_BOOK = SentenceBook(__package__)

SHORT = 16
_LONGEST_TITLE = 290
_MOST_NAMED = 10


def memo_title(item: Item) -> str:
    """Return the subject line; a title that is too long is cut at its end."""
    return _say("title", **_facts_of(item))[:_LONGEST_TITLE]


def memo_parts(item: Item, edition: Edition) -> Parts:
    """Return background, facts, law, considerations and closing."""
    return Parts(
        background=" ".join(_background(item, edition)),
        facts="\n".join(_facts(edition)),
        law=_say("law", **_facts_of(item)),
        considerations=_say("considerations"),
        closing=_say("closing"),
    )


def _say(key: str, **facts: object) -> str:
    return _BOOK.say("memo", key, **facts)


def replaced() -> str:
    """Return why an earlier memo about the same item is withdrawn."""
    return _say("replaced")


def _facts_of(item: Item) -> dict[str, Any]:
    return {
        "code": item.code,
        "name": item.title_th,
        "year": item.year.fiscal_year,
        "division": item.division.name_th if item.division else _say("office"),
    }


def _background(item: Item, edition: Edition) -> Iterator[str]:
    yield _say("background", **_facts_of(item))
    if item.published is not None:
        yield _say("background_new_version", number=item.published.number)
    if edition.note_th:
        yield _say("note", note=edition.note_th)


def _facts(edition: Edition) -> Iterator[str]:
    content = edition.content
    parts = content["parts"]
    asked = [one for one in content["elements"] if one.get("is_asked", True)]
    missing = [str(one["th"]) for one in asked if not one["met"]]
    counted = {
        "parts": len(parts),
        "tables": len(content["tables"]),
        "files": sum(len(part["files"]) for part in parts),
        "met": len(asked) - len(missing),
        "asked": len(asked),
    }
    yield _say("facts" if asked else "facts_unknown", **counted)
    if missing:
        yield _say("facts_missing", missing=" / ".join(missing[:_MOST_NAMED]))
    yield _say("facts_digest", digest=edition.digest[:SHORT])
