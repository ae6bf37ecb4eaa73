"""Check what is shown for an item against what its year demands: ``check``."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from prongsai.ita.disclosure import contents, presence, privacy, timeliness
from prongsai.ita.disclosure.asking import Question
from prongsai.ita.disclosure.model import (
    Checked,
    ElementCheck,
    Finding,
    Severity,
    Shown,
)
from prongsai.ita.frameworks.model import Element, Framework, Item

RULES: tuple[Callable[[Question], Iterable[Finding]], ...] = (
    presence.elements,
    presence.zeros,
    timeliness.years,
    timeliness.spans,
    contents.cells,
    contents.sheets,
    contents.files,
    contents.formats,
    contents.links,
    contents.pages,
    privacy.personal_data,
)
"""Every rule, in the order in which its findings are told."""

_OF_EVERY_PART = frozenset(
    {
        "disclosure.citizen-id",
        "disclosure.private-telephone",
        "disclosure.private-address",
    }
)
"""Faults of a text, not of the element it answers: the element is shown all the same."""


def check(
    framework: Framework,
    item: Item,
    shown: Shown,
    *,
    on: date,
    exempt: frozenset[str] = frozenset(),
) -> Checked:
    """Return every element of an item with what is wrong with it.

    ``on`` is the day of the check, ``exempt`` the keys that are not asked of this
    office. An item is complete when no element is missing and no finding is an error.
    """
    asked = Question(framework=framework, item=item, shown=shown, on=on, exempt=exempt)
    findings = tuple(finding for rule in RULES for finding in rule(asked))
    elements = tuple(_element(asked, e, findings) for e in item.elements or ())
    has_errors = any(one.severity is Severity.ERROR for one in findings)
    is_shown = any(part.keys or part.says_none for part in shown.parts)
    is_exempt = bool(elements) and not any(e.is_asked for e in elements)
    return Checked(
        elements=elements,
        findings=findings,
        is_complete=(is_shown or is_exempt) and not has_errors,
    )


def _element(
    asked: Question, element: Element, findings: tuple[Finding, ...]
) -> ElementCheck:
    parts = tuple(number for number, _ in asked.answering(element.key))
    is_asked = element.key not in asked.exempt
    about = tuple(_about(element, parts, findings)) if is_asked else ()
    spoiled = any(
        one.severity is Severity.ERROR and one.code not in _OF_EVERY_PART
        for one in about
    )
    return ElementCheck(
        key=element.key,
        th=element.th,
        met=is_asked and not spoiled,
        confidence=element.grounds.confidence,
        findings=about,
        parts=parts,
        is_asked=is_asked,
    )


def _about(
    element: Element, parts: tuple[int, ...], findings: tuple[Finding, ...]
) -> Iterator[Finding]:
    """Yield the findings about an element, and those about the parts that answer it."""
    for finding in findings:
        is_own = finding.key == element.key
        if is_own or (not finding.key and finding.place.part in parts):
            yield finding
