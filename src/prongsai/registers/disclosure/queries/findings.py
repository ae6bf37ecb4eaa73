"""Everything the newest checks of a year found, item by item, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.ita.disclosure.model import Severity
from prongsai.registers.disclosure.models import Check, Item, Year
from prongsai.registers.disclosure.queries import checks
from prongsai.registers.disclosure.queries.checks import Said
from prongsai.registers.disclosure.queries.items import items_of


@dataclass(frozen=True, kw_only=True)
class Found:
    """One finding and the item it is about."""

    item: Item
    check: Check
    said: Said


@dataclass(frozen=True, kw_only=True)
class Everything:
    """What was found in a year, and the items nobody checked."""

    rows: tuple[Found, ...]
    unchecked: tuple[Item, ...]

    def count(self, severity: Severity) -> int:
        """Return how many findings are of one severity."""
        return sum(one.said.severity is severity for one in self.rows)


def of_year(
    year: Year, *, severity: str = "", division: int | None = None
) -> Everything:
    """Return what the newest checks of a year found, narrowed by severity and division."""
    items = items_of(year)
    if division is not None:
        items = items.filter(division=division)
    newest = checks.newest_of(year)
    known = [(item, newest[item.pk]) for item in items if item.pk in newest]
    return Everything(
        rows=tuple(
            one
            for item, check in known
            for one in _found(item, check)
            if severity in {"", one.said.severity}
        ),
        unchecked=tuple(item for item in items if item.pk not in newest),
    )


def _found(item: Item, check: Check) -> Iterator[Found]:
    for said in checks.in_words(checks.findings_of(check)):
        yield Found(item=item, check=check, said=said)
