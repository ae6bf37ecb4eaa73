"""The contract of ``figures.py``: named numbers a register offers, found by themselves.

A register lists ``FIGURES``. ``run`` gets a period and returns an ``Outcome``: the value,
the whole it is part of (n), and the rows it was counted from, as plain tuples.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TypeAlias

from django.apps import apps
from django.utils.functional import Promise as LazyText

from prongsai.ita.errors import ItaError
from prongsai.ita.thai.periods import Span

Text: TypeAlias = str | LazyText


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a figure came to: the value, of how many, and the rows behind it.

    Cells are text, whole numbers, ``Decimal``, dates, aware moments, yes/no or nothing.
    """

    value: Decimal
    of: Decimal | None = None
    rows: Sequence[tuple[object, ...]] = ()


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A named number: ``formula`` says in words how it is computed."""

    key: str
    label: Text
    unit: Text
    formula: Text
    run: Callable[[Span], Outcome]


class UnknownFigure(ItaError):
    """No register offers a figure with this key: ``key``."""

    code = "evidence.unknown-figure"


@cache
def registry() -> Mapping[str, Figure]:
    """Return every figure of every application by its key."""
    found: dict[str, Figure] = {}
    for config in apps.get_app_configs():
        name = f"{config.name}.figures"
        own = config.name.startswith("prongsai.") and name != __name__
        if own and find_spec(name):
            for figure in getattr(import_module(name), "FIGURES", []):
                if figure.key in found:
                    raise ValueError(figure.key)
                found[figure.key] = figure
    return found


def figure(key: str) -> Figure:
    """Return the figure with a key; raise ``UnknownFigure``."""
    try:
        return registry()[key]
    except KeyError:
        raise UnknownFigure(key=key) from None
