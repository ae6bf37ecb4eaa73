"""Personal data in what is shown: where it stands, never what it is."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate
from types import MappingProxyType

from prongsai.ita.disclosure.asking import Question, place
from prongsai.ita.disclosure.model import (
    Finding,
    Place,
    Seen,
    Severity,
    ShownFile,
    ShownPart,
    ShownTable,
)
from prongsai.ita.thai import personal
from prongsai.ita.thai.personal import Kind

_CELL, _ROW = "\x1f", "\x1e"
"""What no text and no number reaches across."""

_SEVERITY: Mapping[Kind, Severity] = MappingProxyType(
    {
        Kind.CITIZEN_ID: Severity.ERROR,
        Kind.TELEPHONE: Severity.WARNING,
        Kind.ADDRESS: Severity.WARNING,
    }
)
_CODES: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.CITIZEN_ID: "disclosure.citizen-id",
        Kind.TELEPHONE: "disclosure.private-telephone",
        Kind.ADDRESS: "disclosure.private-address",
    }
)


def personal_data(asked: Question) -> Iterator[Finding]:
    """Nothing personal stands in a text, a table or a file that everyone can read."""
    official = asked.shown.contacts
    for number, part in asked.parts():
        seen: set[tuple[Kind, Place]] = set()
        for kind, where in _in_part(number, part, official):
            if (kind, where) not in seen:
                seen.add((kind, where))
                yield Finding(code=_CODES[kind], severity=_SEVERITY[kind], place=where)


def seen_in(text: str, official: frozenset[str], *, page: int = 0) -> Iterator[Seen]:
    """Yield what a text of a file holds, as it may be kept: the kind and the place."""
    for one in personal.find(text, official=official):
        line = text.count("\n", 0, one.start) + 1
        yield Seen(kind=one.kind, page=page, line=0 if page else line)


def _in_part(
    number: int, part: ShownPart, official: frozenset[str]
) -> Iterator[tuple[Kind, Place]]:
    for text in (*part.title, *(table.title[0] for table in part.tables)):
        for one in personal.find(text, official=official):
            yield one.kind, place(number, part)
    for seen in seen_in(part.text, official):
        yield seen.kind, place(number, part, line=seen.line)
    for table in part.tables:
        for kind, inside in _in_table(table, official):
            yield kind, place(number, part, table=table.title, **inside)
    for file in part.files:
        for seen in _in_file(file, official):
            yield (
                seen.kind,
                place(number, part, file=file.name, page=seen.page, line=seen.line),
            )


def _in_file(file: ShownFile, official: frozenset[str]) -> Iterator[Seen]:
    yield from file.seen
    if file.text:
        yield from seen_in(file.text, official)


def _in_table(
    table: ShownTable, official: frozenset[str]
) -> Iterator[tuple[Kind, dict[str, object]]]:
    """Look at the whole table at once: a table may have ten thousand rows."""
    rows = [_CELL.join(row) for row in table.rows]
    begins = [0, *accumulate(len(row) + 1 for row in rows)]
    for one in personal.find(_ROW.join(rows), official=official):
        n = bisect_right(begins, one.start) - 1
        column = rows[n].count(_CELL, 0, one.start - begins[n])
        named = table.columns[column] if column < len(table.columns) else ("", "")
        yield one.kind, {"row": n + 1, "column": named}
