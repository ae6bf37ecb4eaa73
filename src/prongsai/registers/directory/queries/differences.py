"""What stands in the drafts and is not public yet, row by row, for words on a page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from prongsai.registers.directory.queries.composing import content_of
from prongsai.registers.directory.queries.public import Snapshot

Content = Mapping[str, Any]
Row = Mapping[str, Any]


class Change(StrEnum):
    """What happened to a row since it was published."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One row that differs: of which part, what happened, what it is called."""

    part: str
    change: Change
    name: Mapping[str, str]


LISTS = (
    "divisions", "seats", "people", "terms", "duties", "hours", "channels",
    "landmarks", "roads",
)  # fmt: skip
SINGLE = ("office", "powers")


def differences(public: Snapshot | None, *, on: date) -> list[Difference]:
    """Return what would be different if the directory was published today."""
    now = content_of(on)
    before: Content = public.reading.content if public else {}
    return list(_differences(before, now))


def _differences(before: Content, now: Content) -> Iterator[Difference]:
    for part in (*SINGLE, *LISTS):
        yield from _compared(part, before, now)


def _rows(content: Content, part: str) -> dict[object, Row]:
    found = content.get(part)
    rows: list[Row] = [found] if part in SINGLE and found else found or []
    return {row["key"]: row for row in rows}


def _compared(part: str, before: Content, now: Content) -> Iterator[Difference]:
    earlier, later = _rows(before, part), _rows(now, part)
    for key, row in later.items():
        change = Change.NEW if key not in earlier else Change.CHANGED
        if earlier.get(key) != row:
            yield Difference(part=part, change=change, name=_name(part, row, now))
    for key, row in earlier.items():
        if key not in later:
            name = _name(part, row, before)
            yield Difference(part=part, change=Change.GONE, name=name)
    if earlier == later and list(earlier) != list(later):
        yield Difference(part=part, change=Change.CHANGED, name=_ORDER)


_ORDER = {"th": "ลำดับ", "en": "the order"}


def _name(part: str, row: Row, content: Content) -> Mapping[str, str]:
    if part == "terms":
        seat = next(s for s in content["seats"] if s["key"] == row["seat"])
        person = next(p for p in content["people"] if p["key"] == row["person"])
        return {
            language: f"{seat['title'][language]} – {person['name'][language]}"
            for language in ("th", "en")
        }
    for name in ("title", "name", "label"):
        if name in row:
            found: Mapping[str, str] = row[name]
            return found
    return {"th": "", "en": ""}
