"""A figure for tests: how many of the office's divisions are in use."""

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal

from prongsai.foundations.evidence import figures
from prongsai.foundations.evidence.figures import Figure, Outcome
from prongsai.foundations.organisations.queries import divisions
from prongsai.ita.thai.periods import Span

KEY = "test.divisions_in_use"


def count(_period: Span) -> Outcome:
    rows = list(divisions().values_list("code", "is_active"))
    used = sum(is_active for _code, is_active in rows)
    return Outcome(value=Decimal(used), of=Decimal(len(rows)), rows=rows)


FIGURE = Figure(
    key=KEY,
    label="Divisions in use",
    unit="divisions",
    formula="Divisions in use, of all divisions",
    run=count,
)


@contextmanager
def offered(figure: Figure = FIGURE) -> Iterator[None]:
    """Offer the figure as a register does, for as long as a test runs."""
    known = _known()
    known[figure.key] = figure
    try:
        yield
    finally:
        del known[figure.key]


@contextmanager
def withdrawn(figure: Figure = FIGURE) -> Iterator[None]:
    """Offer it no more for a while, as when its register is removed."""
    known = _known()
    del known[figure.key]
    try:
        yield
    finally:
        known[figure.key] = figure


def _known() -> dict[str, Figure]:
    known = figures.registry()
    assert isinstance(known, dict)
    return known
