"""Whether each element is there at all, and whether nothing is said to be nothing."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from prongsai.ita.disclosure.asking import NONE_STATED, Question, place
from prongsai.ita.disclosure.model import Finding, Severity, ShownPart, ShownTable
from prongsai.ita.frameworks.model import Element
from prongsai.ita.thai.digits import to_arabic

_DASHES = {"-", "–", "—", "−"}  # noqa: RUF001  # as offices type them


def elements(asked: Question) -> Iterator[Finding]:
    """Every element is answered by a part; a register's own reason is passed on."""
    if asked.item.elements is None:
        yield Finding(code="disclosure.elements-unknown", severity=Severity.NOTICE)
        return
    for element in asked.asked:
        if not element.key.endswith(NONE_STATED):
            yield from _absent(asked, element)
        elif not _is_stated(asked, element.key):
            yield _unstated(asked, element)


def zeros(asked: Question) -> Iterator[Finding]:
    """A part that answers something shows something, or says that there is nothing."""
    for number, part in asked.parts():
        if part.says_none or not part.keys:
            continue
        for table in part.tables:
            if not table.rows:
                yield Finding(
                    code="disclosure.empty-table",
                    severity=Severity.ERROR,
                    place=place(number, part, table=table.title),
                )
        if not part.tables and not part.has_data:
            yield Finding(
                code="disclosure.empty-part",
                severity=Severity.ERROR,
                place=place(number, part),
            )


def _absent(asked: Question, element: Element) -> Iterator[Finding]:
    if asked.answering(element.key):
        return
    for number, part in asked.parts():
        if reason := part.missing.get(element.key):
            yield Finding(
                code="disclosure.element-unanswered",
                severity=Severity.ERROR,
                key=element.key,
                place=place(number, part),
                facts={"element": element.th, "reason": reason},
                confidence=element.grounds.confidence,
            )
            return
    yield _missing(element)


def _missing(element: Element) -> Finding:
    code, facts = "disclosure.element-missing", {"element": element.th}
    if element.when is not None:
        code, facts = f"{code}-when", {**facts, "when": element.when.value}
    return Finding(
        code=code,
        severity=Severity.ERROR,
        key=element.key,
        facts=facts,
        confidence=element.grounds.confidence,
    )


def _unstated(asked: Question, element: Element) -> Finding:
    siblings = list(_siblings(asked, element.key))
    if not siblings:
        return _missing(element)
    number, part = next(
        ((n, p) for n, p in siblings if not _has_counts(p)), siblings[0]
    )
    return Finding(
        code="disclosure.none-unstated",
        severity=Severity.ERROR,
        key=element.key,
        place=place(number, part),
        facts={"element": element.th},
        confidence=element.grounds.confidence,
    )


def _is_stated(asked: Question, key: str) -> bool:
    """Whether nothing is said to be nothing, or there is something after all."""
    if any(part.says_none for _, part in asked.answering(key)):
        return True
    siblings = [part for _, part in _siblings(asked, key)]
    return any(part.says_none or _has_counts(part) for part in siblings)


def _siblings(asked: Question, key: str) -> Iterator[tuple[int, ShownPart]]:
    """Yield the parts about the same subject: those that could hold a nought."""
    subject = key.removesuffix("none_stated")
    for number, part in asked.parts():
        if any(one.startswith(subject) for one in part.keys):
            yield number, part


def _has_counts(part: ShownPart) -> bool:
    """Whether a part shows more than noughts."""
    if any(table.rows for table in part.tables):
        return any(not _is_all_nought(table) for table in part.tables)
    return not part.tables and part.has_data


def _is_all_nought(table: ShownTable) -> bool:
    numbers = [n for row in table.rows for n in map(_number, row) if n is not None]
    return bool(numbers) and not any(numbers) if table.rows else True


def _number(cell: str) -> Decimal | None:
    plain = to_arabic(cell).replace(",", "").strip()
    if plain in _DASHES:
        return Decimal(0)
    try:
        found = Decimal(plain)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None
