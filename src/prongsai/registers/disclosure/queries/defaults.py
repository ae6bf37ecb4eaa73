"""What is proposed for an item of a framework: its division, approval, day and registers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from prongsai.foundations.organisations import queries as organisations
from prongsai.foundations.organisations.models import Division
from prongsai.foundations.publications import supplying
from prongsai.foundations.publications.supplying import Supply
from prongsai.ita.frameworks import model as frameworks
from prongsai.registers.disclosure.standards import Usual, usual
from prongsai.registers.disclosure.states import Approval


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """How an item begins its year; the office changes it item by item."""

    division: Division | None
    approval: Approval
    due_on: date | None
    supplies: Sequence[Supply]


def proposal(item: frameworks.Item, *, window_ends: date | None) -> Proposal:
    """Return what is proposed for an item; the first of its subjects decides."""
    found = _usual(item)
    day = None
    if window_ends is not None:
        day = window_ends - timedelta(days=found[0].days_before)
    return Proposal(
        division=_division(found[0]),
        approval=Approval(found[0].approval),
        due_on=day,
        supplies=supplies_for(item),
    )


def supplies_for(item: frameworks.Item) -> list[Supply]:
    """Return the registers that answer an item and are there, in the order proposed."""
    known = supplying.registry()
    keys = [key for one in _usual(item) for key in one.supplies]
    return [known[key] for key in dict.fromkeys(keys) if key in known]


def offers_for(item: frameworks.Item) -> list[Supply]:
    """Return every register that can answer something of an item."""
    return [one for one in supplying.registry().values() if answered_by(one, item)]


def answered_by(supply: Supply, item: frameworks.Item) -> list[str]:
    """Return the keys of an item that a supply answers, in the item's order."""
    return [one.key for one in item.elements or () if one.key in supply.keys]


def _usual(item: frameworks.Item) -> list[Usual]:
    return [usual(subject) for subject in item.subjects] or [usual("")]


def _division(found: Usual) -> Division | None:
    active = organisations.divisions().filter(is_active=True)
    by_code = {one.code: one for one in active.filter(code__in=found.divisions)}
    return next((by_code[code] for code in found.divisions if code in by_code), None)
