"""What stands in the parts: cells left blank, files and links that do not open."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from prongsai.ita.disclosure.asking import Question, place
from prongsai.ita.disclosure.model import (
    Finding,
    Severity,
    ShownFile,
    ShownPart,
    ShownTable,
    Trouble,
)

_TOTALS = re.compile(
    r"(?:ยอด)?รวม(?:ทั้งสิ้น|ทั้งหมด|เป็นเงิน|เงิน|จำนวน)?(?:\s.*)?|ทั้งหมด"
    r"|(?:grand\s+)?total\b.*|sum",
    re.IGNORECASE,
)
_ENDINGS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "pdf": frozenset({"pdf"}),
        "excel": frozenset({"xlsx", "xls"}),
        "word": frozenset({"docx", "doc"}),
        "csv": frozenset({"csv"}),
    }
)
_LINKS: Mapping[str, tuple[str, Severity]] = MappingProxyType(
    {
        "missing": ("link-dead", Severity.ERROR),
        "down": ("link-dead", Severity.ERROR),
        "sign_in": ("link-sign-in", Severity.ERROR),
        "slow": ("link-slow", Severity.WARNING),
        "refused": ("link-refused", Severity.WARNING),
    }
)
_PAGES: Mapping[str, tuple[str, Severity]] = MappingProxyType(
    {
        "missing": ("page-unreachable", Severity.ERROR),
        "down": ("page-unreachable", Severity.ERROR),
        "sign_in": ("page-sign-in", Severity.ERROR),
        "changed": ("page-changed", Severity.ERROR),
        "slow": ("page-slow", Severity.WARNING),
    }
)


_COLUMNS = 2
"""Elements that one part answers, from which on they are taken for columns."""


def cells(asked: Question) -> Iterator[Finding]:
    """Every cell is filled; an empty one says "-" or why there is nothing."""
    for number, part in asked.parts():
        for table in part.tables:
            yield from _blanks(number, part, table)


def sheets(asked: Question) -> Iterator[Finding]:
    """Cells of attached workbooks are filled, where elements are columns of one.

    A part that answers several elements with a workbook answers them by its columns.
    What a sheet looks like is guessed, so a person decides.
    """
    for number, part in asked.parts():
        if len(part.keys) < _COLUMNS:
            continue
        for file in part.files:
            for blank in file.blanks:
                inside = {"page": blank.sheet, "row": blank.row}
                yield Finding(
                    code="disclosure.blank-cells",
                    severity=Severity.WARNING,
                    place=place(
                        number,
                        part,
                        file=file.name,
                        column=(blank.column, blank.column),
                        **inside,
                    ),
                    facts={"count": blank.count},
                )


def files(asked: Question) -> Iterator[Finding]:
    """Every file opens and has text that a machine can read."""
    for number, part in asked.parts():
        for file in part.files:
            found = _trouble(file)
            if found is not None:
                code, severity = found
                yield Finding(
                    code=f"disclosure.{code}",
                    severity=severity,
                    place=place(number, part, file=file.name),
                )


def formats(asked: Question) -> Iterator[Finding]:
    """Files of every kind that is demanded are there, once anything is there."""
    wanted = asked.item.formats
    if wanted is None or not any(part.keys for part in asked.shown.parts):
        return
    kinds = asked.shown.made | {
        file.kind for part in asked.shown.parts for file in part.files
    }
    for kind in wanted.value:
        fitting = _ENDINGS.get(kind.casefold(), frozenset({kind.casefold()}))
        if not fitting & kinds:
            yield Finding(
                code="disclosure.format-missing",
                severity=Severity.ERROR,
                facts={"kind": kind},
                confidence=wanted.grounds.confidence,
            )


def links(asked: Question) -> Iterator[Finding]:
    """Every address that was visited opened."""
    for number, part in asked.parts():
        for link in part.links:
            if link.outcome in _LINKS:
                code, severity = _LINKS[link.outcome]
                yield Finding(
                    code=f"disclosure.{code}",
                    severity=severity,
                    place=place(number, part, url=link.url),
                )


def pages(asked: Question) -> Iterator[Finding]:
    """What is public opens for everyone, and is what was published."""
    known = [one for one in asked.shown.addresses if one.outcome in _PAGES]
    for address in known:
        code, severity = _PAGES[address.outcome]
        yield Finding(
            code=f"disclosure.{code}",
            severity=severity,
            facts={"url": address.url},
        )
    if asked.shown.reachable is False and not known:
        yield Finding(
            code="disclosure.page-unreachable",
            severity=Severity.ERROR,
            facts={"url": asked.item.code},
        )


def _blanks(number: int, part: ShownPart, table: ShownTable) -> Iterator[Finding]:
    """Yield one finding a column: where it begins to be blank, and how often it is."""
    blank: dict[int, list[int]] = {}
    for n, row in enumerate(table.rows, start=1):
        empty = [i for i, cell in enumerate(row) if not cell.strip()]
        if len(empty) == len(row):
            yield _blank_row(number, part, table, row=n)
        elif empty and not is_total(row):
            for i in empty:
                blank.setdefault(i, []).append(n)
    for i, rows in sorted(blank.items()):
        yield Finding(
            code="disclosure.blank-cells",
            severity=Severity.ERROR,
            place=place(
                number, part, table=table.title, row=rows[0], column=table.columns[i]
            ),
            facts={"count": len(rows)},
        )


def _blank_row(number: int, part: ShownPart, table: ShownTable, *, row: int) -> Finding:
    return Finding(
        code="disclosure.blank-row",
        severity=Severity.ERROR,
        place=place(number, part, table=table.title, row=row),
    )


def is_total(row: Sequence[str]) -> bool:
    """Whether a row sums up the others: it names nothing of its own."""
    first = next((cell.strip() for cell in row if cell.strip()), "")
    return _TOTALS.fullmatch(first) is not None


def _trouble(file: ShownFile) -> tuple[str, Severity] | None:
    if file.opens is False:
        return "file-broken", Severity.ERROR
    if file.has_text is False:
        return "file-scan", Severity.WARNING
    if file.trouble is Trouble.GARBLED:
        return "file-garbled", Severity.WARNING
    if file.trouble is Trouble.TOO_LARGE:
        return "file-unread", Severity.NOTICE
    return None
