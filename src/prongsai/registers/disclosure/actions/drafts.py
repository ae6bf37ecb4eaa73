"""A part as a person wants it, and everything that can be wrong with it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from prongsai.foundations.files.models import StoredFile
from prongsai.foundations.publications import prose, supplying
from prongsai.ita.errors import ItaError
from prongsai.ita.thai import fiscal
from prongsai.ita.thai.fiscal import BUDDHIST_ERA
from prongsai.registers.disclosure.actions.refusals import (
    AltMissing,
    BadAddress,
    ChristianYear,
    KeysNotAsked,
    NotPublishable,
    OnePicture,
    PartEmpty,
    PeriodBackwards,
    PeriodOutside,
    TitleMissing,
    UnknownRegister,
    WrongYear,
)
from prongsai.registers.disclosure.models import Item
from prongsai.registers.disclosure.queries.items import keys_of
from prongsai.registers.disclosure.states import PartKind

YEARS_AROUND = 10
"""Data of a year farther from the item's year than this are a slip of the finger."""

FORMATS = frozenset({"pdf", "xlsx", "docx", "csv", "jpeg", "png"})
"""What is published as a file; anybody can open these."""

_CHRISTIAN = range(1900, 2100)
_NAMED = frozenset({PartKind.FILES, PartKind.TABLE, PartKind.LINK})
_IN_ADDRESS = re.compile(r"[\s<>\"'\\\x00-\x1f\x7f]")


@dataclass(frozen=True, kw_only=True)
class PartDraft:
    """What a part says; which fields count follows from its kind."""

    kind: PartKind
    keys: Sequence[str] = ()
    title_th: str = ""
    title_en: str = ""
    body_th: str = ""
    body_en: str = ""
    supply: str = ""
    url: str = ""
    table: dict[str, Any] = field(default_factory=dict)
    alt_th: str = ""
    alt_en: str = ""
    data_year: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None


def cleaned(draft: PartDraft) -> PartDraft:
    """Return a draft trimmed and safe: rich text holds allowed elements only."""
    is_plain = draft.kind == PartKind.NOTHING
    tidy = prose.text_of if is_plain else prose.clean
    return replace(
        draft,
        keys=list(dict.fromkeys(draft.keys)),
        title_th=draft.title_th.strip(),
        title_en=draft.title_en.strip(),
        body_th=tidy(draft.body_th),
        body_en=tidy(draft.body_en),
        url=draft.url.strip(),
        alt_th=draft.alt_th.strip(),
        alt_en=draft.alt_en.strip(),
    )


def problems_of(
    draft: PartDraft, *, item: Item, files: Sequence[StoredFile]
) -> Iterator[ItaError]:
    """Yield what is wrong with a cleaned draft; ``files`` are those it would have."""
    asked = keys_of(item)
    other = [key for key in draft.keys if key not in asked]
    if other:
        yield KeysNotAsked(keys=", ".join(other))
    if draft.kind in _NAMED and not draft.title_th:
        yield TitleMissing()
    yield from _PROBLEMS[draft.kind](draft, files)
    yield from _wrong_times(draft, item.year.fiscal_year)


def _text_problems(
    draft: PartDraft, _files: Sequence[StoredFile]
) -> Iterator[ItaError]:
    if not _has_words(draft.body_th):
        yield PartEmpty()


def _table_problems(
    draft: PartDraft, _files: Sequence[StoredFile]
) -> Iterator[ItaError]:
    if not draft.table.get("columns") or not draft.table.get("rows"):
        yield PartEmpty()


def _file_problems(draft: PartDraft, files: Sequence[StoredFile]) -> Iterator[ItaError]:
    pictures = [one for one in files if one.is_image]
    if not files:
        yield PartEmpty()
    for file in files:
        if file.format not in FORMATS:
            yield NotPublishable(name=file.name)
    if len(pictures) > 1:
        yield OnePicture()
    if pictures and not draft.alt_th:
        yield AltMissing()


def _link_problems(
    draft: PartDraft, _files: Sequence[StoredFile]
) -> Iterator[ItaError]:
    if not is_web_address(draft.url):
        yield BadAddress(url=draft.url[:100])


def _live_problems(
    draft: PartDraft, _files: Sequence[StoredFile]
) -> Iterator[ItaError]:
    supply = supplying.registry().get(draft.supply)
    if supply is None or not set(draft.keys) <= supply.keys:
        yield UnknownRegister(supply=draft.supply)


_PROBLEMS = {
    PartKind.LIVE: _live_problems,
    PartKind.TEXT: _text_problems,
    PartKind.TABLE: _table_problems,
    PartKind.FILES: _file_problems,
    PartKind.LINK: _link_problems,
    PartKind.NOTHING: _text_problems,
}


def is_web_address(url: str) -> bool:
    """Whether an address is one of the web that anybody can open.

    >>> is_web_address("https://example.go.th/o5"), is_web_address("javascript:alert(1)")
    (True, False)
    """
    if _IN_ADDRESS.search(url):
        return False
    try:
        parts = urlsplit(url)
        has_port = parts.port is None or parts.port > 0
    except ValueError:
        return False
    is_web = parts.scheme in {"http", "https"} and "." in (parts.hostname or "")
    return is_web and has_port and "@" not in parts.netloc


def _wrong_times(draft: PartDraft, item_year: int) -> Iterator[ItaError]:
    year, starts, ends = draft.data_year, draft.starts_on, draft.ends_on
    if year is not None:
        yield from _wrong_year(year, item_year)
    for day in (starts, ends):
        if day and abs(fiscal.fiscal_year_of(day) - item_year) > YEARS_AROUND:
            yield WrongYear(year=day.year + BUDDHIST_ERA, expected=item_year)
    if starts and ends and ends < starts:
        yield PeriodBackwards()
    elif year is not None and abs(year - item_year) <= YEARS_AROUND:
        first, last = fiscal.first_day(year), fiscal.last_day(year)
        if any(day and not first <= day <= last for day in (starts, ends)):
            yield PeriodOutside(year=year, first=_said(first), last=_said(last))


def _wrong_year(year: int, item_year: int) -> Iterator[ItaError]:
    if year in _CHRISTIAN:
        yield ChristianYear(year=year, buddhist=year + BUDDHIST_ERA)
    elif abs(year - item_year) > YEARS_AROUND:
        yield WrongYear(year=year, expected=item_year)


def _said(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year + BUDDHIST_ERA}"


def _has_words(html: str) -> bool:
    return bool(re.sub(r"<[^>]*>|&nbsp;|\s", "", html))
