"""The contract of ``disclosures.py``: what a register has for the elements of an item.

A register lists ``SUPPLIES``. Each names the requirement keys it can satisfy; ``run``
gets the question and answers with what there is to show, and, for every key that is not
satisfied, the reason in words. Requirement keys are those of the frameworks, the same in
every year (``structure.chart``), so a new year needs no change here.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TypeAlias

from django.apps import apps
from django.utils.functional import Promise as LazyText

from prongsai.foundations.publications.attaching import Attached
from prongsai.ita.errors import ItaError
from prongsai.ita.thai.periods import Span

Text: TypeAlias = str | LazyText


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is asked of a register: the fiscal year assessed, whose data, as of which day."""

    year: int
    data_year: int
    period: Span
    on: date


@dataclass(frozen=True, kw_only=True)
class Said:
    """A sentence in both languages, because what is published stands in both."""

    th: str
    en: str


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page of this site that shows the data as people look at them: a chart, a map."""

    path: str
    title: Said


@dataclass(frozen=True, kw_only=True)
class Supplied:
    """What a register has now.

    ``present`` are the keys that are satisfied; ``missing`` the others, each with its
    reason. ``html`` is rich text, cleaned before it is shown. ``tables`` are tables of a published document (see ``contents``), ``address``
    a publication that shows it already. ``nothing`` says openly that there is nothing to
    report. ``starts`` to ``ends`` is the period the data cover.
    """

    present: frozenset[str] = frozenset()
    missing: Mapping[str, Said] = field(default_factory=dict)
    paragraphs: Sequence[Said] = ()
    html: Said | None = None
    pages: Sequence[Page] = ()
    tables: Sequence[Mapping[str, object]] = ()
    files: Sequence[Attached] = ()
    address: str = ""
    nothing: Said | None = None
    data_year: int | None = None
    starts: date | None = None
    ends: date | None = None


@dataclass(frozen=True, kw_only=True)
class Supply:
    """What one register offers for disclosure: its name, the keys, how to ask it."""

    key: str
    label: Text
    keys: frozenset[str]
    run: Callable[[Asked], Supplied]


class UnknownSupply(ItaError):
    """No register offers a supply with this key: ``key``."""

    code = "publications.unknown-supply"


@cache
def registry() -> Mapping[str, Supply]:
    """Return every supply of every register by its key."""
    found: dict[str, Supply] = {}
    for config in apps.get_app_configs():
        name = f"{config.name}.disclosures"
        if config.name.startswith("prongsai.") and find_spec(name):
            for supply in getattr(import_module(name), "SUPPLIES", []):
                if supply.key in found:
                    raise ValueError(supply.key)
                found[supply.key] = supply
    return found


def supply(key: str) -> Supply:
    """Return the supply with a key; raise ``UnknownSupply``."""
    try:
        return registry()[key]
    except KeyError:
        raise UnknownSupply(key=key) from None


def suppliers_of(key: str) -> list[Supply]:
    """Return the registers that can satisfy a requirement key."""
    return [one for one in registry().values() if key in one.keys]
