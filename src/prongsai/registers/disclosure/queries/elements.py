"""The elements of an item as they are frozen with it: met or not, how sure, why not."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from prongsai.ita.disclosure.checking import check
from prongsai.ita.disclosure.model import ElementCheck, Severity
from prongsai.ita.disclosure.sentences import sentence
from prongsai.registers.disclosure.models import Item
from prongsai.registers.disclosure.queries.items import asked_of
from prongsai.registers.disclosure.queries.parts import Piece
from prongsai.registers.disclosure.queries.showing import shown_alone
from prongsai.registers.disclosure.queries.years import framework_of


def elements_of(
    item: Item, pieces: Sequence[Piece], *, on: date
) -> list[dict[str, Any]]:
    """Return what an item is asked to show, element by element, as it would be frozen."""
    asked = asked_of(item)
    if asked is None:
        return []
    given = frozenset(item.exemptions.values_list("key", flat=True))
    shown = shown_alone(pieces)
    found = check(framework_of(item.year), asked, shown, on=on, exempt=given)
    return [_element(one) for one in found.elements]


def _element(found: ElementCheck) -> dict[str, Any]:
    return {
        "key": found.key,
        "th": found.th,
        "met": found.met,
        "is_asked": found.is_asked,
        "confidence": found.confidence.value,
        "reason": None if found.met or not found.is_asked else _reason(found),
        "part": found.parts[0] if found.parts else None,
    }


def _reason(found: ElementCheck) -> dict[str, str] | None:
    why = [one for one in found.findings if one.severity is Severity.ERROR]
    if not why:
        return None
    return {
        "th": " ".join(_once(sentence(one, "th") for one in why)),
        "en": " ".join(_once(sentence(one, "en") for one in why)),
    }


def _once(sentences: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(sentences))
